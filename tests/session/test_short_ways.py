"""The short ways of `send` do what the long way does.

A session that remembers event ids always takes the long way; everything else about it is the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any

import pytest

import policy_engine as pe
from tests.small import START, at, ladder, small_policy

EVERYTHING = """
facts: {urgent: {flag: false}, name: {text: ""}}
context: {count: {counter: 0..3}, words: {text: ""}}
roles: {agent: {}, manager: {}}
events:
  go: {}
  stop: {}
  back: {by: [manager]}
  said: {data: {loud: {flag: false}, words: {text: ""}, size: {number: 0.0}}}
  paid: {data: {how: {enum: [cash, card]}, amount: {range: 0..9, default: 0}}}
  later: {}
actions: {ask: {}, page: {params: {n: {range: 0..3, default: 0}}}}
initial: p
states:
  p:
    type: parallel
    on:
      said:
        - {when: event.loud and event.words == 'help', target: alarm}
        - {when: event.size > 5 and not event.loud, do: [ask]}
      paid: [{when: event.how == 'card', do: [ask]}]
      stop: {target: pause, do: [ask]}
    states:
      left:
        initial: l1
        states:
          l1: {on: {go: l2}, after: {10 s: l2}}
          l2: {on: {back: l1}, after: {20 s: {target: l1, do: [ask]}, 30 s: l2}}
      right:
        initial: r1
        forbid: {back: {when: urgent, text: "Not now, {name|caller}."}}
        states:
          r1: {on: {go: [{when: count < 3, target: r2, do: [{add: {count: 1}}]}, {else: r2}]}}
          r2: {on: {go: {target: r1, do: [{send: {event: later, delay: 7 s}}]}}, after: {1 months: r1}}
  alarm:
    entry: [ask]
    on: {back: p, go: {}, said: {do: [{set: {words: event.words}}]}}
    after: {15 s: p}
  pause: {on: {go: p, stop: over, later: quiet}, after: {1 h: over, 25 s: {do: [ask]}}}
  quiet: {on: {go: pause, stop: alarm}}
  over: {type: final}
