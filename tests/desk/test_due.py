"""What is due at the desk: everywhere, each at its own time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policy_engine.desk.desk import Desk
from policy_engine.errors import (
    ClockError,
    TooMuchDueError,
)
from policy_engine.policy import parse_policy
from tests.desk.desks import ONE, POLICIES, causes, desk_with, insulted
from tests.desk.policies import NOON, later


def test_time_fires_what_is_due_everywhere_each_at_its_own_time() -> None:
    desk = desk_with(ONE, "two")
    insulted(desk, "two", 3)
    first = desk.deadline

    result = desk.advance(later(days=365))

    assert later(minutes=30) == first
    assert [
        ("call", ONE, "talk.after.30 min"),
        ("conduct", ONE, "start"),
        ("conduct", ONE, "long_call"),
        ("call", "two", "talk.after.30 min"),
        ("conduct", "two", "long_call"),
        ("conduct", "two", "banned.after.6 months"),
        ("house", "all", "lifted"),
    ] == causes(result)
    moments = [item.moment for item in result.happened]
    assert [later(minutes=30)] * 5 + [datetime(2026, 7, 5, 12, tzinfo=UTC)] * 2 == moments
    assert result.decision is None
    assert desk.deadline is None


def test_what_is_due_in_a_ledger_comes_before_it_is_read() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 3)

    result = desk.start("call", "later", facts={"customer": ONE}, now=later(days=200))

    assert "good" == desk.session("call", "later").facts["standing"]
    assert ["banned.after.6 months", "start", "lifted"] == [item.decision.cause for item in result.happened]


def test_what_was_due_in_a_call_is_told_at_its_own_time() -> None:
    desk = desk_with(ONE)

    result = desk.send("call", ONE, "insult", now=later(hours=1))

    told = [(item.decision.cause, item.moment) for item in result.deliveries]
    assert [("start", later(minutes=30)), ("long_call", later(minutes=30)), ("abuse", later(hours=1))] == told


def test_what_came_due_after_a_late_event_is_told_too() -> None:
    desk = desk_with(ONE)

    result = desk.send("call", ONE, "insult", now=later(hours=1), at=later(minutes=5))

    told = [(item.decision.cause, item.moment) for item in result.deliveries]
    assert [("start", later(hours=1)), ("abuse", later(hours=1)), ("long_call", later(minutes=30))] == told


@pytest.mark.no_cover
def test_time_that_never_ends_leaves_all_sessions_as_they_were() -> None:
    text = 'policy: p\nformat: 1\nversion: "1"\ninitial: a\nstates: {a: {after: {100 ms: a}}}\n'
    desk = Desk([parse_policy(text)])
    desk.start("p", "1", now=NOON)
    before = desk.snapshot()

    with pytest.raises(TooMuchDueError):
        desk.advance(later(days=1))

    assert before == desk.snapshot()
    assert later(seconds=0.1) == desk.deadline


def test_a_session_in_which_too_much_is_due_is_told_in_vain() -> None:
    teller = (
        'policy: t\nformat: 1\nversion: "1"\nfacts: {k: {text: x}}\nevents: {e: {}}\ninitial: a\n'
        "states: {a: {on: {e: {do: {tell: {policy: p, key: k, event: e}}}}}}\n"
    )
    text = (
        'policy: p\nformat: 1\nversion: "1"\nevents: {e: {}}\ninitial: a\nstates: {a: {after: {1 ms: a}}}\n'
    )
    desk = Desk([parse_policy(teller), parse_policy(text)])
    desk.start("t", "1", now=NOON)
    desk.start("p", "x", now=NOON)

    result = desk.send("t", "1", "e", now=later(days=1))

    assert ["told-refused"] == [item.reason.code for item in result.undelivered]


def test_the_clock_is_read_where_no_time_is_told() -> None:
    times = iter([0, 60_000_000_000 * 31])
    desk = Desk(POLICIES, clock=lambda: next(times))
    desk.start("call", ONE, facts={"customer": ONE})

    result = desk.advance()

    assert "talk.after.30 min" == result.happened[0].decision.cause


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ClockError):
        Desk(POLICIES).start("call", ONE, now=datetime(2026, 1, 1))
