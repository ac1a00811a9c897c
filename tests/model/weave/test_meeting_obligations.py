"""What meets something that must be done, and what does not."""

from __future__ import annotations

import pytest

from tests.model.weave.duties import HOUR, POLICY, begun, standing
from tests.small import START, at


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
