"""What is to be done, in sessions that are put away, and beside a list that somebody keeps by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from policy_engine.policy import Policy
from policy_engine.session.schema import snapshot_schema
from tests.small import START, small_policy

POLICY = small_policy(
    """
calendar: {country: NL}
events: {ask: {}, answer: {}, drop: {}, back: {}, late: {}}
actions: {report: {}}
initial: idle
states:
  idle: {on: {ask: busy, drop: dropped}}
  busy:
    must:
      answering: {event: answer, within: 3 days, overdue: late, until: [dropped]}
      reporting: {action: report, within: 2 weeks, until: dropped}
    on: {ask: busy, drop: dropped, back: idle}
  dropped: {on: {ask: busy, back: {target: idle, do: [report]}}}
"""
)
DAY = timedelta(days=1)


@dataclass
class ByHand:
    """What a conscientious person would write down; `open` has when each is due."""

    state: str = "idle"
    open: dict[str, datetime] = field(default_factory=dict)

    def happens(self, event: str, now: datetime) -> None:
        if event == "answer":
            self.open.pop("answering", None)
        if event == "ask":
            self.state = "busy"
            self.open.setdefault("answering", now + 3 * DAY)
            self.open.setdefault("reporting", now + 14 * DAY)
        elif event == "drop" and self.state != "dropped":
            self.state = "dropped"
            self.open.clear()
        elif event == "back" and self.state != "idle":
            if self.state == "dropped":
                self.open.pop("reporting", None)
            self.state = "idle"


def through_json(session: pe.Session, policy: Policy) -> pe.Session:
    return policy.resume(json.loads(json.dumps(session.snapshot())))


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["ask", "answer", "drop", "back", "late", ""]), st.integers(0, 120)),
        max_size=14,
    ),
    kept=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_they_are_those_of_a_list_kept_by_hand(steps: list[tuple[str, int]], kept: bool) -> None:
    by_hand, session, now = ByHand(), POLICY.start(now=START), START

    for event, hours in steps:
        now += timedelta(hours=hours)
        if event:
            session.send(event, now=now)
            by_hand.happens(event, now)
        else:
            session.advance(now)
        if kept:
            session = through_json(session, POLICY)

        expected = sorted((due, id, due <= now) for id, due in by_hand.open.items())
        assert expected == [(one.due, one.id, one.overdue) for one in session.obligations]


def overdue_and_open() -> pe.Session:
    session = POLICY.start(now=START)
    session.send("ask", now=START)
    session.advance(START + 4 * DAY)
    return session


def test_a_session_taken_up_a_year_later_knows_what_was_due_and_when() -> None:
    session = overdue_and_open()

    back = through_json(session, POLICY)
    fired = back.advance(START + 365 * DAY)

    assert [one.due for one in fired] == [START + 14 * DAY]
    assert [(one.id, one.due, one.overdue) for one in back.obligations] == [
        ("answering", START + 3 * DAY, True),
        ("reporting", START + 14 * DAY, True),
    ]
    assert through_json(back, POLICY).obligations == back.obligations


def test_a_table_knows_them_too() -> None:
    automaton = from_table(json.loads(json.dumps(POLICY.to_table())))
    session = overdue_and_open()

    back = through_json(session, Policy(automaton.chart, automaton))

    assert back.obligations == session.obligations
    assert back.send("answer", now=START + 5 * DAY).verdict == "applied"
    assert [one.id for one in back.obligations] == ["reporting"]


def test_a_snapshot_says_it_only_where_something_is_overdue() -> None:
    session = overdue_and_open()
    before = POLICY.start(now=START).snapshot()

    while_overdue = session.snapshot()
    session.send("answer", now=START + 5 * DAY)

    assert "overdue" not in before
    assert while_overdue["overdue"] == {"answering": "2026-11-24T10:00:00.000000000Z"}
    assert "overdue" not in session.snapshot()
    assert "overdue" in snapshot_schema()["properties"]  # type: ignore[operator]  # it is a mapping


@pytest.mark.parametrize(
    "damage",
    [
        {"overdue": {}},
        {"overdue": {"answering": "soon"}},
        {"overdue": {"answering": "2026-11-24T10:00:00.000000000Z", "x": "2026-11-24T10:00:00.000000000Z"}},
        {"overdue": 3},
        {"sends": []},
    ],
)
def test_a_damaged_snapshot_is_refused(damage: dict[str, Any]) -> None:
    snapshot = overdue_and_open().snapshot()

    with pytest.raises(pe.SnapshotError):
        POLICY.resume({**snapshot, **damage})
