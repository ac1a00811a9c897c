from __future__ import annotations

import pytest

from policy_engine.model.types import Type
from tests.model.reading import HEAD, chart_of, codes, findings, read, suggestion

TALK = "initial: talk\nstates: {talk: {}}\n"


@pytest.mark.parametrize(
    ("written", "type_", "default"),
    [
        ("{flag: true}", Type("flag"), True),
        ("{counter: 0..3}", Type("counter", 0, 3), 0),
        ("{range: 2..3, default: 3}", Type("range", 2, 3), 3),
        ("{range: -3..-1, default: -2}", Type("range", -3, -1), -2),
        ("{enum: [no, yes], default: yes}", Type("enum", members=("no", "yes")), "yes"),
        ("{enum: {no: nee, yes: ja}, default: no}", Type("enum", members=("no", "yes")), "no"),
        ('{text: ""}', Type("text"), ""),
        ("{text: meneer}", Type("text"), "meneer"),
        ("{number: 2.5}", Type("number"), 2.5),
        ("{number: 2}", Type("number"), 2),
    ],
)
@pytest.mark.parametrize("section", ["parameters", "facts", "context"])
def test_every_type_can_be_declared(section: str, written: str, type_: Type, default: object) -> None:
    chart = chart_of(f"{TALK}{section}: {{it: {written}}}\n")

    declared = getattr(chart, section)["it"]

    assert type_ == declared.type
    assert default == declared.default
    assert type(default) is type(declared.default)


def test_labels_of_a_declaration_and_its_members_are_kept() -> None:
    chart = chart_of(f"{TALK}facts: {{risk: {{enum: {{no: nee, yes: ja}}, default: no, label: gevaar}}}}\n")
    risk = chart.facts["risk"]

    assert {"": "gevaar"} == risk.label
    assert {"no": {"": "nee"}, "yes": {"": "ja"}} == risk.member_labels


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("{}", "missing-type", 11),
        ("{label: x}", "missing-type", 11),
        ("{flag: false, counter: 0..3}", "two-types", 11),
        ("5", "wrong-type", 15),
        ("flag", "wrong-type", 15),
        ("{flag: yes}", "wrong-type", 22),
        ("{flag: }", "missing-default", 11),
        ("{counter: 1..3}", "counter-from-zero", 25),
        ("{counter: 0..3, default: 1}", "default-of-counter", 31),
        ("{flag: false, default: true}", "default-elsewhere", 29),
        ('{text: "", default: x}', "default-elsewhere", 26),
        ("{range: 2..3}", "missing-default", 11),
        ("{range: 2..3, default: }", "missing-default", 11),
        ("{range: 2..3, default: 4}", "default-out-of-range", 38),
        ("{range: 2..3, default: 2.5}", "wrong-type", 38),
        ("{range: 2..3, default: [2]}", "wrong-type", 38),
        ("{range: 2..3, default: two}", "wrong-type", 38),
        ("{enum: [no, yes]}", "missing-default", 11),
        ("{enum: [no, yes], default: ja}", "unknown-member", 42),
        ("{enum: [no, yes], default: true}", "wrong-type", 42),
        ("{enum: [no, no], default: no}", "duplicate-member", 27),
        ("{enum: [], default: no}", "empty-enum", 22),
        ("{enum: {}, default: no}", "empty-enum", 22),
        ("{enum: no, default: no}", "wrong-type", 22),
        ("{enum: [no, true], default: no}", "wrong-type", 27),
        ("{enum: [no, Aan de balie], default: no}", "invalid-id", 27),
        ("{enum: {no: nee, Aan: de balie}, default: no}", "invalid-id", 32),
        ("{enum: {no: 5}, default: no}", "wrong-type", 27),
        ("{text: 5}", "wrong-type", 22),
        ("{number: veel}", "wrong-type", 24),
        ("{number: .nan}", "wrong-type", 24),
        ("{number: true}", "wrong-type", 24),
        ("{counter: 3..1}", "invalid-range", 25),
        ("{flga: false}", "unknown-key", 16),
        ("{bool: false}", "unknown-key", 16),
        ("{range: 2..3, defualt: 2}", "unknown-key", 29),
    ],
)
def test_a_wrong_declaration_is_told_at_its_place(written: str, code: str, column: int) -> None:
    assert [(code, 3, column)] == findings(f"{TALK}context: {{it: {written}}}\n")


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("{flag: }", "{flag: false}"),
        ("{text: }", '{text: ""}'),
        ("{number: }", "{number: 0}"),
        ("{range: 2..3}", "{range: 2..3, default: 2}"),
        ("{enum: [no, yes]}", "{enum: [...], default: no}"),
    ],
)
def test_a_missing_default_is_shown(written: str, fix: str) -> None:
    (finding,) = read(f"{TALK}facts: {{it: {written}}}\n")[1]

    assert fix == finding.fields["fix"]


