"""Session.send: verdicts, actions, reasons, and what bad input leaves behind."""

from __future__ import annotations

import pytest

import policy_engine as pe
from tests.small import at, ladder, small_policy

FLAT = "actions: {ask: {params: {x: {range: 0..9, default: 4}}}}\ninitial: s\nstates:\n"


def test_an_event_that_a_transition_takes_is_applied() -> None:
    session = small_policy(FLAT + "  s: {on: {a: {target: t, do: [ask]}}}\n  t: {}").start()

    decision = session.send("a")

    assert decision.verdict is pe.Verdict.APPLIED
    assert str(decision.verdict) == "applied"
    assert (decision.cause, decision.event) == ("a", "a")
    assert (decision.before, decision.after) == (("s",), ("t",))
    assert (decision.exited, decision.entered) == (("s",), ("t",))
    assert decision.transitions == ("s.on.a.0",)
    assert [(action.name, dict(action.params), action.to) for action in decision.actions] == [
        ("ask", {"x": 4}, None)
    ]


def test_an_event_that_nothing_handles_is_ignored() -> None:
    session = small_policy(FLAT + "  s: {}").start()

    decision = session.send("a")

    assert decision.verdict is pe.Verdict.IGNORED
    assert decision.reason is None
    assert session.send("a") is decision


def test_sessions_share_the_decision_of_an_edge() -> None:
    policy = small_policy(FLAT + "  s: {on: {a: t}}\n  t: {}")

    first, second = policy.start().send("a"), policy.start().send("a")

    assert first is second


def test_a_forbidden_event_says_why_in_each_language() -> None:
    session = ladder().start({"customer_name": "Voorbeeld"})

    decision = session.send("call_ended")

    assert decision.verdict is pe.Verdict.FORBIDDEN
    assert decision.reason is not None
    assert decision.reason.code == "forbidden"
    assert decision.reason.params == {"event": "call_ended", "state": "talk"}
    assert decision.reason.text("en") == "Not yet, Voorbeeld: no, no."
    assert decision.reason.text("nl") == "Nog niet, Voorbeeld: nee."
    assert decision.reason.text("fr") == str(decision.reason) == decision.reason.text("nl")


def test_a_role_that_may_not_report_is_rejected_and_named() -> None:
    session = ladder().start()

    by_default, by_agent = session.send("joined"), session.send("joined", by=("agent", "p-17"))

    for decision in (by_default, by_agent):
        assert decision.verdict is pe.Verdict.REJECTED
        assert decision.reason is not None
        assert decision.reason.text("en") == "the role `agent` may not report `joined`"
    assert session.send("joined", by="manager").verdict is pe.Verdict.APPLIED


def test_event_data_choose_the_branch() -> None:
    session = ladder().start()
    session.send("joined", by="manager")

    assert session.send("paid", {"amount": 10.5, "how": "cash"}).verdict is pe.Verdict.IGNORED
    assert session.send("paid", {"amount": 10, "how": "card"}).verdict is pe.Verdict.IGNORED
    assert session.send("paid", {"amount": 10.5, "how": "card"}).verdict is pe.Verdict.APPLIED
    assert session.done


@pytest.mark.parametrize(
    ("event", "data", "message"),
    [
        ("paid", None, "datum `how` is required and was not given"),
        ("paid", {"how": "cheque"}, "datum `how` can't be 'cheque': it must be one of cash, card"),
        ("paid", {"how": "card", "amount": "5"}, "datum `amount` can't be '5': it must be a finite number"),
        (
            "paid",
            {"how": "card", "amount": float("nan")},
            "datum `amount` can't be nan: it must be a finite number",
        ),
        ("paid", {"how": "card", "amont": 5}, "the policy declares no datum `amont`"),
        ("insult", {"x": 1}, "the policy declares no datum `x`"),
        ("insult", [], "datum must be given as names with values"),
    ],
)
def test_wrong_data_raise_and_change_nothing(event: str, data: object, message: str) -> None:
    session = ladder().start()
    before = session.snapshot()

    with pytest.raises(pe.InvalidDataError) as caught:
        session.send(event, data)  # type: ignore[arg-type]  # this is the test

    assert str(caught.value) == message
    assert session.snapshot() == before


