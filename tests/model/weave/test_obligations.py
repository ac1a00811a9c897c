"""None"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import policy_engine as pe
from policy_engine.policy import parse_policy
from tests.model.weave.duties import HOUR, POLICY, begun, standing
from tests.small import START, at


def test_entering_a_state_makes_what_it_asks_for_and_the_first_due_comes_first() -> None:
    session = begun()

    before = session.obligations
    session.send("appeal", now=at(HOUR))

    assert before == ()
    assert standing(session) == [("report", 2, False), ("answer", 3, False)]
    assert session.deadline == at(2 * HOUR)


def test_it_stands_when_the_state_is_left_and_is_met_by_the_event_in_any_state() -> None:
    session = begun()
    session.send("appeal", now=START)

    session.send("back", now=at(HOUR / 2))
    open_then = standing(session)
    decision = session.send("decided", now=at(HOUR / 2))

    assert open_then == [("report", 1, False), ("answer", 2, False)]
    assert (decision.verdict, decision.transitions) == ("applied", ())
    assert standing(session) == [("report", 1, False)]
    assert session.send("decided", now=at(HOUR / 2)).verdict == "ignored"


def test_what_meets_something_open_is_allowed_although_no_state_waits_for_it() -> None:
    session = begun()

    before = session.allowed
    session.send("appeal", now=START)
    session.send("back", now=START)

    assert before == ("appeal", "over")
    assert session.allowed == ("appeal", "decided", "over")


def test_entered_once_more_while_it_is_open_the_first_time_stays() -> None:
    session = begun()
    session.send("appeal", now=START)

    session.send("appeal", now=at(HOUR / 2))
    session.send("back", now=at(HOUR / 2))
    session.send("appeal", now=at(HOUR / 2))

    assert standing(session) == [("report", 1, False), ("answer", 2, False)]
    assert len(session.snapshot()["sends"]) == 2


def test_entered_once_more_after_it_was_met_it_begins_anew() -> None:
    session = begun()
    session.send("appeal", now=START)
    session.send("decided", now=at(60))

    session.send("appeal", now=at(HOUR / 2))

    assert standing(session) == [("report", 1, False), ("answer", 2.5, False)]


def test_when_the_time_is_up_the_event_comes_by_itself_and_it_stays_open() -> None:
    session = begun()
    session.send("appeal", now=START)

    fired = session.advance(at(3 * HOUR))

    assert [(one.due, one.decision.cause, one.decision.event) for one in fired] == [
        (at(HOUR), "must:report", None),
        (at(2 * HOUR), "must:answer", None),
    ]
    assert [action.name for action in fired[1].decision.actions] == ["escalate"]
    assert standing(session) == [("report", 1, True), ("answer", 2, True)]
    assert session.deadline is None


def test_what_is_overdue_is_not_due_again_when_the_state_is_entered_once_more() -> None:
    session = begun()
    session.send("appeal", now=START)
    session.advance(at(3 * HOUR))

    session.send("appeal", now=at(4 * HOUR))

    assert standing(session) == [("report", 1, True), ("answer", 2, True)]
    assert session.advance(at(99 * HOUR)) == ()


def test_what_is_overdue_can_still_be_met() -> None:
    session = begun()
    session.send("appeal", now=START)
    session.advance(at(3 * HOUR))

    session.send("decided", now=at(4 * HOUR))
    session.send("appeal", now=at(5 * HOUR))

    assert standing(session) == [("report", 1, True), ("answer", 7, False)]


def test_an_overdue_event_that_is_forbidden_is_dropped_and_it_is_overdue_all_the_same() -> None:
    forbidding = POLICY.replace(
        "    on:\n      back", '    forbid: {too_late: "Not here."}\n    on:\n      back'
    )
    session = begun(forbidding)
    session.send("appeal", now=START)

    fired = session.advance(at(3 * HOUR))

    assert [one.event for one in fired[1].decision.dropped] == ["too_late"]
    assert standing(session) == [("report", 1, True), ("answer", 2, True)]


def test_a_state_of_until_lifts_it() -> None:
    session = begun()
    session.send("appeal", now=START)

    session.send("withdraws", now=at(60))

    assert standing(session) == [("report", 1, False)]


def test_with_its_own_state_in_until_the_time_begins_anew_each_time() -> None:
    session = begun(POLICY.replace("until: [withdrawn]", "until: [waiting]"))
    session.send("appeal", now=START)

    session.send("appeal", now=at(HOUR / 2))

    assert standing(session) == [("report", 1, False), ("answer", 2.5, False)]


def test_nothing_is_open_in_a_session_that_is_done() -> None:
    session = begun()
    session.send("appeal", now=START)
    session.send("back", now=START)

    session.send("over", now=START)

    assert session.done
    assert session.obligations == ()
    assert session.deadline is None


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("{event: decided, within: 2 h}", "decided"),
        ("{action: write_report, within: 2 h}", "write_report"),
        ("[{event: decided, within: 2 h}]", "decided"),
    ],
)
def test_without_a_name_it_has_that_of_its_event_or_action(written: str, id: str) -> None:
    session = begun(
        "actions: {write_report: {}}\nevents: {decided: {}}\ninitial: a\n"
        f"states: {{a: {{must: {written}}}}}\n"
    )

    (obligation,) = session.obligations

    assert (obligation.id, obligation.due) == (id, at(2 * HOUR))


def test_working_days_are_counted_on_the_calendar() -> None:
    session = begun(
        "calendar: {time_zone: Europe/Amsterdam, closed: [2026-12-25]}\ninitial: a\n"
        "states: {a: {must: {event: b, within: 25 working_days at 17:00}}}\n"
    )

    (obligation,) = session.obligations

    assert obligation.due == datetime(2026, 12, 28, 16, tzinfo=UTC)


def test_the_hidden_part_is_shown_to_nobody() -> None:
    session = begun()
    decision = session.send("appeal", now=START)

    assert session.context == {}
    assert decision.transitions == ("talk.on.appeal.0",)
    for event in ("must:answer", "owed:answer"):
        with pytest.raises(pe.UnknownEventError):
            session.send(event, now=START)


def test_the_time_there_is_can_be_read_when_the_state_is_entered() -> None:
    session = begun(
        "context: {weeks: {range: 1..9, default: 2}}\ninitial: a\nstates:\n"
        "  a: {on: {b: {target: c, do: [{set: {weeks: 3}}]}}}\n"
        "  c: {must: {event: d, within: weeks weeks - 1 days}, on: {e: {do: [{set: {weeks: 9}}]}}}\n"
    )

    session.send("b", now=START)
    session.send("e", now=START)

    assert [one.due for one in session.obligations] == [at(20 * 24 * HOUR)]


def test_one_of_several_without_a_name_goes_by_the_first_and_is_called_by_all() -> None:
    session = begun(
        """