def test_the_member_that_was_meant_is_suggested() -> None:
    assert "unknown" == suggestion(f"{TALK}facts: {{it: {{enum: [no, yes, unknown], default: unknwon}}}}\n")


@pytest.mark.parametrize(("word", "meant"), [("yes", "`true`"), ("nee", "`false`"), ("misschien", None)])
def test_true_and_false_are_suggested_for_other_words(word: str, meant: str | None) -> None:
    assert meant == suggestion(f"{TALK}facts: {{it: {{flag: {word}}}}}\n")


@pytest.mark.parametrize("first", ["parameters", "facts", "context"])
def test_parameters_facts_context_and_guards_share_one_name_space(first: str) -> None:
    text = f"{TALK}{first}: {{it: {{flag: false}}}}\nguards: {{it: in_state('talk')}}\n"

    assert [("name-taken", 4, 10)] == findings(text)


def test_event_data_without_a_default_must_be_given() -> None:
    data = "{a: {range: 1..3}, b: {flag: }, c: {enum: [x]}, d: {text: }, e: {number: }, f: {counter: 0..2}}"
    chart = chart_of(f"{TALK}events: {{insult: {{data: {data}}}}}\n")

    assert {"a", "b", "c", "d", "e", "f"} == set(chart.events["insult"].data)
    assert {None} == {datum.default for datum in chart.events["insult"].data.values()}


def test_event_data_with_a_default_may_be_left_out() -> None:
    chart = chart_of(f"{TALK}events: {{insult: {{data: {{level: {{range: 1..3, default: 2}}}}}}}}\n")

    assert 2 == chart.events["insult"].data["level"].default


def test_an_event_says_who_does_it_and_who_may_report_it() -> None:
    chart = chart_of(
        f"{TALK}roles: {{agent: {{label: Medewerker}}, customer: {{}}}}\n"
        "events: {insult: {actor: customer, by: agent, tone: "
        "escalates, label: scheldt, note: n, source: art. 3}}\n"
    )
    insult = chart.events["insult"]

    assert ("customer", frozenset({"agent"}), "escalates") == (insult.actor, insult.by, insult.tone)
    assert ({"": ("scheldt",)}, {"": ("n",)}, ("art. 3",)) == (insult.label, insult.note, insult.source_refs)
    assert ["agent", "customer"] == list(chart.roles)
    assert {"": ("Medewerker",)} == chart.roles["agent"].label


def test_an_event_that_nobody_may_report_is_refused() -> None:
    assert [("empty-list", 3, 23)] == findings(f"{TALK}events: {{insult: {{by: []}}}}\n")


def test_an_action_says_for_whom_it_is_and_what_is_told() -> None:
    chart = chart_of(
        f"{TALK}roles: {{manager: {{}}}}\n"
        "actions: {call: {to: manager, params: {urgent: {flag: false}, why: {text: }}, record: [date, time],"
        " label: bellen, note: n, source: [a, b]}}\n"
    )
    call = chart.actions["call"]

    assert ("manager", ("a", "b")) == (call.to, call.source_refs)
    assert [("date", True), ("time", True)] == [(field.name, field.known) for field in call.record]
    assert [("urgent", False), ("why", None)] == [(name, item.default) for name, item in call.params.items()]
    assert ({"": ("bellen",)}, {"": ("n",)}) == (call.label, call.note)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("events: {insult: {actor: agnet}}", 26),
        ("events: {insult: {by: [agent, agnet]}}", 31),
        ("actions: {call: {to: agnet}}", 22),
    ],
)
def test_a_misspelt_role_is_told(text: str, column: int) -> None:
    text = f"{TALK}roles: {{agent: {{}}}}\n{text}\n"

    assert [("undeclared-role", 4, column)] == findings(text)
    assert "agent" == suggestion(text)


def test_all_mistakes_of_all_declarations_come_at_once() -> None:
    text = (
        f"{TALK}parameters: {{a: {{range: 3..2, default: 2}}}}\nfacts: {{b: {{text: 5}}}}\n"
        "context: {c: {counter: 1..2}}\nroles: {d: 5}\nevents: "
        "{e: {tone: x}}\nactions: {f: {params: {g: {}}}}\n"
    )

    assert [
        "invalid-range",
        "wrong-type",
        "counter-from-zero",
        "wrong-type",
        "unknown-choice",
        "missing-type",
    ] == codes(text, HEAD)


@pytest.mark.parametrize("section", ["parameters", "facts", "context"])
def test_the_remarks_of_a_declaration_are_kept(section: str) -> None:
    chart = chart_of(
        f"{section}: {{vip: {{flag: false, note: [Bekend., Vast.], why: Zo is het., source: '1.2'}}}}\n"
        "initial: a\nstates: {a: {}}\n"
    )
    declared = getattr(chart, section)["vip"]

    assert ({"": ("Bekend.", "Vast.")}, {"": ("Zo is het.",)}) == (declared.note, declared.why)
    assert ("1.2",) == declared.source_refs
