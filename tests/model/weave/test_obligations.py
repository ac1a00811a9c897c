from __future__ import annotations

from datetime import UTC, datetime

import pytest

import policy_engine as pe
from policy_engine.policy import parse_policy
from tests.small import START, at, small_policy

HOUR = 3600.0
POLICY = """
roles: {agent: {}, manager: {}}
events: {appeal: {}, decided: {}, withdraws: {}, too_late: {}, back: {}, over: {}}
actions: {write_report: {}, escalate: {}}
initial: talk
states:
  talk: {on: {appeal: waiting, over: closed}}
  waiting:
    must:
      answer: {event: decided, within: 2 h, overdue: too_late, until: [withdrawn]}
      report: {action: write_report, within: 1 h}
    on:
      back: talk
      withdraws: withdrawn
      appeal: waiting
      too_late: {do: [escalate]}
  withdrawn: {on: {back: talk}}
  closed: {type: final}
"""


def begun(policy: str = POLICY) -> pe.Session:
    return small_policy(policy).start(now=START)


def standing(session: pe.Session) -> list[tuple[str, float, bool]]:
    """What is open: its id, in how many hours from the start it is due, and whether it is overdue."""
    found = [(one.id, one.due, one.overdue) for one in session.obligations]
    return [(id, (due - START).total_seconds() / HOUR, late) for id, due, late in found if due is not None]


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
    "where",
    [
        "entry: [write_report]",
        "always: {when: not told, do: [write_report, {set: {told: true}}]}",
        "exit: [write_report]\n    after: {30 min: talk}",
    ],
    ids=["on entry", "at once", "on leaving"],
)
def test_an_action_meets_it_wherever_it_is_asked_for(where: str) -> None:
    session = begun(
        "context: {told: {flag: false}}"
        + POLICY.replace("    on:\n      back", f"    {where}\n    on:\n      back")
    )
    session.send("appeal", now=START)

    session.advance(at(HOUR * 0.75))

    assert [id for id, _, _ in standing(session)] == ["answer"]


def test_an_event_that_a_role_may_not_report_here_meets_nothing() -> None:
    session = begun(
        POLICY.replace(
            "    on:\n      back", "    on:\n      decided: {by: manager, target: talk}\n      back"
        )
    )
    session.send("appeal", now=START)

    decision = session.send("decided", by="agent", now=at(60))

    assert decision.verdict == "rejected"
    assert [id for id, _, _ in standing(session)] == ["report", "answer"]
    assert session.send("decided", by="manager", now=at(60)).after == ("talk",)
    assert [id for id, _, _ in standing(session)] == ["report"]


WRONG_PERSON = """
roles: {agent: {}, manager: {}}
events: {banned: {}, appeal_decided: {by: [manager]}, back: {}}
context: {decided_by: {person: }}
initial: talk
states:
  talk: {on: {banned: {target: appeal, do: [{remember: {decided_by: by}}]}}}
  appeal:
    must: {event: appeal_decided, within: 10 working_days}
    on:
      appeal_decided: {when: by != decided_by, target: lifted}
      back: talk
  lifted: {}
"""


def test_an_event_that_the_state_does_not_take_meets_nothing() -> None:
    session = begun(WRONG_PERSON)
    session.send("banned", by=("manager", "ada"), now=START)

    decision = session.send("appeal_decided", by=("manager", "ada"), now=START)

    assert decision.verdict == "ignored"
    assert [one.id for one in session.obligations] == ["appeal_decided"]
    assert session.send("appeal_decided", by=("manager", "bob"), now=START).after == ("lifted",)
    assert session.obligations == ()


def test_an_event_that_another_state_handles_is_not_heard_for_the_obligation_alone() -> None:
    session = begun(WRONG_PERSON)
    session.send("banned", by=("manager", "ada"), now=START)
    session.send("back", by=("manager", "ada"), now=START)

    decision = session.send("appeal_decided", by=("manager", "bob"), now=START)

    assert decision.verdict == "ignored"
    assert "appeal_decided" not in session.allowed_for("manager")
    assert [one.id for one in session.obligations] == ["appeal_decided"]


@pytest.mark.parametrize(
    ("branch", "left"),
    [
        ("{}", ["one"]),
        ("[{when: ill, target: a}, {else: {}}]", ["one"]),
        ("{do: [{set: {ill: false}}]}", []),
        ("{target: b}", []),
    ],
)
def test_a_branch_that_does_nothing_meets_nothing(branch: str, left: list[str]) -> None:
    session = begun(
        "context: {ill: {flag: false}}\ninitial: a\nstates:\n"
        f"  a: {{must: {{one: {{event: e, within: 1 h}}}}, on: {{e: {branch}}}}}\n  b: {{}}\n"
    )

    decision = session.send("e", now=START)

    assert decision.verdict == "applied"
    assert [one.id for one in session.obligations] == left


