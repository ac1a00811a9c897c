"""Time in a session: timers, delayed sends, clocks (rule 9)."""

from __future__ import annotations

from datetime import UTC, datetime
from time import time_ns

import pytest

import policy_engine as pe
from tests.small import START, at, ladder, small_policy


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 0
        self.reads = 0

    def __call__(self) -> int:
        self.reads += 1
        return self.now

    def go(self, seconds: float) -> None:
        self.now += int(seconds * 1_000_000_000)


def test_a_session_that_was_given_a_time_asks_for_it() -> None:
    session = ladder().start(now=START)
    before = session.snapshot()

    for call in (lambda: session.send("insult"), session.advance, lambda: session.learn({})):
        with pytest.raises(pe.ClockError):
            call()

    assert session.snapshot() == before


@pytest.mark.parametrize("now", [datetime(2026, 11, 21), "2026-11-21", 5])
def test_a_time_without_a_zone_is_refused(now: object) -> None:
    with pytest.raises(pe.ClockError, match="time zone"):
        ladder().start(now=now)  # type: ignore[arg-type]  # this is the test


def test_a_policy_without_timers_never_reads_the_clock() -> None:
    clock = Clock()
    session = small_policy("initial: s\nstates:\n  s: {on: {a: t}}\n  t: {}").start(clock=clock)

    session.send("a")

    assert clock.reads == 0


def test_the_clock_is_read_while_a_timer_is_pending() -> None:
    clock = Clock()
    session = ladder().start(clock=clock)

    clock.go(121)
    decision = session.send("insult")

    assert [fired.decision.cause for fired in decision.prior] == ["talk.after.2 min"]


def test_a_later_time_fires_what_is_due_first_in_order() -> None:
    session = ladder().start(now=START)

    decision = session.send("insult", now=at(301))

    assert [(fired.due, fired.decision.cause) for fired in decision.prior] == [
        (at(120), "talk.after.2 min"),
        (at(300), "talk.after.5 min"),
    ]
    assert decision.verdict is pe.Verdict.CLOSED


def test_an_earlier_time_counts_as_the_last_one() -> None:
    session = small_policy("initial: s\nstates:\n  s: {on: {a: t}}\n  t: {after: {10 s: u}}\n  u: {}").start(
        now=at(100)
    )

    session.send("a", now=at(0))

    assert session.deadline == at(110)


def test_the_deadline_is_that_of_the_next_timer() -> None:
    session = ladder().start(now=START)
    first = session.deadline
    session.advance(at(120))

    assert first == at(120)
    assert session.deadline == at(300)
    session.advance(at(300))
    assert session.deadline is None


def test_leaving_a_state_cancels_its_timers_and_entering_arms_them_anew() -> None:
    session = ladder().start(now=START)
    session.send("joined", by="manager", now=at(60))
    away = session.deadline
    session.send("calms_down", now=at(90))

    assert away is None
    assert session.deadline == at(210)


def test_an_event_that_keeps_the_state_keeps_its_timers() -> None:
    session = ladder().start(now=START)

    session.send("insult", now=at(60))

    assert session.deadline == at(120)


SENDS = """
actions: {ask: {}}
initial: s
states:
  s:
    entry: [{send: {event: b, delay: 10 s, id: x}}, {send: {event: c, delay: 10 s, id: x}}]
    on: {a: {do: [{cancel: x}]}, b: {do: [ask]}, c: t, d: {do: [{send: {event: e, delay: 1 s}}]}}
  t: {}
"""


def test_delayed_sends_come_in_order_and_survive_the_state() -> None:
    session = small_policy(SENDS).start(now=START)

    fired = session.advance(at(10))

    assert [(item.decision.cause, item.decision.verdict) for item in fired] == [
        ("b", "applied"),
        ("c", "applied"),
    ]
    assert session.states == ("t",)


def test_cancel_removes_all_sends_of_its_id() -> None:
    session = small_policy(SENDS).start(now=START)
    session.send("d", now=at(1))
    session.send("a", now=at(1))

    fired = session.advance(at(20))

    assert [item.decision.cause for item in fired] == ["e"]
    assert fired[0].decision.verdict is pe.Verdict.IGNORED


def test_timers_and_sends_are_gone_when_the_session_is_done() -> None:
    session = small_policy(
        "initial: s\nstates:\n  s: {entry: [{send: {event: b, delay: 10 s}}], on: {a: t}}\n  t: {type: final}"
    ).start(now=START)

    session.send("a", now=at(1))

    assert session.deadline is None
    assert session.advance(at(100)) == ()


