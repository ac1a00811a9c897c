"""A table that somebody forged, checksum and all, is refused when what is wrong in it is read."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.automaton.stored_chart import StoredChart
from policy_engine.model.chart import Chart
from tests.automaton.tables import Change, as_json, forged, loaded, read_whole, rich
from tests.small import small_policy

TABLE = as_json(rich())


def every(data: Any) -> Iterator[Any]:
    """Every object in JSON data."""
    if isinstance(data, dict):
        yield data
    if isinstance(data, (dict, list)):
        for item in data.values() if isinstance(data, dict) else data:
            yield from every(item)


def one(data: Any, kind: str, **wanted: Any) -> Any:
    """The first record of a kind with these fields."""
    return next(
        item
        for item in every(data)
        if item.get("$") == kind and all(item.get(name) == value for name, value in wanted.items())
    )


def state(table: Any, name: str) -> Any:
    return next(item for item in table["chart"]["states"] if item["id"] == name)


def put(holder: Callable[[Any], Any], **fields: Any) -> Change:
    """Gives an object in the table other fields."""
    return lambda table: holder(table).update(fields)


def instead(holder: Callable[[Any], Any], place: Any, value: Any) -> Change:
    """Puts something else in a place in the table."""

    def change(table: Any) -> None:
        holder(table)[place] = value

    return change


def guard(table: Any) -> Any:
    return next(arrow for arrow in table["chart"]["transitions"] if arrow["guard"])


def ref(kind: str, name: str) -> Any:
    return {"$": "Ref", "kind": kind, "name": name}


def constant(value: Any) -> Any:
    return {"$": "Constant", "value": value}


def compare(op: str, left: Any, right: Any) -> Any:
    return {"$": "Compare", "op": op, "left": left, "right": right}


def when(expr: Any) -> Change:
    """Puts a condition on a transition."""
    return put(guard, guard=expr)


def refusal(code: str) -> Callable[[Any], Any]:
    return lambda t: next(item for item in t["parts"]["refusal"] if item and item["code"] == code)


def role_may_not_start(table: Any) -> None:
    row, column = table["steps"][0], table["step"].index
    row[column("verdict")] = "rejected"
    row[column("refusal")] = table["parts"]["refusal"].index(refusal("role-may-not")(table))


HEAD: dict[str, Change] = {
    "another policy": put(lambda t: t, policy="other"),
    "another digest": put(lambda t: t, digest=""),
    "another parameter": put(lambda t: t, parameters={"more": 1}),
    "parameters that are none": put(lambda t: t, parameters=[]),
    "a parameter outside its range": put(lambda t: t["parameters"], most=9),
    "a fact that is not declared": put(lambda t: t, facts=["more"]),
    "a flag that is none": put(lambda t: t, whole=1),
    "a value farther than a float reaches": put(lambda t: t["chart"]["facts"]["age"], default=10**309),
    "a default of another kind": put(lambda t: t["chart"]["facts"]["age"], default="old"),
    "no default": put(lambda t: t["chart"]["facts"]["age"], default=None),
    "a declaration under another name": put(lambda t: t["chart"]["facts"]["age"], name="years"),
    "a range without end": put(lambda t: t["chart"]["parameters"]["most"]["type"], high=10**9),
    "a type that is none": put(lambda t: t["chart"]["context"]["tries"]["type"], kind="list"),
    "an event's datum with a wrong default": put(lambda t: t["chart"]["events"]["c"]["data"]["y"], default=5),
    "a state without a name": put(lambda t: state(t, "first"), id=None),
    "an outcome that is no text": put(lambda t: state(t, "over"), outcome=5),
    "a start that leads nowhere": put(lambda t: t["start"], does="0 0 -1"),
    "a start that a role may not make": role_may_not_start,
    "a start with edges that were not counted": put(lambda t: t["nodes"][0], first=5),
}


@pytest.mark.parametrize("change", HEAD.values(), ids=HEAD.keys())
def test_what_every_session_needs_is_looked_at_when_the_table_is_loaded(change: Change) -> None:
    with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
        forged(TABLE, change)


def test_a_policy_has_a_language() -> None:
    table = as_json(small_policy("initial: s\nstates: {s: {}}"))
    policy = forged(table, put(lambda t: t["chart"], languages=[]))

    with pytest.raises(pe.TableError, match="languages"):
        _ = policy.languages


def say(text: str) -> Change:
    return instead(lambda t: state(t, "both")["say"][0]["words"]["en"], 0, text)


def forbid(table: Any) -> Any:
    return state(table, "both")["forbid"][0]


def calendar(table: Any) -> Any:
    return table["chart"]["calendar"]


NUMBER, TEXT, FLAG = ref("fact", "age"), ref("fact", "who"), ref("fact", "vip")
CHART: dict[str, Change] = {
    "a field of another kind": put(lambda t: state(t, "first"), label=5),
    "a field that is not known": put(lambda t: state(t, "first"), more=5),
    "a field that is missing": lambda t: state(t, "first").pop("kind"),
    "a flag as a number": put(lambda t: state(t, "first"), depth=True),
    "a number as a flag": put(lambda t: state(t, "first"), deep=1),
    "a text as a list": put(lambda t: state(t, "first"), children="ab"),
    "a text as a list of texts": put(lambda t: state(t, "both"), source_refs="page 4"),
    "a list as a text": put(lambda t: state(t, "first"), role=["agent"]),
    "a list as an object": put(lambda t: state(t, "first"), label=[]),
    "a record as a list": instead(lambda t: t["chart"]["timers"], 0, []),
    "a kind of state that is none": put(lambda t: state(t, "first"), kind="round"),
    "a state at another place": put(lambda t: state(t, "first"), index=1),
    "a parent inside": put(lambda t: state(t, "both"), parent=2),
    "no parent": put(lambda t: state(t, "both"), parent=None),
    "a child of another": put(lambda t: state(t, "left"), children=[9]),
    "a child that its parent does not know": put(lambda t: state(t, "left"), children=[3, 5]),
    "a child that is not there": put(lambda t: state(t, "two"), children=[99]),
    "an initial state elsewhere": put(lambda t: state(t, "left"), initial=7),
    "no initial state": put(lambda t: state(t, "left"), initial=None),
    "a history that leads nowhere": put(lambda t: state(t, "back"), default=[99]),
    "two states of one name": put(lambda t: state(t, "calm"), id="first"),
    "a child that is of another": put(lambda t: state(t, "two"), children=[10]),
    "a child counted from the end": lambda t: t["chart"]["states"][0]["children"].append(-1),
    "a target that is not there": put(guard, targets=[99]),
    "a source that is not there": lambda t: (guard(t).update(source=99), state(t, "first").pop("on")),
    "a transition of another state": put(lambda t: state(t, "two"), always=[0]),
    "a transition that is not there": put(lambda t: state(t, "two"), always=[99]),
    "a transition counted from the end": put(lambda t: state(t, "two"), always=[-1]),
    "a transition at another place": put(guard, index=5),
    "a timer of another state": put(lambda t: state(t, "two"), after=[0]),
    "a timer at another place": put(lambda t: t["chart"]["timers"][0], index=1),
    "a timer that says it is of another": put(lambda t: t["chart"]["timers"][0], state=9),
    "a timer of no state": lambda t: (
        t["chart"]["timers"][0].update(state=99),
        state(t, "first").pop("after"),
    ),
    "a duration that is too long": put(lambda t: t["chart"]["timers"][0]["duration"], amount=10**9),
    "a duration before its start": put(lambda t: t["chart"]["timers"][0]["duration"], amount=-1),
    "an hour with a time of the day": put(lambda t: t["chart"]["timers"][0]["duration"], at=540),
    "a duration that nothing says": put(
        lambda t: t["chart"]["timers"][0]["duration"], amount=0, name="nobody"
    ),
    "a duration that a text says": put(lambda t: t["chart"]["timers"][0]["duration"], amount=0, name="name"),
    "more taken off than can be": put(
        lambda t: t["chart"]["timers"][0]["duration"], minus={"amount": 201, "unit": "years"}
    ),
    "a time of no day": put(lambda t: t["chart"]["timers"][2]["duration"], at=1_440),
    "a zone that is not there": put(calendar, zone="Europe/Nowhere"),
    "a zone that is a path": put(calendar, zone="../../etc/passwd"),
    "no working days": put(calendar, working=[]),
    "a day of no week": put(calendar, working=[7]),
    "working days in disorder": put(calendar, working=[4, 0]),
    "closed days in disorder": put(calendar, closed=[5, 3]),
    "a closed day before all days": put(calendar, closed=[0]),
    "a closed day that is none of the working days": put(calendar, closed=[6]),
    "hours of six days": put(calendar, hours=[[0, 1]] * 6),
    "hours of no working day": put(calendar, hours=[None, None, None, None, None, [0, 1], None]),
    "hours that end before they begin": put(calendar, hours=[[60, 0], *[None] * 6]),
    "hours past midnight": put(calendar, hours=[[60, 1_500], *[None] * 6]),
    "hours of one end": put(calendar, hours=[[60], *[None] * 6]),
    "a duration of no unit": put(lambda t: t["chart"]["timers"][0]["duration"], unit="moons"),
    "a placeholder that is not declared": say("{stranger}"),
    "a placeholder without a name": say("{ }"),
    "a placeholder in a label": instead(lambda t: state(t, "both")["label"]["en"], 0, "{stranger}"),
    "a placeholder in a reason": instead(lambda t: forbid(t)["words"]["en"], 0, "{stranger}"),
    "a reason in no language": lambda t: forbid(t).update(words={}),
    "a reason in a foreign language": lambda t: forbid(t)["words"].pop("nl"),
    "a reason for an unknown event": put(forbid, events=["more"]),
    "a reason whose condition is none": put(forbid, when=constant("yes")),
    "a phrase whose condition is none": put(lambda t: state(t, "both")["say"][1], when=constant("yes")),
    "a phrase that reads an event": put(
        lambda t: state(t, "both")["say"][1], when=compare("==", ref("data", "z"), TEXT)
    ),
    "an event that is not declared": lambda t: state(t, "two").update(
        on={**state(t, "two")["on"], "more": state(t, "two")["on"]["a"]}
    ),
    "an unknown expression": when({"$": "Call", "name": "eval"}),
    "an expression without a name": when({"name": "eval"}),
    "an operator that is none": when(compare("is", NUMBER, NUMBER)),
    "an unknown fact": when(ref("fact", "stranger")),
    "an unknown kind of reference": when(ref("file", "stranger")),
    "an unknown state": when({"$": "InState", "state": "stranger"}),
    "a condition that is a number": when(NUMBER),
    "kinds that can't be compared": when(compare("==", NUMBER, TEXT)),
    "texts in an order": when(compare("<", TEXT, TEXT)),
    "a text that is not": when({"$": "Not", "operand": TEXT}),
    "a number among conditions": when({"$": "And", "operands": [FLAG, NUMBER]}),
    "no condition at all": when({"$": "Or", "operands": []}),
    "a text below zero": when(compare("<", {"$": "Negative", "operand": TEXT}, NUMBER)),
    "a text that is added": when(
        compare("<", {"$": "Arithmetic", "op": "+", "left": TEXT, "right": TEXT}, NUMBER)
    ),
    "a list of lists": when({"$": "In", "operand": TEXT, "items": [[]]}),
    "a stranger in a list": when({"$": "In", "operand": ref("fact", "stranger"), "items": []}),
    "a guard of another kind": when({"$": "GuardRef", "name": "g", "body": compare("<", FLAG, FLAG)}),
    "a role in an order": when(compare("<", {"$": "ByRef"}, {"$": "ByRef"})),
    "an unknown action": put(lambda t: one(t["chart"], "Ask"), action="stranger"),
    "an action that reads what is not there": put(
        lambda t: one(t["chart"], "Ask"), params=[["p", ref("fact", "stranger")]]
    ),
    "an unknown step": put(lambda t: one(t["chart"], "Ask"), **{"$": "Run"}),
    "an unknown variable": put(lambda t: one(t["chart"], "Assign"), values=[["stranger", TEXT]]),
    "a variable of another kind": put(lambda t: one(t["chart"], "Assign"), values=[["note", NUMBER]]),
    "a text that is raised": put(lambda t: one(t["chart"], "Add"), amounts=[["note", NUMBER]]),
    "a value without a name": put(lambda t: one(t["chart"], "Add"), amounts=[["tries"]]),
    "an unknown event": put(lambda t: one(t["chart"], "Raise"), event="stranger"),
    "an event that needs data": put(lambda t: one(t["chart"], "Send"), event="c"),
}


@pytest.mark.parametrize("change", CHART.values(), ids=CHART.keys())
def test_the_chart_is_looked_through_when_it_is_read(change: Change) -> None:
    with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
        read_whole(forged(TABLE, change))


def test_what_is_damaged_is_found_when_it_is_needed_and_every_time() -> None:
    table = as_json(small_policy('initial: s\nstates: {s: {say: "Hello.", on: {a: t}}, t: {}}'))
    session = forged(table, instead(lambda t: state(t, "s")["say"][0]["words"][""], 0, "{stranger}")).start()

    assert session.send("a").after == ("t",)
    for _ in range(2):
        with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
            session.guidance()


def asked(table: Any) -> Any:
    """A question about an event's data."""
    return next(test for test in table["tests"] if "event.x" in test["text"])