@pytest.mark.parametrize("event", ["insul", "", 5, None, [], ("insult",)])
def test_an_unknown_event_raises_and_changes_nothing(event: object) -> None:
    session = ladder().start()
    before = session.snapshot()

    with pytest.raises(pe.UnknownEventError) as caught:
        session.send(event)  # type: ignore[arg-type]  # this is the test

    assert caught.value.declared == ("insult", "calms_down", "call_ended", "joined", "paid")
    assert session.snapshot() == before


def test_a_misspelt_event_gets_a_suggestion() -> None:
    session = ladder().start()

    with pytest.raises(pe.UnknownEventError) as caught:
        session.send("insul")

    assert str(caught.value) == "the policy declares no event `insul`; did you mean `insult`?"


@pytest.mark.parametrize("by", ["manger", "", 5, ("manager",), ("manager", 5), ["manager"]])
def test_an_unknown_role_raises_and_changes_nothing(by: object) -> None:
    session = ladder().start()
    before = session.snapshot()

    with pytest.raises(pe.UnknownRoleError):
        session.send("insult", by=by)  # type: ignore[arg-type]  # this is the test

    assert session.snapshot() == before


def test_a_remembered_event_id_is_answered_duplicate() -> None:
    session = ladder().start(remember=2)
    session.send("insult", event_id="1")

    again = session.send("insult", event_id="1")

    assert again.verdict is pe.Verdict.DUPLICATE
    assert again.actions == ()
    assert session.context["warnings"] == 1


def test_only_so_many_event_ids_are_remembered() -> None:
    session = ladder().start(remember=2)
    for event_id in ("1", "2", "3"):
        session.send("calms_down", event_id=event_id)

    assert session.send("insult", event_id="3").verdict is pe.Verdict.DUPLICATE
    assert session.send("insult", event_id="1").verdict is pe.Verdict.APPLIED


def test_without_remember_event_ids_are_not_kept() -> None:
    session = ladder().start()
    session.send("insult", event_id="1")

    assert session.send("insult", event_id="1").verdict is pe.Verdict.APPLIED


def test_an_event_after_the_end_is_closed() -> None:
    session = ladder().start()
    for _ in range(4):
        session.send("insult")

    assert session.done
    assert session.outcome == "ended"
    assert session.send("insult").verdict is pe.Verdict.CLOSED
    assert session.send("insult", facts={"at_risk": "yes"}).verdict is pe.Verdict.CLOSED
    assert session.facts["at_risk"] == "no"
    assert session.learn({"at_risk": "yes"}).verdict is pe.Verdict.CLOSED


def test_computed_parameters_are_read_when_the_action_runs() -> None:
    session = ladder().start()

    counts = [dict(session.send("insult").actions[0].params) for _ in range(3)]

    assert counts == [{"urgent": False, "count": number} for number in (1, 2, 3)]


def test_a_text_from_event_data_is_kept_compared_and_passed_on() -> None:
    policy = small_policy(
        """
context: {who: {text: ""}}
facts: {expected: {text: "x"}}
events: {a: {data: {name: {text: ""}}}, b: {}}
actions: {greet: {params: {name: {text: ""}}}}
initial: s
states:
  s:
    on:
      a: {do: [{set: {who: event.name}}, {greet: {name: {expr: who}}}]}
      b: [{when: who == expected, target: t, do: [{greet: {name: {expr: expected}}}]}, {else: {do: [greet]}}]
  t: {}
"""
    )
    session = policy.start()

    assert [dict(a.params) for a in session.send("a", {"name": "y"}).actions] == [{"name": "y"}]
    assert session.context == {"who": "y"}
    assert [dict(a.params) for a in session.send("b").actions] == [{"name": ""}]
    assert session.states == ("s",)
    assert session.send("b", facts={"expected": "y"}).after == ("t",)