def test_what_is_sent_on_the_way_to_the_end_is_never_due() -> None:
    session = small_policy(
        "initial: s\nstates:\n"
        "  s: {on: {a: {target: t, do: [{send: {event: b, delay: 10 s}}]}}}\n  t: {type: final}"
    ).start(now=START)

    session.send("a", now=at(1))

    assert session.deadline is None
    assert session.snapshot()["sends"] == []


def test_a_calendar_month_ends_on_the_last_day() -> None:
    session = small_policy("initial: s\nstates:\n  s: {after: {1 months: t}}\n  t: {}").start(
        now=datetime(2027, 1, 31, 9, 30, tzinfo=UTC)
    )

    assert session.deadline == datetime(2027, 2, 28, 9, 30, tzinfo=UTC)


def test_the_system_clock_arms_and_fires_by_itself() -> None:
    session = small_policy(
        "initial: s\nstates:\n  s: {on: {a: t}}\n  t: {after: {1 ms: u}}\n  u: {after: {1 h: s}}"
    ).start()
    session.send("a")

    while session.states == ("t",):
        session.advance()

    assert session.states == ("u",)
    assert session.deadline is not None


def test_an_event_comes_after_what_was_due_by_the_system_clock() -> None:
    policy = small_policy(
        "initial: s\nstates:\n  s: {on: {a: t}}\n  t: {on: {b: {}}, after: {1 ms: u}}\n  u: {on: {b: s}}"
    )
    known = policy.start(now=START)
    known.send("a", now=START)
    known.send("b", now=START)
    session = policy.start()
    session.send("a")
    begin = time_ns()
    while time_ns() < begin + 1_000_000:
        pass

    decision = session.send("b")

    assert ["t.after.1 ms"] == [fired.decision.cause for fired in decision.prior]
    assert ("s",) == decision.after


def test_two_regions_keep_their_own_timers() -> None:
    policy = small_policy(
        """
initial: p
states:
  p:
    type: parallel
    states:
      l: {initial: l1, states: {l1: {on: {a: l2}, after: {10 s: l2}}, l2: {after: {1 h: l1}}}}
      r: {initial: r1, states: {r1: {after: {20 s: r2}}, r2: {}}}
"""
    )
    session = policy.start(now=START)
    session.send("a", now=at(5))

    fired = session.advance(at(20))

    assert [item.decision.cause for item in fired] == ["r1.after.20 s"]
    assert session.deadline == at(3605)


def test_more_than_one_call_can_fire_is_refused_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_engine.session.moving.MOST_FIRED", 2_000)
    session = small_policy("initial: s\nstates:\n  s: {after: {1 ms: s}}").start(now=START)
    before = session.snapshot()

    for call in (
        lambda: session.advance(at(3600)),
        lambda: session.send("a", now=at(3600)),
        lambda: session.learn({}, now=at(3600)),
    ):
        with pytest.raises(pe.TooMuchDueError, match="smaller steps"):
            call()

    assert session.snapshot() == before
    assert len(session.advance(at(1))) == 1000


def test_sends_that_multiply_are_refused_before_they_fill_the_memory() -> None:
    session = small_policy(
        "initial: s\nstates:\n"
        "  s: {on: {a: {do: [{send: {event: a, delay: 1 min}}, {send: {event: a, delay: 1 min}}]}}}"
    ).start(now=START)
    session.send("a", now=at(0))

    with pytest.raises(pe.TooMuchDueError):
        session.advance(at(3600))

    assert len(session.snapshot()["sends"]) == 2


def test_more_timers_than_a_session_keeps_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policy_engine.session.timers.MOST_PENDING", 2)
    session = small_policy(
        "initial: s\nstates: {s: {on: {a: t}}, t: {after: {1 s: s, 2 s: s, 3 s: s}}}"
    ).start()

    with pytest.raises(pe.TooMuchDueError):
        session.send("a")

    assert ("s",) == session.states


def test_a_session_that_was_not_told_the_time_stays_so_when_a_call_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("policy_engine.session.moving.MOST_FIRED", 2_000)
    clock = Clock()
    session = small_policy("initial: s\nstates:\n  s: {after: {1 ms: s}}").start(clock=clock)

    with pytest.raises(pe.TooMuchDueError):
        session.advance(at(0))

    assert session.snapshot()["explicit_now"] is False
