"""Events that are taken back, and events that are told late."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.session.mark import Mark
from tests.small import START, at, small_policy

NOISY = """
facts: {urgent: {flag: false}, name: {text: ""}}
context: {count: {counter: 0..3}, words: {text: ""}}
roles: {agent: {}, manager: {}}
events:
  go: {settle: 5 s}
  stop: {}
  back: {by: [manager]}
  said: {data: {loud: {flag: false}, words: {text: ""}}}
  later: {}
actions: {ask: {}, note: {params: {n: {range: 0..3, default: 0}}}}
initial: p
states:
  p:
    type: parallel
    on:
      said: {when: event.loud, do: [{set: {words: event.words}}, ask]}
      stop: {target: pause, do: [ask]}
    states:
      left:
        initial: l1
        states:
          l1: {on: {go: l2}, after: {10 s: l2}, always: {when: urgent and count > 0, target: l3}}
          l2: {on: {back: l1}, after: {20 s: {target: l1, do: [ask]}}}
          l3: {on: {back: l1}}
      right:
        initial: r1
        states:
          r1:
            on:
              go:
                - {when: count < 3, target: r2, do: [{add: {count: 1}}, {note: {n: {expr: count}}}]}
                - else: r2
          r2: {on: {go: {target: r1, do: [{send: {event: later, delay: 7 s}}]}}}
  pause: {on: {go: p, stop: over, later: {do: [{note: {n: 3}}]}}, after: {1 min: over}}
  over: {type: final, entry: [ask]}
"""
Step = Callable[[pe.Session, datetime | None], Any]


@pytest.fixture(scope="module")
def policy() -> pe.Policy:
    return small_policy(NOISY)


class Clock:
    """What a session without times reads."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> int:
        microseconds = (self.now - START) // timedelta(microseconds=1)
        return int(START.timestamp()) * 1_000_000_000 + microseconds * 1_000 + 7

    def told(self, explicit: bool) -> datetime | None:
        return self.now if explicit else None


def random_step(chance: random.Random, number: int) -> tuple[str, Step]:
    """Something that a host may do; its id, empty where it has none."""
    urgent = chance.random() < 0.5
    match chance.randrange(10):
        case 0:
            return "", lambda session, now: session.advance(now)
        case 1:
            return "", lambda session, now: session.learn({"urgent": urgent}, now)
    event = chance.choice(["go", "go", "go", "stop", "back", "said", "later"])
    data = {"loud": urgent, "words": f"words {number}"} if event == "said" else None
    by: Any = chance.choice([None, "manager", ("manager", "p-1")])
    facts = {"name": f"name {number}", "urgent": urgent} if chance.random() < 0.2 else None
    late = timedelta(seconds=chance.choice([1, 5, 30])) if chance.random() < 0.3 else None
    event_id = f"e{number}" if number % 5 else ""

    def step(session: pe.Session, now: datetime | None) -> pe.Decision:
        happened = None if late is None else step.now - late  # type: ignore[attr-defined]  # set below
        return session.send(event, data, by, facts, now, event_id or None, happened)

    return event_id, step


def asked(answers: Iterable[Any]) -> Iterator[str]:
    """What was asked for in the course of the calls, as texts that can be counted."""
    for answer in answers:
        if isinstance(answer, tuple):
            yield from asked(fired.decision for fired in answer)
        else:
            yield from asked([answer.prior])
            yield from map(str, answer.actions)
            yield from asked([answer.later])


def seen(session: pe.Session) -> dict[str, Any]:
    return {**session.snapshot(), "journal": None, "remembered": None}


def taken_up(policy: pe.Policy, session: pe.Session, clock: Clock) -> pe.Session:
    return policy.resume(json.loads(json.dumps(session.snapshot())), clock=clock)