def part(table: Any, column: str) -> Any:
    """A part of a kind that is not empty."""
    return next(item for item in table["parts"][column] if item)


def step(column: str, value: Any) -> Change:
    """Gives a step something else in a column."""
    return lambda t: t["steps"][1].__setitem__(t["step"].index(column), value)


def does(place: int | None, *numbers: Any) -> Change:
    """Puts other numbers into what the first node does, which begins with a question and ends with an edge;
    None: behind them.
    """

    def change(table: Any) -> None:
        row = table["nodes"][0]["does"].split()
        start = len(row) if place is None else place % len(row)
        row[start : start + len(numbers)] = map(str, numbers)
        table["nodes"][0]["does"] = " ".join(row)

    return change


ROWS: dict[str, Change] = {
    "a trigger of no kind": instead(lambda t: t["triggers"][1], 0, "when"),
    "a trigger that is too short": lambda t: t["triggers"][1].pop(),
    "a trigger of an unknown event": instead(lambda t: t["triggers"][1], 1, "stranger"),
    "a trigger of an unknown timer": instead(lambda t: t["triggers"][1], 2, 99),
    "a trigger that is not there": does(0, 99),
    "a trigger counted from the end": does(0, -1),
    "a trigger that is no number": does(0, "x"),
    "what a node does that is no text": put(lambda t: t["nodes"][0], does=[]),
    "a trigger without an end": does(None, 0),
    "an edge without an end": does(None, 0, 0),
    "an edge to nowhere": does(-1, 10**6),
    "an edge back to the start": does(-1, -1),
    "a step that is not there": does(-2, 10**6),
    "edges that were not counted": put(lambda t: t["nodes"][3], first=10**6),
    "edges counted from no number": put(lambda t: t["nodes"][3], first=True),
    "a question that is not there": does(1, -99),
    "answers without an end": does(2, 99),
    "an answer that is not there": does(3, 99),
    "an answer that is none": put(lambda t: t["tests"][0], answers=[[]]),
    "a node with a state that is not there": put(lambda t: t["nodes"][0], states=[99]),
    "a node with the root": put(lambda t: t["nodes"][0], states=[0]),
    "a node that stands twice": lambda t: t["nodes"][1].update(
        {name: t["nodes"][0][name] for name in ("states", "history", "values")}
    ),
    "a node with a value too many": put(lambda t: t["nodes"][0], values=[0, False, False]),
    "a node with a value outside its range": put(lambda t: t["nodes"][0], values=[9, False]),
    "a node that remembers too little": put(lambda t: t["nodes"][0], history=[]),
    "a question about an unknown datum": put(asked, expr=ref("data", "stranger")),
    "a question about what is known": put(asked, expr=ref("context", "tries")),
    "a question about a state": put(asked, expr={"$": "InState", "state": "first"}),
    "a question about a parameter": put(asked, expr=ref("parameter", "most")),
    "a question about inputs of no kind": put(asked, inputs=[{"kind": "file", "name": "x"}]),
    "a step that is too short": lambda t: t["steps"][1].pop(),
    "a verdict that is none": step("verdict", "perhaps"),
    "a verdict without its reason": step("verdict", "forbidden"),
    "microsteps that are none": step("microsteps", True),
    "a state left that is not there": step("exited", [99]),
    "a state entered that is not there": step("entered", [99]),
    "a transition taken that is not there": step("transitions", [99]),
    "a timer armed that is not there": step("armed", [99]),
    "a timer kept that is not there": step("kept", [99]),
    "actions that are not there": step("actions", 99),
    "actions of another kind": lambda t: t["parts"]["actions"].__setitem__(0, [5]),
    "an action that reads what is known": put(
        lambda t: part(t, "actions")[0], params=[["p", {"expr": ref("context", "tries")}]]
    ),
    "an order without a delay": put(lambda t: part(t, "orders")[0], delay=None),
    "an order of an unknown event": put(lambda t: part(t, "orders")[0], event="stranger"),
    "a value for what is known": lambda t: part(t, "assigned").append(["tries", 1]),
    "a value of another kind": lambda t: part(t, "assigned").append(["note", 1]),
    "a refusal of no kind": put(refusal("forbidden"), code="perhaps"),
    "a refusal without its fields": put(refusal("role-may-not"), params={}),
    "a refusal without its reason": lambda t: refusal("forbidden")(t).pop("forbid"),
    "a refusal with a reason that is not its own": lambda t: refusal("role-may-not")(t).update(
        forbid=refusal("forbidden")(t)["forbid"]
    ),
    "a refusal in no language": put(lambda t: refusal("forbidden")(t)["forbid"], words={}),
    "a refusal with an unknown placeholder": put(
        lambda t: refusal("forbidden")(t)["forbid"], words={"nl": ["{stranger}"], "en": [""]}
    ),
    "what was dropped, for an unknown reason": put(
        lambda t: part(t, "dropped")[0]["refusal"]["forbid"], events=["stranger"]
    ),
    "what was dropped, without a reason": lambda t: part(t, "dropped")[0]["refusal"].pop("forbid"),
}