languages: [nl, en]
roles: {agent: {}, manager: {}, boss: {}}
events:
  upheld: {by: [boss], label: {nl: gegrond, en: upheld}}
  rejected: {by: [manager], label: {nl: ongegrond, en: rejected}}
actions: {write: {to: agent}, call: {to: boss}}
initial: a
states:
  a:
    must:
      - {event: [upheld, rejected], within: 1 h}
      - {action: write or call, within: 2 h}
"""
    )

    said = [(one.id, one.events, one.actions, one.by, one.label.text("nl")) for one in session.obligations]

    assert said == [
        ("upheld", ("upheld", "rejected"), (), ("manager", "boss"), "gegrond of ongegrond"),
        ("write", (), ("write", "call"), ("agent", "boss"), "write"),
    ]
    assert session.obligations[0].label.text("en") == "upheld or rejected"


def test_what_was_met_is_overdue_in_no_node() -> None:
    policy = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {done: {}, late: {}, on: {}}\ninitial: a\nstates:\n"
        "  a: {must: {event: done, within: 1 h, overdue: late}, on: {done: b}}\n"
        "  b: {on: {late or on: b}}\n"
    )
    automaton = policy.automaton

    assert automaton.expand()

    names = [name for name, one in automaton.chart.context.items() if one.type.kind in ("flag", "enum")]
    kept = [dict(zip(names, node.values, strict=True)) for node in automaton.nodes]
    assert {("open", True), ("overdue", True), ("none", False)} == {
        (values["must:done"], values["owed:done"]) for values in kept
    }