@pytest.mark.parametrize("seed", range(60))
def test_a_session_without_an_event_is_as_if_that_had_never_been(policy: pe.Policy, seed: int) -> None:
    chance = random.Random(seed)
    explicit, remember, clock = seed % 2 == 0, chance.choice((0, 2)), Clock()
    session = policy.start(now=clock.told(explicit), remember=remember, clock=clock, journal=True)
    calls: list[tuple[datetime, str, Step]] = []
    answers = []
    for number in range(chance.randint(1, 14)):
        clock.now += timedelta(seconds=chance.choice([0, 1, 3, 8, 15]), microseconds=chance.randrange(3))
        event_id, step = random_step(chance, number)
        step.now = clock.now  # type: ignore[attr-defined]  # when it is told, for late events
        answers.append(step(session, clock.told(explicit)))
        calls.append((clock.now, event_id, step))
        if chance.random() < 0.2:
            session = taken_up(policy, session, clock)
    told = [event_id for _, event_id, _ in calls if event_id]
    gone: set[str] = set()
    for event_id in chance.sample(told, k=min(len(told), 2)):
        clock.now += timedelta(seconds=chance.choice([0, 12]))
        before, gone = session.states, gone | {event_id}
        answer = session.retract(event_id, "it was not heard right", clock.told(explicit))
        calls.append((clock.now, "", lambda session, now: session.advance(now)))

        ending, clock.now = clock.now, START
        fresh = policy.start(now=clock.told(explicit), remember=remember, clock=clock, journal=True)
        rest = []
        for clock.now, known, step in calls:
            if known not in gone:
                rest.append(step(fresh, clock.told(explicit)))
        clock.now = ending
        assert seen(fresh) == seen(session)
        assert (before, fresh.states) == (answer.before, answer.after)
        was, should = Counter(asked(answers)), Counter(asked(rest))
        assert was - should == Counter(map(str, answer.asked_in_vain))
        assert should - was == Counter(map(str, answer.missed))
        answers = rest
        session = taken_up(policy, session, clock)
    assert len(gone) == sum(entry.call == "retract" for entry in session.journal)


