"""A `forbid` that asks who reports the event, or what is told with it."""

from __future__ import annotations

import json
from functools import lru_cache

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from tests.small import small_policy

DESK = """
roles: {agent: {}, manager: {}}
events:
  refunded: {data: {amount: {range: 0..500, default: 0}}}
  ended: {}
  decided: {}
  checked: {}
  ask: {}
  wait: {}
context: {decided_by: {person: }}
initial: talk
states:
  talk:
    forbid:
      ended: {when: by != 'manager', text: "Let the manager do that."}
      refunded: {when: "event.amount > 50 and by == 'agent'", text: "Too much."}
      checked: {when: by == decided_by, text: "Ask somebody else than {decided_by}."}
    on:
      refunded or checked: {}
      ended: over
      decided: {do: [{remember: {decided_by: by}}]}
      ask: {do: [{raise: ended}, {raise: refunded}]}
      wait: {do: [{send: {event: checked}}]}
  over: {type: final}
"""


@lru_cache
def policy(*, stored: bool = False) -> pe.Policy:
    loaded = small_policy(DESK)
    if not stored:
        return loaded
    automaton = from_table(json.loads(json.dumps(loaded.to_table())))
    return pe.Policy(automaton.chart, automaton)


@pytest.fixture(params=[False, True], ids=["loaded", "from a table"])
def session(request: pytest.FixtureRequest) -> pe.Session:
    return policy(stored=request.param).start()


def test_what_one_role_must_not_do_another_may(session: pe.Session) -> None:
    refused = session.send("ended")

    assert "forbidden" == refused.verdict
    assert "Let the manager do that." == str(refused.reason)
    assert "applied" == session.send("ended", by="manager").verdict


def test_what_is_told_with_an_event_is_asked_too(session: pe.Session) -> None:
    calls = [(50, "agent"), (51, "agent"), (51, "manager")]

    verdicts = [session.send("refunded", {"amount": amount}, by=by).verdict for amount, by in calls]

    assert ["applied", "forbidden", "applied"] == verdicts


def test_each_role_has_its_own_prohibitions(session: pe.Session) -> None:
    assert ["ended"] == list(session.forbidden)
    assert {"ended": "Let the manager do that."} == {
        event: str(text) for event, text in session.forbidden_for("agent").items()
    }
    assert {} == session.forbidden_for("manager")
    with pytest.raises(pe.UnknownRoleError):
        session.forbidden_for("boss")


def test_an_event_that_some_data_let_through_is_allowed_and_not_forbidden(session: pe.Session) -> None:
    assert "refunded" in session.allowed
    assert "refunded" not in session.forbidden


def test_a_person_can_be_kept_from_something(session: pe.Session) -> None:
    session.send("decided", by=("manager", "anna"))
    calls = [session.send("checked", by=by) for by in ("agent", ("manager", "anna"), ("agent", "piet"))]

    assert ["rejected", "forbidden", "applied"] == [one.verdict for one in calls]
    assert "Ask somebody else than anna." == str(calls[1].reason)
    assert "Ask somebody else than anna." == str(session.forbidden_for(("manager", "anna"))["checked"])


def test_what_the_policy_does_itself_nobody_reports(session: pe.Session) -> None:
    session.send("decided", by=("manager", "anna"))
    waited, asked = session.send("wait"), session.send("ask")

    assert () == waited.dropped
    assert ["ended"] == [one.event for one in asked.dropped]
