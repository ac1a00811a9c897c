"""Random courses of a session: which calls the host makes, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.oracle.content import Trigger
from tests.oracle.naive import Naive
from tests.oracle.plain import default_of

HALF_A_SECOND = 5 * 10**8


@dataclass(frozen=True)
class Call:
    """One call of the host. `now` is in nanoseconds since the start."""

    kind: str  # send, learn, advance
    now: int
    event: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    by: str | tuple[str, str] | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def random_facts(random: Random, policy: dict[str, Any]) -> dict[str, Any]:
    """Some of the facts, with values."""
    choices = {
        "known": [True, False],
        "colour": policy["facts"]["colour"]["enum"],
        "name": ["Jansen", "De Boer"],
        "score": [0.5, 2.5, 3],
        "pause": [1, 2, 3, 4],
    }
    return {name: random.choice(values) for name, values in choices.items() if random.random() < 0.5}


def random_calls(random: Random, session: Naive, length: int) -> Iterator[Call]:
    """Calls that depend on where the session is by then: mostly events that something handles."""
    now, after_the_end = session.now, 0
    for _ in range(length):
        after_the_end += session.done
        if after_the_end > 2:
            return
        chance = random.random()
        if random.random() < 0.5:
            now += HALF_A_SECOND * random.randint(0, 4)
        if chance < 0.1:
            now += HALF_A_SECOND * random.randint(2, 16)
            yield Call("advance", now)
        elif chance < 0.2:
            yield Call("learn", now, facts=random_facts(random, session.policy))
        else:
            event, by = random_event(random, session)
            data = {"size": random.randint(0, 2), "urgent": random.random() < 0.5} if event == "e3" else {}
            if random.random() < 0.3:
                data = {}
            facts = random_facts(random, session.policy) if random.random() < 0.15 else {}
            named = by is not None and random.random() < 0.7
            who = (by, random.choice(("p", "q"))) if by is not None and named else by
            yield Call("send", now, event, data, who, facts)


def random_event(random: Random, session: Naive) -> tuple[str, str | None]:
    by = random.choice([None, *session.policy["roles"]])
    weighted = []
    for event, declared in session.policy["events"].items():
        weighted.append((weight(session, event, declared, by), event))
    return random.choices([event for _, event in weighted], [share for share, _ in weighted])[0], by


def weight(session: Naive, event: str, declared: dict[str, Any], by: str | None) -> float:
    """How much an event is wanted: most of all one that leads back to what a history remembers."""
    reporter = by or next(iter(session.policy["roles"]))
    if reporter not in declared.get("by", [reporter]):
        return 0.2
    if session.forbidden(event, reporter, person="p") is not None:
        return 1
    session.data = {name: default_of(one) for name, one in declared.get("data", {}).items()}
    session.by = reporter
    taken = session.without_conflicts(session.enabled(Trigger("event", event)))
    session.data, session.by = {}, None
    targets = [target for one in taken for target in one.targets]
    if any(session.history.get(target) for target in targets):
        return 12
    left = set[str]().union(*(session.exit_set(one) for one in taken))
    if any(session.histories(state) for state in left):
        return 6
    return 3 if targets else 1 if taken else 0.04