def test_the_journal_keeps_the_event_and_why_it_was_taken_back(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    session.send("said", {"loud": True}, ("manager", "p-1"), {"urgent": True}, at(1), "a", at(0))
    session.learn({"urgent": False}, at(2))
    session.advance(at(3))
    session.retract("a", "nobody said that", at(4))
    sent, learned, advanced, taken = session.journal

    assert (
        pe.JournalEntry(
            "send",
            at(1),
            "said",
            {"loud": True},
            ("manager", "p-1"),
            {"urgent": True},
            "a",
            at(0),
            pe.Verdict.APPLIED,
        )
        == sent
    )
    assert pe.JournalEntry("learn", at(2), facts={"urgent": False}, verdict=pe.Verdict.IGNORED) == learned
    assert pe.JournalEntry("advance", at(3)) == advanced
    assert pe.JournalEntry("retract", at(4), event_id="a", why="nobody said that") == taken
    assert session.journal == policy.resume(json.loads(json.dumps(session.snapshot()))).journal


def test_a_session_that_is_over_may_go_on(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    session.send("stop", now=at(1), event_id="first")
    session.send("stop", now=at(2), event_id="second")
    answer = session.retract("second", "pressed twice", at(3))

    assert (("over",), ("pause",)) == (answer.before, answer.after)
    assert ["ask"] == [action.name for action in answer.asked_in_vain]
    assert not session.done
    assert at(61) == session.deadline


def test_a_repeat_of_what_was_taken_back_stays_one(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    session.send("stop", now=at(1), event_id="a")
    session.retract("a", "not so", at(2))

    assert "duplicate" == session.send("stop", now=at(3), event_id="a").verdict
    assert "duplicate" == session.journal[-1].verdict
    session.send("stop", now=at(4), event_id="b")
    assert ("p",) != session.retract("b", "not so either", at(5)).before
    assert ("l1", "r1") == session.states


@pytest.mark.parametrize(
    ("journal", "event_id", "why", "raised"),
    [
        (False, "a", "why", pe.JournalError),
        (True, "b", "why", pe.JournalError),
        (True, ["a"], "why", pe.JournalError),
        (True, "gone", "why", pe.JournalError),
        (True, "a", " ", pe.InvalidDataError),
        (True, "a", None, pe.InvalidDataError),
    ],
)
def test_what_cannot_be_taken_back_changes_nothing(
    policy: pe.Policy, journal: bool, event_id: Any, why: Any, raised: type[Exception]
) -> None:
    session = policy.start(now=START, journal=journal)
    session.send("stop", now=at(1), event_id="a")
    if journal:
        session.send("go", now=at(2), event_id="gone")
        session.retract("gone", "why", at(3))
    before = session.snapshot()

    with pytest.raises(raised):
        session.retract(event_id, why, at(4))
    assert before == session.snapshot()


def test_who_told_the_time_tells_it_here_too(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    session.send("stop", now=at(1), event_id="a")

    with pytest.raises(pe.ClockError):
        session.retract("a", "why")


def test_a_call_that_was_refused_is_not_in_the_journal(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    for call in (
        lambda: session.send("nothing", now=at(1)),
        lambda: session.send("go", {"no": 1}, now=at(1)),
        lambda: session.learn({"no": 1}, at(1)),
        lambda: session.advance(),
    ):
        with pytest.raises(pe.PolicyEngineError):
            call()

    assert () == session.journal


def test_a_session_that_goes_back_to_its_mark_forgets_what_was_called(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    session.send("stop", now=at(1), event_id="a")
    mark = Mark(session)
    session.send("stop", now=at(2), event_id="b")
    mark.undo()

    assert ["a"] == [entry.event_id for entry in session.journal]
    assert "applied" == session.send("stop", now=at(2), event_id="b").verdict


def test_a_session_without_a_journal_has_an_empty_one(policy: pe.Policy) -> None:
    assert () == policy.start().journal
    assert "journal" not in policy.start().snapshot()


@pytest.mark.parametrize(
    "change",
    [
        {"call": "undo"},
        {"event": 3},
        {"colour": "red"},
        {"now": "yesterday"},
        {"by": 3},
        {"verdict": "maybe"},
        {"data": []},
    ],
)
def test_a_snapshot_with_a_damaged_journal_is_refused(policy: pe.Policy, change: dict[str, Any]) -> None:
    session = policy.start(now=START, journal=True)
    session.send("stop", now=at(1), event_id="a")
    snapshot = session.snapshot()
    snapshot["journal"]["entries"][0] |= change

    with pytest.raises(pe.SnapshotError):
        policy.resume(snapshot)


def test_a_journal_that_leads_elsewhere_is_refused(policy: pe.Policy) -> None:
    session = policy.start(now=START, journal=True)
    session.send("stop", now=at(1), event_id="a")
    snapshot = session.snapshot()
    snapshot["journal"]["entries"][0]["event"] = "go"
    back = policy.resume(snapshot)

    with pytest.raises(pe.SnapshotError, match="does not lead"):
        back.retract("a", "why", at(2))
    assert ("pause",) == back.states


# ---- late events


def test_a_late_event_is_handled_when_it_happened(policy: pe.Policy) -> None:
    session = policy.start(now=START)
    decision = session.send("stop", at=at(4), now=at(70))

    assert () == decision.prior
    assert ("applied", ("pause",)) == (decision.verdict, decision.after)
    assert [at(64)] == [fired.due for fired in decision.later]
    assert ("over",) == session.states
    assert not decision.done
    assert session.done
    assert decision.to_dict()["later"]


def test_what_was_due_before_it_comes_before_it(policy: pe.Policy) -> None:
    session = policy.start(now=START)
    decision = session.send("back", by="manager", at=at(12), now=at(25))

    assert [at(10)] == [fired.due for fired in decision.prior]
    assert "applied" == decision.verdict
    assert [at(22)] == [fired.due for fired in decision.later]
    assert at(42) == session.deadline


def test_it_never_happened_before_what_the_session_knows(policy: pe.Policy) -> None:
    session = policy.start(now=START)
    session.learn({"name": "Jansen"}, at(30))
    session.send("stop", at=at(1), now=at(31))

    assert at(90) == session.deadline


@pytest.mark.parametrize("happened", [at(5.000001), START.replace(tzinfo=None), 5])
def test_it_did_not_happen_later_than_now(policy: pe.Policy, happened: Any) -> None:
    session = policy.start(now=START)
    before = session.snapshot()

    with pytest.raises(pe.ClockError, match="`at`"):
        session.send("stop", at=happened, now=at(5))
    assert before == session.snapshot()


def test_a_session_with_a_clock_of_its_own_reads_it_for_a_late_event() -> None:
    clock = Clock()
    session = small_policy("initial: s\nstates: {s: {on: {a: t}}, t: {}}").start(clock=clock)
    clock.now = at(10)

    assert "applied" == session.send("a", at=at(3)).verdict
    with pytest.raises(pe.ClockError):
        session.send("a", at=at(11))


def test_a_repeat_is_counted_from_when_the_first_happened(policy: pe.Policy) -> None:
    session = policy.start(now=START)
    session.send("go", at=at(1), now=at(4))

    assert "applied" == session.send("go", now=at(6)).verdict


def test_a_step_and_a_machine_take_late_events(policy: pe.Policy) -> None:
    class Call:
        def do_ask(self) -> None:
            done.append("ask")

    done: list[str] = []
    call: Any = Call()
    machine = pe.as_machine(policy, call, now=START)
    after, decision = policy.step(policy.start(now=START).snapshot(), "stop", at(70), at=at(4))

    assert (["over"], 1) == (after["configuration"], len(decision.later))
    assert call.stop(at=at(4), now=at(70))
    assert ["ask", "ask"] == done
    assert ("over", "stop") == (call.state, machine.decision.cause)
