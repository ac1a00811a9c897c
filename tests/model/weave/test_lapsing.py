from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policy_engine as pe
from policy_engine.automaton.table_json import from_table, to_table
from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import Duration, Unit
from policy_engine.policy import Policy
from tests.small import small_policy

START = datetime(2026, 1, 31, 12, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
POLICY = """
parameters: {keep: {range: 1..24, default: 12}}
context:
  warnings: {counter: 0..3, lapse: keep months}
  calls: {counter: 0..9, lapse: {after: 30 days, when: all}}
  marks: {counter: 0..3}
events:
  warn: {}
  warn_more: {data: {points: {range: -3..3, default: 1}}}
  withdraw: {}
  start_with: {data: {points: {range: 0..3, default: 2}}}
  call: {data: {points: {range: -2..2, default: 1}}}
  call_anew: {data: {points: {range: 0..2, default: 0}}}
  mark: {}
  leave: {}
initial: fine
states:
  fine:
    forbid: {mark: "Not here."}
    on:
      warn: {when: warnings < 3, do: [{add: {warnings: 1, marks: warnings}}, {set: {marks: 0}}]}
      warn_more:
        when: warnings + event.points <= 3 and warnings + event.points >= 0
        do: [{add: {warnings: event.points}}]
      withdraw: {when: warnings > 0, do: [{add: {warnings: -1}}]}
      start_with: {do: [{set: {warnings: event.points}}]}
      call:
        when: calls + event.points <= 9 and calls + event.points >= 0
        do: [{add: {calls: event.points}}]
      call_anew: {do: [{set: {calls: event.points}}]}
      leave: gone
    always: {when: warnings >= 3, target: banned}
  banned:
    on: {leave: gone}
    always: {when: warnings < 3, target: fine}
  gone: {type: final}
"""


def begun(text: str = POLICY, **parameters: object) -> pe.Session:
    return small_policy(text).with_parameters(**parameters).start(now=START)


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def due(session: pe.Session) -> list[str]:
    """What is to lapse, each with its day."""
    return [f"{one['event']} {one['due'][:10]}" for one in session.snapshot()["sends"]]


def test_each_increase_falls_away_after_its_own_period() -> None:
    session = begun()
    session.send("warn", now=day(0))
    session.send("warn", now=day(60))

    fired = session.advance(day(365))

    assert [(datetime(2027, 1, 31, 12, tzinfo=UTC), "lapse:warnings", None, ())] == [
        (one.due, one.decision.cause, one.decision.event, one.decision.transitions) for one in fired
    ]
    assert session.context["warnings"] == 1
    assert session.deadline == datetime(2027, 4, 1, 12, tzinfo=UTC)


def test_what_lapses_at_the_moment_of_an_event_is_gone_before_it() -> None:
    session = begun()
    for number in range(3):
        session.send("warn", now=day(number))

    early = session.advance(day(365) - timedelta(seconds=1))
    decision = session.send("warn", now=day(365))

    assert early == ()
    assert decision.verdict == "applied"
    assert session.context["warnings"] == 3


def test_always_is_settled_after_a_lapse_wherever_the_session_is() -> None:
    session = begun()
    session.send("start_with", {"points": 3}, now=day(0))
    banned = session.states

    (first, *_) = session.advance(day(365))

    assert (banned, session.states) == (("banned",), ("fine",))
    assert (first.decision.before, first.decision.after) == (("banned",), ("fine",))


def test_what_is_withdrawn_is_the_newest() -> None:
    session = begun()
    session.send("warn", now=day(0))
    session.send("warn_more", {"points": 1}, now=day(60))
    session.send("withdraw", now=day(70))

    assert due(session) == ["lapse:warnings 2027-01-31"]
    assert session.context["warnings"] == 1


def test_several_are_added_and_withdrawn_at_once_as_the_event_says() -> None:
    session = begun()
    session.send("warn", now=day(0))
    session.send("warn_more", {"points": 1}, now=day(30))
    session.send("warn_more", {"points": 0}, now=day(40))
    session.send("warn_more", {"points": -2}, now=day(50))
    none_left = due(session)
    session.send("warn_more", {"points": 2}, now=day(60))

    assert none_left == []
    assert due(session) == ["lapse:warnings 2027-04-01"] * 2


def test_what_is_set_begins_anew() -> None:
    session = begun()
    session.send("warn", now=day(0))
    session.send("start_with", {"points": 2}, now=day(60))
    again = due(session)
    session.send("start_with", {"points": 0}, now=day(70))

    assert again == ["lapse:warnings 2027-04-01"] * 2
    assert due(session) == []
    assert session.deadline is None


def test_a_whole_count_falls_away_once_nothing_was_added_for_long_enough() -> None:
    session = begun()
    session.send("call", {"points": 2}, now=day(0))
    session.send("call", {"points": 1}, now=day(20))
    session.send("call", {"points": -1}, now=day(40))

    before = due(session), session.context["calls"]
    fired = session.advance(day(50))

    assert (["lapse:calls 2026-03-22"], 2) == before
    assert [one.decision.cause for one in fired] == ["lapse:calls"]
    assert session.context["calls"] == 0
    assert session.deadline is None


def test_a_whole_count_that_is_taken_back_or_set_to_nothing_has_nothing_to_lapse() -> None:
    session = begun()
    session.send("call", {"points": 2}, now=day(0))
    session.send("call", {"points": -2}, now=day(1))
    taken_back = due(session)
    session.send("call_anew", {"points": 2}, now=day(2))
    anew = due(session)
    session.send("call_anew", {"points": 0}, now=day(3))

    assert taken_back == []
    assert anew == ["lapse:calls 2026-03-04"]
    assert due(session) == []


def test_a_session_that_is_done_has_nothing_to_lapse() -> None:
    session = begun()
    session.send("warn", now=day(0))
    session.send("leave", now=day(1))

    assert session.advance(day(1_000)) == ()
    assert session.deadline is None


def test_a_period_may_be_a_parameter() -> None:
    session = begun(keep=1)
    session.send("warn", now=day(0))

    assert session.deadline == datetime(2026, 2, 28, 12, tzinfo=UTC)


def test_what_lapses_never_leaves_the_range_of_its_counter() -> None:
    policy = small_policy(POLICY)

    assert policy.automaton.whole
    assert policy.automaton.faults == []
    assert policy.chart.context["warnings"].lapse is not None


def test_a_compiled_table_lapses_as_well() -> None:
    table = json.loads(json.dumps(to_table(small_policy(POLICY).automaton)))
    automaton = from_table(table)
    session = Policy(automaton.chart, automaton).start(now=START)
    session.send("warn_more", {"points": 2}, now=day(0))
    session.send("warn_more", {"points": -1}, now=day(1))

    (fired,) = session.advance(day(366))

    assert fired.decision.cause == "lapse:warnings"
    assert session.context["warnings"] == 0
    lapse = automaton.chart.context["calls"].lapse
    assert lapse is not None
    assert (lapse.after, lapse.all) == (Duration(30, "days"), True)


def test_two_windows_are_two_counters() -> None:
    chain = """
context: {warnings: {counter: 0..3, lapse: 12 months}, bans: {counter: 0..2, lapse: 24 months}}
events: {warn: {}}
initial: served
states:
  served:
    on: {warn: {when: warnings < 3, do: [{add: {warnings: 1}}]}}
    always: {when: warnings >= 3, target: banned}
  banned:
    entry: [{add: {bans: 1}}, {set: {warnings: 0}}]
    always: {when: bans >= 2, target: barred}
    after: {4 months: served}
  barred: {}
"""
    late, soon = begun(chain), begun(chain)
    for session, year in ((late, 800), (soon, 700)):
        for start in (0, year):
            for number in range(3):
                session.send("warn", now=day(start + number))

    assert (late.states, soon.states) == (("banned",), ("barred",))


@pytest.mark.parametrize("most", [333, 334])
def test_no_more_lapses_than_a_session_keeps(most: int) -> None:
    names = ("a", "b", "c")
    counters = ", ".join(f"{name}: {{counter: 0..{most}, lapse: 1 h}}" for name in names)
    fill = ", ".join(f"{{set: {{{name}: {most}}}}}" for name in names)
    session = begun(
        f"context: {{{counters}}}\nevents: {{fill: {{}}}}\ninitial: one\n"
        f"states: {{one: {{on: {{fill: {{do: [{fill}]}}}}}}}}"
    )

    if most == 333:
        session.send("fill", now=START)
        assert len(due(session)) == 999
    else:
        with pytest.raises(pe.TooMuchDueError):
            session.send("fill", now=START)
        assert session.context["a"] == 0


ZONES = ("UTC", "Europe/Amsterdam", "America/New_York")
UNITS: tuple[Unit, ...] = ("days", "weeks", "months", "years", "working_days")
MOVES = st.lists(
    st.tuples(
        st.sampled_from(("warn", "warn", "warn", "withdraw", "start_with", "wait")),
        st.integers(0, 3),
        st.one_of(st.integers(1, 100), st.integers(0, 500 * 24)),  # hours that go by before it
        st.booleans(),  # whether the session is taken up again from a snapshot before it
    ),
    max_size=14,
)


def window_policy(amount: int, unit: Unit, zone: str) -> Policy:
    return small_policy(f"""
calendar: {{time_zone: {zone}, closed: [2027-05-05, 2028-05-05]}}
context: {{warnings: {{counter: 0..9, lapse: {amount} {unit}}}}}
events: {{warn: {{}}, withdraw: {{}}, start_with: {{data: {{points: {{range: 0..3, default: 0}}}}}}}}
initial: fine
states:
  fine:
    on:
      warn: {{when: warnings < 9, do: [{{add: {{warnings: 1}}}}]}}
      withdraw: {{when: warnings > 0, do: [{{add: {{warnings: -1}}}}]}}
      start_with: {{do: [{{set: {{warnings: event.points}}}}]}}
""")


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(st.integers(1, 20), st.sampled_from(UNITS), st.sampled_from(ZONES), MOVES)
def test_a_counter_that_lapses_is_a_list_of_moments(
    amount: int, unit: Unit, zone: str, moves: list[tuple[str, int, int, bool]]
) -> None:
    policy = window_policy(amount, unit, zone)
    calendar: Calendar = policy.chart.calendar
    session, now, window = policy.start(now=START), START, list[int]()
    for event, points, hours, again in moves:
        now += timedelta(hours=hours)
        moment = (now - EPOCH) // timedelta(microseconds=1) * 1_000
        end = Duration(amount, unit).due(moment, calendar)
        window = [one for one in window if one > moment]
        if event == "warn" and len(window) < 9:
            window.append(end)
        elif event == "withdraw" and window:
            window.pop()
        elif event == "start_with":
            window = [end] * points
        if again:
            session = policy.resume(json.loads(json.dumps(session.snapshot())))
        if event == "wait":
            session.advance(now)
        else:
            session.send(event, {"points": points} if event == "start_with" else None, now=now)

        deadline = (
            None if session.deadline is None else (session.deadline - EPOCH) // timedelta(microseconds=1)
        )
        assert session.context["warnings"] == len(window)
        assert deadline == (min(window) // 1_000 if window else None)
