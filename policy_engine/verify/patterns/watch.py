"""Follows with time what can happen after the first steps of a `within`.

How much is told apart is chosen: situations, or only which states are active in them; and of what is due
all or some, while the rest may come at any moment or never. Fewer things told apart make more courses, never
fewer: what comes in time on all of these comes in time.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import NamedTuple, Protocol

from policy_engine.courses.lengths import durations
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.duration import Duration
from policy_engine.verify.clock import Clock, Dues
from policy_engine.verify.patterns.pattern import Search

First = tuple[int, Step]  # a step with the length of a shortest course that ends with it


class View(Protocol):
    """How situations are told apart."""

    def of(self, here: Situation) -> Hashable:
        """What stands for a situation, and for all that are not told from it."""

    def steps(self, place: Hashable) -> Sequence[Step]:
        """The steps from there, but for those after which nothing has to follow any more."""


class Whole:
    """Every situation by itself."""

    def __init__(self, search: Search, stop: Collection[int]) -> None:
        self._steps = search.courses.steps
        self._stop = stop
        self._left: dict[Hashable, Sequence[Step]] = {}

    def of(self, here: Situation) -> Hashable:
        return here

    def steps(self, place: Hashable) -> Sequence[Step]:
        assert isinstance(place, Situation)
        found = self._left.get(place)
        if found is None:
            every = self._steps.get(place, ())
            found = self._left[place] = [
                step for step in every if step.edge is None or step.edge.index not in self._stop
            ]
        return found


class ByStates:
    """Situations with the same states as one. Of the steps from all of them, those that do the same to what
    is due are one.
    """

    def __init__(self, search: Search, stop: Collection[int]) -> None:
        self._search = search
        self._stop = stop
        self._members: dict[Hashable, list[Situation]] = {}
        for here in search.courses.steps:
            self._members.setdefault(self.of(here), []).append(here)
        self._left: dict[Hashable, Sequence[Step]] = {}
        self._read = [item.name for item in durations(search.courses.chart) if item.name is not None]

    def of(self, here: Situation) -> Hashable:
        return self._search.courses.node(here).configuration

    def steps(self, place: Hashable) -> Sequence[Step]:
        found = self._left.get(place)
        if found is None:
            kinds: dict[object, Step] = {}
            for here in self._members.get(place, ()):
                for step in self._search.courses.steps[here]:
                    if step.edge is None or step.edge.index not in self._stop:
                        kinds.setdefault(self._kind(step), step)
            found = self._left[place] = tuple(kinds.values())
        return found

    def _kind(self, step: Step) -> object:
        """What a step does to what is due."""
        edge, there = step.edge, step.target
        if edge is None:
            return self.of(there), step.event, there.sends
        trigger = edge.trigger
        event = None if trigger.kind == "on" else trigger.name
        read: object = None
        if self._read and (edge.armed or edge.orders):
            known = self._search.known(there)
            read = tuple([known[name] for name in self._read])
        # Edges that do alike share what they order, so it is told by what it is.
        return self.of(there), event, trigger.timer, edge.armed, edge.kept, id(edge.orders), there.sends, read


class Place(NamedTuple):
    """Where a session is some time after the beginning, at `earliest` or later; nothing has followed yet."""

    there: Hashable
    earliest: int
    dues: Dues


Came = dict[Place, tuple[Place | None, Step]]


class Watch:
    """Looks for a course past whose end too much time can go by. `moves` counts what it looked at, up to
    `most`.
    """

    def __init__(self, view: View, limit: Duration, most: int) -> None:
        self.moves = 0
        self.most = most
        self._view = view
        self._limit = limit

    @property
    def crowded(self) -> bool:
        """Whether there was more than it looks at."""
        return self.moves > self.most

    def late(self, firsts: Sequence[First], clock: Clock, longest: int | None) -> tuple[Step, ...]:
        """A shortest such course of at most `longest` steps, from its first step on; empty if there is
        none.
        """
        limit = clock.end(self._limit, 0)
        came: Came = {}
        waiting = list(reversed(firsts))
        here: list[Place] = []
        length = firsts[0][0] if firsts else 0
        while (here or waiting) and (longest is None or length <= longest):
            while waiting and waiting[-1][0] == length:
                step = waiting.pop()[1]
                first = Place(self._view.of(step.target), 0, clock.first(step))
                if first not in came:
                    came[first] = (None, step)
                    here.append(first)
            following: list[Place] = []
            for place in here:
                if self.crowded:
                    return ()
                # Time goes by until the first of what is due must have come.
                must = place.dues.latest()
                if must is None or must > limit:
                    return _course(place, came)
                following += self._next(place, must, came, clock)
            here = following
            length += 1
            if not here and waiting:
                length = max(length, waiting[-1][0])
        return ()

    def _next(self, place: Place, must: int, came: Came, clock: Clock) -> Iterator[Place]:
        for step in self._view.steps(place.there):
            there = self._view.of(step.target)
            for earliest, dues in clock.after(place.dues, step, place.earliest, must):
                self.moves += 1
                after = Place(there, earliest, dues)
                if after not in came:
                    came[after] = (place, step)
                    yield after


def _course(place: Place | None, came: Came) -> tuple[Step, ...]:
    steps: list[Step] = []
    while place is not None:
        place, step = came[place]
        steps.append(step)
    return tuple(steps[::-1])
