"""Who did something is remembered, and required to be somebody else."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import lru_cache

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from policy_engine.session.values import By
from tests.small import START, small_policy

BAN = """
languages: [nl, en]
roles: {agent: {}, manager: {}}
events: {decided: {by: manager}, appealed: {}, appeal_decided: {by: manager}, expired: {}, go: {}}
context: {decided_by: {person: }}
actions: {inform: {params: {who: {text: }}}}
initial: talk
states:
  talk:
    on:
      decided: {target: banned, do: [{remember: {decided_by: by}}, {inform: {who: {expr: decided_by}}}]}
      expired: {target: review, do: [{remember: {decided_by: by}}]}
      go: {do: [{raise: expired}]}
  banned:
    after: {1 years: talk}
    on: {appealed: review}
  review:
    say: {nl: "Niet {decided_by|niemand}.", en: "Not {decided_by|nobody}."}
    on:
      appeal_decided:
        - {when: by != decided_by, target: closed}
        - {when: by == decided_by, do: []}
  closed: {type: final}
"""
FIRST, SECOND = ("manager", "p1"), ("manager", "p2")


@lru_cache
def policy(*, stored: bool = False) -> pe.Policy:
    loaded = small_policy(BAN)
    if not stored:
        return loaded
    automaton = from_table(json.loads(json.dumps(loaded.to_table())))
    return pe.Policy(automaton.chart, automaton)


@pytest.fixture(params=[False, True], ids=["loaded", "from a table"])
def session(request: pytest.FixtureRequest) -> pe.Session:
    return policy(stored=request.param).start(now=START)


def sent(session: pe.Session, event: str, by: By | None = None) -> pe.Decision:
    return session.send(event, by=by, now=START)


def test_somebody_else_decides_on_the_appeal(session: pe.Session) -> None:
    decided = sent(session, "decided", FIRST)
    sent(session, "appealed")
    verdicts = [(sent(session, "appeal_decided", who).verdict, session.states) for who in (FIRST, SECOND)]

    assert {"who": "p1"} == decided.actions[0].params
    assert [("applied", ("review",)), ("applied", ("closed",))] == verdicts
    assert {"decided_by": "p1"} == session.context


@pytest.mark.parametrize("by", ["manager", ("manager", "")])
def test_a_call_that_names_nobody_is_rejected_and_changes_nothing(session: pe.Session, by: By) -> None:
    before = session.snapshot()

    decision = sent(session, "decided", by)

    assert "rejected" == decision.verdict
    assert decision.reason is not None
    assert "person-needed" == decision.reason.code
    assert "`decided` needs to know who reports it: name the person" == decision.reason.text("en")
    assert "bij `decided` moet bekend zijn wie het meldt: noem de persoon" == decision.reason.text("nl")
    assert before == session.snapshot()


def test_a_person_is_needed_where_no_state_handles_the_event_too(session: pe.Session) -> None:
    verdicts = [sent(session, "appeal_decided", who).verdict for who in ("manager", FIRST)]

    assert ["rejected", "ignored"] == verdicts


def test_the_role_is_asked_before_the_person(session: pe.Session) -> None:
    reason = sent(session, "decided", "agent").reason

    assert reason is not None
    assert "role-may-not" == reason.code


def test_what_is_allowed_says_whether_a_person_must_be_named(session: pe.Session) -> None:
    assert ("appealed" in session.allowed, session.allows("decided", "manager")) == (False, False)
    assert session.allows("decided", FIRST)
    assert ("decided", "expired", "go") == session.allowed_for(FIRST)
    assert ("go",) == session.allowed_for("manager")


def test_while_nobody_is_remembered_everybody_is_somebody_else(session: pe.Session) -> None:
    sent(session, "go")

    assert "Niet niemand." == session.guidance()[0].say[0]
    assert ("review",) == session.states
    assert "applied" == sent(session, "appeal_decided", FIRST).verdict
    assert ("closed",) == session.states


def test_what_the_policy_does_by_itself_was_done_by_nobody(session: pe.Session) -> None:
    sent(session, "decided", FIRST)
    session.advance(START + timedelta(days=400))
    session.send("go", now=START + timedelta(days=400))

    assert {"decided_by": ""} == session.context


def test_who_decided_is_still_known_a_year_later(session: pe.Session) -> None:
    sent(session, "decided", FIRST)
    sent(session, "appealed")
    later = START + timedelta(days=365)
    again = policy().resume(json.loads(json.dumps(session.snapshot())))
    asked = [again.send("appeal_decided", by=who, now=later).after for who in (FIRST, SECOND)]

    assert [("review",), ("closed",)] == asked
    assert "Not p1." == policy().resume(session.snapshot()).guidance("en")[0].say[0]


def test_a_step_as_a_pure_function_knows_persons() -> None:
    before = policy().start(now=START).snapshot()
    after, decision = policy().step(before, "decided", START, by=SECOND)

    assert ("applied", "p2") == (decision.verdict, after["context"]["decided_by"])
