"""A call that fails midway leaves the session as it was: timers, time, facts, remembered ids and all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import policy_engine as pe
from tests.automaton.tables import as_json, forged
from tests.small import START, at, small_policy

# After a minute the session is in `t`, where the event and the fact lead to more than can be sent.
MANY = ", ".join(["{send: {event: b, delay: 1 min}}"] * 3)
POLICY = f"""
facts: {{f: {{flag: false}}}}
initial: s
states:
  s: {{after: {{1 min: t}}}}
  t: {{on: {{a: {{do: [{MANY}]}}}}, always: {{when: f, target: u}}}}
  u: {{entry: [{MANY}]}}
"""
Call = Callable[[pe.Session], object]
CALLS: dict[str, Call] = {
    "an event": lambda session: session.send("a", now=at(100), event_id="x"),
    "facts": lambda session: session.learn({"f": True}, now=at(100)),
    "an event with facts": lambda session: session.send("b", facts={"f": True}, now=at(100)),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_a_call_that_asks_too_much_changes_nothing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_engine.session.timers.MOST_PENDING", 2)
    session = small_policy(POLICY).start(now=START, remember=3)
    before = session.snapshot()

    with pytest.raises(pe.TooMuchDueError):
        call(session)

    assert session.snapshot() == before
    assert session.states == ("s",)
    assert len(session.advance(at(100))) == 1


def test_a_call_that_finds_the_table_damaged_changes_nothing() -> None:
    table = as_json(small_policy("initial: s\nstates: {s: {after: {1 min: t}}, t: {after: {1 min: s}}}"))
    session = forged(table, lambda t: t["nodes"][1].update(does="9")).start(now=START)
    before = session.snapshot()

    for _ in range(2):
        with pytest.raises(pe.TableError):
            session.advance(at(100))

    assert session.snapshot() == before


def test_a_session_that_was_told_the_time_in_a_call_that_failed_was_not_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("policy_engine.session.timers.MOST_PENDING", 2)
    session = small_policy(POLICY).start(clock=lambda: 0, remember=1)
    before = session.snapshot()

    with pytest.raises(pe.TooMuchDueError):
        session.send("a", now=at(0))

    assert session.snapshot() == before
    assert session.snapshot()["explicit_now"] is False
