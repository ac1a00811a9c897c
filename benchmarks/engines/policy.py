"""policy_engine itself: the ladder flat, nested and told in full, and the policy `aggressive_caller`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.engine import Engine
from benchmarks.engines.bound import Bound
from benchmarks.ladder import WEIGHTS, Row
from policy_engine import Policy, Session, load_policy

HERE = Path(__file__).parent.parent
FLAGSHIP = HERE.parent / "policies" / "aggressive_caller.yaml"
BEGIN = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TIMES = [BEGIN + timedelta(seconds=10 * step) for step in range(1, 101)]  # more than a call has events


class PolicyEngine(Engine):
    """One policy, driven with nothing but the events' names."""

    source: ClassVar[Path]

    def __init__(self) -> None:
        self.policy: Policy = load_policy(self.source)

    def start(self) -> Session:
        return self.policy.start()

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        # decisions bring the actions to the host, so the host's own list is part of what an event costs
        send = session.send
        actions: list[Any] = []
        for event in events:
            actions += send(event).actions
        return actions

    def state(self, session: Any) -> str:
        return ", ".join(session.states)

    def names(self, actions: list[Any]) -> tuple[str, ...]:
        return tuple(action.name for action in actions)


class LadderFlat(PolicyEngine):
    name = "policy_engine, flat"
    source = HERE / "policies" / "ladder_flat.yaml"


class LadderNested(PolicyEngine):
    name = "policy_engine, nested"
    source = HERE / "policies" / "ladder_nested.yaml"


class LadderTold(PolicyEngine):
    """The same ladder, every event with its time, its role and its data."""

    name = "policy_engine, with now, by and data"
    source = HERE / "policies" / "ladder_told.yaml"
    data: ClassVar[dict[str, object]] = {"words": "a few words of the caller", "loud": True}

    def start(self) -> Session:
        return self.policy.start(now=BEGIN)

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        send, data = session.send, self.data
        actions: list[Any] = []
        for event, now in zip(events, TIMES, strict=False):
            actions += send(event, now=now, by="agent", data=data).actions
        return actions


class Flagship(PolicyEngine):
    """The ready policy, with the timers that its states start."""

    name = "policy_engine, aggressive_caller"
    source = FLAGSHIP


def flagship_calls(
    engine: Flagship, count: int = 200, seed: int = 2026, longest: int = 40
) -> list[list[str]]:
    """Random calls: four events in five are allowed at that moment, the rest is any declared event.

    So ignored, forbidden and rejected events are in them too. A call is over when no event leads to another
    state any more: then only a timer does, and a random call would fill up with events that change nothing.
    """
    chance = random.Random(seed)
    every = list(engine.policy.chart.events)
    over: dict[tuple[str, ...], bool] = {}
    calls = []
    for _ in range(count):
        session, call = engine.start(), list[str]()
        while len(call) < longest and not _over(engine.policy, session, over):
            choice = session.allowed if chance.random() < 0.8 else every
            event = chance.choices(choice, [WEIGHTS.get(name, 1) for name in choice])[0]
            call.append(event)
            session.send(event)
        calls.append(call)
    return calls


def _over(policy: Policy, session: Session, known: dict[tuple[str, ...], bool]) -> bool:
    """Whether no event leads out of the session's states; found out once for each choice of states."""
    states = session.states
    if states not in known:
        snapshot = session.snapshot()
        known[states] = all(policy.resume(snapshot).send(event).after == states for event in session.allowed)
    return known[states]


def flagship_bound(engine: Flagship, calls: Sequence[Sequence[str]]) -> Bound:
    """The bound for a policy: a table of what the calls do, written down while they are played once."""
    table: dict[str, Row] = {}
    start = _moment(engine.start())
    for call in calls:
        session = engine.start()
        for event in call:
            row = table.setdefault(_moment(session), {})
            decision = session.send(event)
            row[event] = (_moment(session), engine.names(list(decision.actions)))
    return Bound(table, start)


def _moment(session: Session) -> str:
    """What the future of a session depends on, times left out."""
    return f"{', '.join(session.states)} {dict(session.context)}"