@pytest.mark.parametrize("change", ROWS.values(), ids=ROWS.keys())
def test_edges_are_looked_through_when_they_are_read(change: Change) -> None:
    with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
        read_whole(forged(TABLE, change))


def asks_again(table: Any) -> None:
    """Puts a question where the kernel has an answer, so that there is one edge less."""
    does(19, -1, 0)(table)
    for node in table["nodes"][1:]:
        node["first"] -= 1


def test_what_the_kernel_stumbles_over_is_damage_too() -> None:
    session = forged(TABLE, asks_again).start()

    with pytest.raises(pe.TableError, match="the compiled policy is damaged"):
        session.send("a")


def test_a_chart_from_a_table_can_be_copied_and_pickled() -> None:
    chart = loaded(TABLE).chart

    copies = copy.deepcopy(chart), pickle.loads(pickle.dumps(chart))  # noqa: S301 - what was pickled just now

    assert isinstance(chart, StoredChart)
    assert [type(other) for other in copies] == [Chart, Chart]
    assert all(other == chart == other for other in copies)
    assert chart != chart.states


def test_a_chart_from_a_table_has_the_fields_of_a_chart_and_no_others() -> None:
    with pytest.raises(AttributeError, match="stranger"):
        _ = loaded(TABLE).chart.stranger  # type: ignore[attr-defined]  # this is the test