def test_dropped_events_are_recorded_with_the_reason() -> None:
    session = small_policy(
        "initial: s\nstates:\n  s: {on: {a: {target: t, do: [{raise: b}]}}}\n"
        '  t: {forbid: {b: "Not here."}, on: {b: s}}'
    ).start()

    decision = session.send("a")

    assert decision.after == ("t",)
    assert [(item.event, item.reason.text()) for item in decision.dropped] == [("b", "Not here.")]


def test_a_decision_can_not_be_changed() -> None:
    decision = ladder().start().send("insult")

    with pytest.raises(AttributeError, match="can't be changed"):
        decision.verdict = pe.Verdict.IGNORED
    with pytest.raises(TypeError):
        decision.actions[0].params["count"] = 9  # type: ignore[index]  # this is the test


def test_a_decision_reads_as_json_and_as_text() -> None:
    session = ladder().start(now=at(0))
    session.send("insult", now=at(1))

    decision = session.send("call_ended", now=at(121))

    assert repr(decision) == "<Decision forbidden 'call_ended': talk → talk>"
    assert decision.to_dict() == {
        "verdict": "forbidden",
        "cause": "call_ended",
        "event": "call_ended",
        "before": ["talk"],
        "after": ["talk"],
        "exited": [],
        "entered": [],
        "actions": [],
        "transitions": [],
        "reason": {
            "code": "forbidden",
            "params": {"event": "call_ended", "state": "talk"},
            "text": {"nl": "Nog niet, beller: nee.", "en": "Not yet, caller: no, no."},
        },
        "dropped": [],
        "prior": [
            {
                "due": "2026-11-21T10:02:00+00:00",
                "decision": {
                    "verdict": "applied",
                    "cause": "talk.after.2 min",
                    "event": None,
                    "before": ["talk"],
                    "after": ["talk"],
                    "exited": [],
                    "entered": [],
                    "actions": [{"name": "report", "params": {}, "to": None}],
                    "transitions": ["talk.after.2 min.0"],
                    "reason": None,
                    "dropped": [],
                    "prior": [],
                    "later": [],
                    "done": False,
                    "outcome": None,
                },
            }
        ],
        "later": [],
        "done": False,
        "outcome": None,
    }
    assert repr(decision.prior[0].decision) == "<Decision applied 'talk.after.2 min': talk → talk | report>"


def test_a_rejection_reads_as_json_in_both_languages() -> None:
    decision = ladder().start().send("joined")

    assert decision.to_dict()["reason"] == {
        "code": "role-may-not",
        "params": {"event": "joined", "role": "agent"},
        "text": {
            "en": "the role `agent` may not report `joined`",
            "nl": "de rol `agent` mag `joined` niet melden",
        },
    }


def test_what_the_start_drops_says_why_with_its_variables() -> None:
    session = small_policy(
        "context: {n: {counter: 0..3}}\ninitial: s\n"
        'states: {s: {entry: [{add: {n: 1}}, {raise: a}], forbid: {a: "Nu niet: {n}."}}}'
    ).start()

    (dropped,) = session.opening.dropped

    assert dropped.reason.text() == "Nu niet: 1."


def test_the_start_sets_opaque_variables() -> None:
    policy = small_policy(
        'facts: {name: {text: x}}\ncontext: {who: {text: ""}}\ninitial: s\n'
        "states: {s: {entry: [{set: {who: name}}]}}"
    )

    assert policy.start().context == {"who": "x"}
    assert policy.start({"name": "y"}).context == {"who": "y"}


@pytest.mark.parametrize("event_id", [5, "", b"1", ["1"]])
def test_an_event_id_that_is_no_text_is_refused(event_id: object) -> None:
    session = ladder().start(remember=3)
    before = session.snapshot()

    with pytest.raises(pe.InvalidDataError, match="event_id"):
        session.send("insult", event_id=event_id)  # type: ignore[arg-type]  # this is the test

    assert session.snapshot() == before
