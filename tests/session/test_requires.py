"""What must be said or done first: statements that are ticked off, and events that wait for them."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import lru_cache

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from policy_engine.session.values import By
from tests.small import START, small_policy

RESTRICTION = """
languages: [nl, en]
roles: {agent: {}, manager: {}}
statements:
  explained: {label: {nl: beleid uitgelegd, en: policy explained}}
  consulted: {by: manager, label: {nl: chef geraadpleegd, en: manager consulted}}
context: {heard: {flag: false}, rounds: {counter: 0..3}}
events: {restricted: {}, heard_out: {}, lifted: {}, later: {}, inside: {}}
actions: {note_it: {}}
initial: open
states:
  open:
    say: [{when: not explained, text: {nl: "Ik leg het uit.", en: "Let me explain."}}]
    initial: talking
    on:
      restricted:
        - when: rounds < 2
          requires: [explained, consulted, heard]
          target: closed_off
          do: [{add: {rounds: 1}}]
        - {when: rounds >= 2, target: over}
      heard_out: {do: [{set: {heard: true}}]}
      later: {do: [{raise: restricted}]}
      inside: busy
    states:
      talking: {on: {explained: {target: told, do: [note_it]}}}
      told: {}
      busy: {on: {restricted: talking}}
  closed_off:
    on: {lifted: {target: open, do: [{set: {explained: false, consulted: false}}]}}
  over: {type: final}
"""


@lru_cache
def policy(*, stored: bool = False) -> pe.Policy:
    loaded = small_policy(RESTRICTION)
    if not stored:
        return loaded
    automaton = from_table(json.loads(json.dumps(loaded.to_table())))
    return pe.Policy(automaton.chart, automaton)


@pytest.fixture(params=[False, True], ids=["loaded", "from a table"])
def session(request: pytest.FixtureRequest) -> pe.Session:
    return policy(stored=request.param).start(now=START)


def sent(session: pe.Session, *events: str, by: By | None = None) -> pe.Decision:
    return [session.send(event, by=by, now=START) for event in events][-1]


def test_an_event_that_must_wait_says_what_for(session: pe.Session) -> None:
    before = session.snapshot()

    decision = sent(session, "restricted")

    assert ("forbidden", ()) == (decision.verdict, decision.transitions)
    assert decision.reason is not None
    assert "requires" == decision.reason.code
    assert ("explained", "consulted", "heard") == decision.reason.params["missing"]
    assert "Eerst nog: beleid uitgelegd, chef geraadpleegd, heard." == decision.reason.text()
    assert "First: policy explained, manager consulted, heard." == decision.reason.text("en")
    assert before == session.snapshot()


def test_it_is_told_before_it_is_tried(session: pe.Session) -> None:
    assert {"restricted": "Eerst nog: beleid uitgelegd, chef geraadpleegd, heard."} == {
        event: text.text() for event, text in session.forbidden.items()
    }
    assert ("heard_out", "later", "inside", "explained") == session.allowed
    assert not session.allows("restricted")


def test_once_everything_was_said_the_way_is_open(session: pe.Session) -> None:
    sent(session, "explained", "heard_out")
    missing = sent(session, "restricted").reason
    sent(session, "consulted", by="manager")

    assert missing is not None
    assert "First: manager consulted." == missing.text("en")
    assert {} == session.forbidden
    assert ("applied", ("closed_off",)) == (sent(session, "restricted").verdict, session.states)


def test_a_statement_is_applied_everywhere_and_moves_where_a_state_handles_it(session: pe.Session) -> None:
    first, again = sent(session, "explained"), sent(session, "explained")

    assert ("applied", ("told",), ["note_it"]) == (
        first.verdict,
        first.after,
        [one.name for one in first.actions],
    )
    assert ("applied", ("told",), ()) == (again.verdict, again.after, again.transitions)
    assert session.context["explained"] is True
    assert () == session.guidance()[0].say


def test_a_statement_may_be_for_some_roles_alone(session: pe.Session) -> None:
    assert "rejected" == sent(session, "consulted").verdict
    assert session.context["consulted"] is False


def test_what_is_taken_back_must_be_said_again(session: pe.Session) -> None:
    sent(session, "explained", "heard_out")
    sent(session, "consulted", by="manager")
    sent(session, "restricted", "lifted")

    assert "First: policy explained, manager consulted." == session.forbidden["restricted"].text("en")


def test_what_is_raised_is_dropped_and_that_is_recorded(session: pe.Session) -> None:
    decision = sent(session, "later")

    assert ["restricted"] == [one.event for one in decision.dropped]
    assert "requires" == decision.dropped[0].reason.code
    assert ("talking",) == session.states


def test_an_inner_state_that_handles_the_event_need_not_wait(session: pe.Session) -> None:
    sent(session, "inside")

    assert ("applied", ("talking",)) == (sent(session, "restricted").verdict, session.states)


def test_no_other_branch_is_taken_instead(session: pe.Session) -> None:
    for _ in range(2):
        sent(session, "explained", "heard_out")
        sent(session, "consulted", by="manager")
        sent(session, "restricted", "lifted")

    assert ("over",) == sent(session, "restricted").after


def test_what_was_said_is_still_known_a_year_later(session: pe.Session) -> None:
    sent(session, "explained")
    again = policy().resume(json.loads(json.dumps(session.snapshot())))
    decision = again.send("restricted", now=START + timedelta(days=365))

    assert decision.reason is not None
    assert ("consulted", "heard") == decision.reason.params["missing"]


def test_a_policy_without_languages_is_told_in_ours() -> None:
    plain = small_policy(
        "statements: {told_why: {}, asked: {label: asked first}}\n"
        "initial: a\nstates: {a: {on: {b: {target: a, requires: [told_why, asked]}}}}\n"
    )
    reason = plain.start().send("b").reason

    assert reason is not None
    assert "First: told why, asked first." == reason.text()
    assert "Eerst nog: told why, asked first." == reason.text("nl")
    assert {"en", "nl"} == set(plain.start().send("b").to_dict()["reason"]["text"])  # type: ignore[index]  # JSON


def test_an_object_that_follows_is_told_the_same() -> None:
    class Call:
        restricted: object
        may_restricted: object

    call = Call()
    machine = pe.as_machine(policy(), call, now=START)

    assert (False, False) == (call.may_restricted(), call.restricted(now=START))  # type: ignore[operator]  # given
    assert "forbidden" == machine.decision.verdict


def test_of_statements_that_share_a_transition_each_ticks_only_itself() -> None:
    shared = small_policy(
        "statements: {told: {}, asked: {}}\ninitial: s\nstates: {s: {on: {told or asked: t}}, t: {}}"
    ).start(now=START)

    decision = shared.send("told", now=START)

    assert shared.context == {"told": True, "asked": False}
    assert decision.transitions == ("s.on.told|asked.0",)