@pytest.mark.parametrize("on", ["{}", "{told: {}}"])
def test_a_statement_that_is_ticked_meets_it_also_where_a_state_does_nothing_with_it(on: str) -> None:
    session = begun(
        "statements: {told: {}}\ninitial: a\n"
        f"states: {{a: {{must: {{event: told, within: 1 h}}, on: {on}}}, b: {{on: {{told: a}}}}}}\n"
    )

    assert session.send("told", now=START).verdict == "applied"
    assert session.obligations == ()


def test_an_event_that_meets_it_also_does_what_the_state_says() -> None:
    session = begun(
        POLICY.replace(
            "    on:\n      back", "    on:\n      decided: {target: talk, do: [write_report]}\n      back"
        )
    )
    session.send("appeal", now=START)

    decision = session.send("decided", now=at(60))

    assert (decision.after, [action.name for action in decision.actions]) == (("talk",), ["write_report"])
    assert decision.transitions == ("waiting.on.decided.0",)
    assert session.obligations == ()


def test_an_event_that_is_asked_for_and_leads_into_the_state_is_asked_for_once_more() -> None:
    session = begun(POLICY.replace("appeal: waiting, over", "decided: waiting, appeal: waiting, over"))

    session.send("decided", now=START)

    assert [id for id, _, _ in standing(session)] == ["report", "answer"]


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


def test_who_may_meet_it_and_what_it_is_called() -> None:
    session = begun(
        """
languages: [nl, en]
roles: {agent: {}, manager: {}, customer: {}}
events:
  decided: {by: [customer, manager]}
  asked: {label: {nl: gevraagd, en: asked}}
actions: {report: {to: manager}, note: {}}
initial: a
states:
  a:
    must:
      one: {event: decided, within: 1 h, label: {nl: Antwoord, en: Answer}}
      two: {event: asked, within: 2 h}
      three: {action: report, within: 3 h}
      four: {action: note, within: 4 h}
"""
    )

    said = [
        (one.events, one.actions, one.by, one.label.text("en"), str(one.label)) for one in session.obligations
    ]

    assert said == [
        (("decided",), (), ("manager", "customer"), "Answer", "Antwoord"),
        (("asked",), (), ("agent", "manager", "customer"), "asked", "gevraagd"),
        ((), ("report",), ("manager",), "three", "three"),
        ((), ("note",), (), "four", "four"),
    ]


def test_the_hidden_part_is_shown_to_nobody() -> None:
    session = begun()
    decision = session.send("appeal", now=START)

    assert session.context == {}
    assert decision.transitions == ("talk.on.appeal.0",)
    for event in ("must:answer", "owed:answer"):
        with pytest.raises(pe.UnknownEventError):
            session.send(event, now=START)


def test_what_is_raised_meets_it_also_where_another_part_refused_the_role() -> None:
    session = begun(
        """
roles: {agent: {}, manager: {}}
initial: both
states:
  both:
    type: parallel
    must: {event: b, within: 1 h}
    states:
      left: {on: {a: {by: manager, do: []}}}
      right: {on: {a: {do: [{raise: b}]}}}
"""
    )

    assert session.send("a", now=START).verdict == "applied"
    assert session.obligations == ()


def test_the_time_there_is_can_be_read_when_the_state_is_entered() -> None:
    session = begun(
        "context: {weeks: {range: 1..9, default: 2}}\ninitial: a\nstates:\n"
        "  a: {on: {b: {target: c, do: [{set: {weeks: 3}}]}}}\n"
        "  c: {must: {event: d, within: weeks weeks - 1 days}, on: {e: {do: [{set: {weeks: 9}}]}}}\n"
    )

    session.send("b", now=START)
    session.send("e", now=START)

    assert [one.due for one in session.obligations] == [at(20 * 24 * HOUR)]


@pytest.mark.parametrize(
    "written", ["decided or withdraws", "[decided, withdraws]", "[decided or withdraws]"]
)
def test_of_several_events_any_one_meets_it(written: str) -> None:
    policy = POLICY.replace("event: decided", f"event: {written}").replace(", until: [withdrawn]", "")

    for event in ("decided", "withdraws"):
        session = begun(policy)
        session.send("appeal", now=START)
        session.send(event, now=at(60))
        assert [one.id for one in session.obligations] == ["report"]


def test_an_event_that_shares_its_transition_with_the_one_that_meets_it_meets_nothing() -> None:
    session = begun(POLICY.replace("      back: talk\n", "      back or decided: talk\n"))
    session.send("appeal", now=START)

    decision = session.send("back", now=at(60))
    left = [one.id for one in session.obligations]
    session.send("appeal", now=at(60))
    session.send("decided", now=at(120))

    assert decision.transitions == ("waiting.on.back|decided.0",)
    assert left == ["report", "answer"]
    assert [one.id for one in session.obligations] == ["report"]


def test_of_several_actions_any_one_meets_it() -> None:
    policy = POLICY.replace("action: write_report", "action: write_report or escalate")
    policy = policy.replace("back: talk", "back: {target: talk, do: [write_report]}")

    for event in ("back", "too_late"):
        session = begun(policy)
        session.send("appeal", now=START)
        session.send(event, now=at(60))
        assert [one.id for one in session.obligations] == ["answer"]


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
