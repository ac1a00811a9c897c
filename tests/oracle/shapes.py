"""Random trees of states, and the flavours of charts that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any


@dataclass(frozen=True)
class Flavour:
    """What a chart may contain. The plain one is what `transitions` can run as well."""

    parallel: bool = True
    history: bool = True
    queues: bool = True  # eventless, raise, send, timers, done, forbid
    into_itself: bool = True  # transitions from a state to what is inside it, or to itself

    @property
    def plain(self) -> bool:
        return not (self.parallel or self.history or self.queues or self.into_itself)


RICH = Flavour()
FLAT_TIME = Flavour(parallel=False)
STILL = Flavour(queues=False)
PLAIN = Flavour(parallel=False, history=False, queues=False, into_itself=False)
FLAVOURS = (RICH, RICH, RICH, RICH, STILL, STILL, FLAT_TIME, PLAIN)


@dataclass
class Shape:
    """The tree of states: nesting, regions, histories, final states."""

    random: Random
    flavour: Flavour
    room: int = 0
    count: int = 0

    def states(self) -> tuple[dict[str, Any], str]:
        self.room = self.random.randint(4, 9)
        top = {self.name("s"): self.state(1) for _ in range(self.random.randint(2, 4))}
        composite = [name for name, body in top.items() if "states" in body]
        initial = self.random.choice(composite or list(top))
        if self.flavour.queues and self.random.random() < 0.3:
            top[self.name("end")] = {"type": "final"}
        return top, initial

    def name(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    def state(self, depth: int, region: bool = False) -> dict[str, Any]:
        self.room -= 1
        chance = self.random.random()
        if depth > 3 or self.room <= 0:
            return {}
        if self.flavour.parallel and chance < (0.15 if region else 0.4):
            return self.parallel(depth)
        if chance < (0.85 if region else 0.75):
            return self.compound(depth)
        return {}

    def parallel(self, depth: int) -> dict[str, Any]:
        region = self.short if self.flavour.queues and self.random.random() < 0.35 else self.region
        states = {self.name("s"): region(depth + 1) for _ in range(self.random.choice((2, 2, 3)))}
        return {"type": "parallel", "states": self.with_history(states)}

    def region(self, depth: int) -> dict[str, Any]:
        return self.state(depth, region=True)

    def short(self, _depth: int) -> dict[str, Any]:
        """A region that comes to its end soon, so that a parallel state is done now and then."""
        self.room -= 1
        first, end = self.name("s"), self.name("end")
        return {"initial": first, "states": {first: {}, end: {"type": "final"}}}

    def compound(self, depth: int) -> dict[str, Any]:
        states = {self.name("s"): self.state(depth + 1) for _ in range(self.random.choice((1, 2, 2, 3)))}
        initial = self.random.choice(list(states))
        if self.flavour.queues and self.random.random() < 0.4:
            states[self.name("end")] = {"type": "final"}
        return {"initial": initial, "states": self.with_history(states)}

    def with_history(self, states: dict[str, Any]) -> dict[str, Any]:
        if not self.flavour.history or self.random.random() < 0.35:
            return states
        body: dict[str, Any] = {"type": "history"}
        if self.random.random() < 0.6:
            body["deep"] = True
        if self.random.random() < 0.5:
            body["target"] = self.random.choice(inside(states))
        return (
            {self.name("h"): body} | states if self.random.random() < 0.5 else states | {self.name("h"): body}
        )


def inside(states: dict[str, Any]) -> list[str]:
    """The real states among these and inside them, at any depth."""
    real = {name: body for name, body in states.items() if body.get("type") != "history"}
    return [one for name, body in real.items() for one in (name, *inside(body.get("states", {})))]