"""
DATA: list[Any] = [
    None,
    None,
    {},
    [],
    5,
    {"loud": True, "words": "help", "size": 0.0},
    {"loud": True, "words": "help"},
    {"loud": False, "words": "", "size": 9},
    {"loud": 1},
    {"size": float("nan")},
    {"how": "card"},
    {"how": "cash", "amount": 4},
    {"how": "cheque", "amount": 4},
    {"amount": 4},
    MappingProxyType({"how": "card"}),
]
BY: list[Any] = [None, None, "agent", "manager", ("manager", "p-1"), "nobody", ["agent"]]
EVENTS: list[Any] = ["go", "go", "stop", "back", "said", "said", "paid", "paid", "later", "unknown", []]
AMSTERDAM = timezone(timedelta(hours=1))


def outcome(act: Callable[[], object]) -> object:
    """What a call answers or raises, in a form that can be compared."""
    try:
        answer = act()
    except pe.PolicyEngineError as problem:
        return type(problem), str(problem)
    if isinstance(answer, tuple):
        return [(fired.due, fired.decision.to_dict()) for fired in answer]
    return answer.to_dict() if isinstance(answer, pe.Decision) else answer


def state(session: pe.Session) -> dict[str, Any]:
    return {**session.snapshot(), "remember": None}


def running(session: pe.Session) -> object:
    """What of a session does not depend on the time."""
    seen = session.snapshot()
    timers = [(timer["state"], timer["duration"]) for timer in seen["timers"]]
    return seen["configuration"], seen["context"], timers, [send["event"] for send in seen["sends"]]


def one_step(chance: random.Random, now: datetime) -> Callable[[pe.Session], object]:
    """Something that a host may do, at about this time."""
    told: Any = chance.choice(
        [now, now, now, now, now.astimezone(AMSTERDAM), now.replace(tzinfo=None), None, 5]
    )
    match chance.randrange(20):
        case 0:
            return lambda session: session.advance(told)
        case 1:
            urgent = chance.random() < 0.5
            return lambda session: session.learn({"urgent": urgent}, told)
        case 2:
            return lambda session: session.deadline
        case 3:
            return lambda session: session.send("go", facts={"name": "Jansen"}, now=told)
        case _:
            event, data, by = chance.choice(EVENTS), chance.choice(DATA), chance.choice(BY)
            return lambda session: session.send(event, data, by, now=told)


@pytest.fixture(scope="module", params=["all finite", "a text"])
def policy(request: pytest.FixtureRequest) -> pe.Policy:
    """With a text among the variables, that sessions share less; without, that they share more."""
    if request.param == "a text":
        return small_policy(EVERYTHING)
    return small_policy(
        EVERYTHING.replace(', words: {text: ""}}\nroles', "}\nroles").replace(
            "{set: {words: event.words}}", "ask"
        )
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_session_that_is_told_the_time_does_what_the_long_way_does(policy: pe.Policy, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        short, long = policy.start(now=START), policy.start(now=START, remember=1)
        now = START
        for _ in range(40):
            now += timedelta(seconds=chance.choice([-3, 0, 1, 1, 2, 4, 30]), microseconds=chance.randrange(3))
            step = one_step(chance, now)

            assert outcome(lambda: step(long)) == outcome(lambda: step(short))  # noqa: B023 - called at once
            if chance.random() < 0.3:
                assert state(long) == state(short)
        assert state(long) == state(short)


def test_an_event_without_anything_does_what_the_long_way_does() -> None:
    chance = random.Random(5)
    slow = small_policy(EVERYTHING.replace(" s:", " h:"))
    for _ in range(40):
        short, long = slow.start(), slow.start(remember=1)
        for event in chance.choices(EVENTS[:8], k=15):
            assert outcome(lambda: long.send(event)) == outcome(lambda: short.send(event))  # noqa: B023 - at once
            assert running(long) == running(short)


def test_a_time_between_two_microseconds_stays_exact() -> None:
    nanoseconds = int(START.timestamp()) * 1_000_000_000 + 1
    short, long = (
        small_policy("initial: s\nstates: {s: {after: {10 s: t}, on: {a: {}}}, t: {on: {a: s}}}").start(
            clock=lambda: nanoseconds, remember=remember
        )
        for remember in (0, 1)
    )

    for seconds in (0, 1, 10, 10.000001, 12, 22, 22.000001):
        assert outcome(lambda: long.send("a", now=at(seconds))) == outcome(  # noqa: B023 - called at once
            lambda: short.send("a", now=at(seconds))  # noqa: B023 - called at once
        )
        assert state(long) == state(short)


def test_a_session_can_be_seen_between_events_that_are_told() -> None:
    session = ladder().start(now=START)
    session.send("insult", now=at(5))

    assert session.deadline == at(120)
    assert session.snapshot()["now"] == "2026-11-21T10:00:05.000000000Z"
    session.send("joined", by="manager", now=at(6))
    assert session.deadline is None
    session.send("calms_down", now=at(7))
    assert session.deadline == at(127)
    session.send("insult", now=at(8))
    assert session.deadline == at(127)


def test_what_was_sent_stays_due_when_an_event_starts_timers() -> None:
    small = small_policy(
        "events: {a: {}, later: {}}\ninitial: s\nstates:\n"
        "  s: {on: {a: {target: t, do: [{send: {event: later, delay: 10 s}}]}}}\n"
        "  t: {on: {a: u}}\n  u: {after: {1 min: s}}"
    )
    for session in (small.start(now=START), small.start(now=START)):
        session.send("a", now=at(1))
        session.send("a", now=at(2))

        assert at(11) == session.deadline


def test_what_an_event_starts_is_due_before_the_next_one() -> None:
    small = small_policy(
        "initial: s\nstates: {s: {on: {a: t}}, t: {on: {a: {}}, after: {10 s: u}}, u: {on: {a: s}}}"
    )
    known, session = small.start(now=START), small.start(now=START)
    for _ in range(2):
        known.send("a", now=START)
    session.send("a", now=at(1))

    decision = session.send("a", now=at(12))

    assert [at(11)] == [fired.due for fired in decision.prior]
    assert ("s",) == decision.after


def test_a_time_in_another_zone_is_the_same_time() -> None:
    session = ladder().start(now=START)
    session.send("insult", now=at(1))

    decision = session.send("insult", now=at(120).astimezone(AMSTERDAM))

    assert [datetime(2026, 11, 21, 10, 2, tzinfo=UTC)] == [fired.due for fired in decision.prior]


def test_a_datum_that_must_be_given_is_missed_also_after_others_gave_it() -> None:
    policy = ladder()
    for now in (None, START):
        policy.start(now=now).send("paid", {"how": "card"}, now=now)

        for data in (None, {}, {"amount": 5.0}):
            with pytest.raises(pe.InvalidDataError, match="`how` is required"):
                policy.start(now=now).send("paid", data, now=now)


@pytest.mark.parametrize("now", [None, START])
def test_a_guard_reads_the_data_also_after_the_event_came_without(
    policy: pe.Policy, now: datetime | None
) -> None:
    session = policy.start(now=now)
    session.send("said", now=now)

    decision = session.send("said", {"loud": True, "words": "help"}, now=now)

    assert ("alarm",) == decision.after


def test_sessions_share_what_a_role_is_refused(policy: pe.Policy) -> None:
    first, second = policy.start(), policy.start()

    assert first.send("back") is second.send("back")
    assert first.send("back") is not first.send("back", by="manager")


def test_what_a_role_is_refused_names_that_role() -> None:
    small = small_policy(
        "roles: {agent: {}, guest: {}, manager: {}}\nevents: {a: {by: [manager]}}\n"
        "initial: s\nstates: {s: {on: {a: t}}, t: {}}"
    )

    for now in (None, None, START):
        session = small.start(now=now)
        named = [session.send("a", by=role, now=now).reason for role in (None, "guest", "agent", "guest")]
        assert ["agent", "guest", "agent", "guest"] == [text and text.params["role"] for text in named]
