"""`whenever ... then ... within: DURATION`: the one is followed by the other in time, whatever else happens.

Nobody has to do anything for it: only what is due comes by itself, and events may come at any moment or
never. Time is counted from the moment at which the first happened. What was due already then may be due at
any moment up to its whole length; what starts later, its length after a moment that is known as a span. So a
property that holds here holds; one that only holds because two such spans belong together may be told as
broken.

Durations that the calendar decides are tried from several beginnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policy_engine.courses.limits import Limit
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Property
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_duration
from policy_engine.verify.clock import Clock, Dues
from policy_engine.verify.patterns.pattern import Broken, Open, Search
from policy_engine.verify.patterns.whenever import Following, Happening

# Past so many places in time a property is not proved; for each beginning that the calendar asks for, so
# many more.
MOST_PLACES = 20_000
MOST_AGAIN = 100


class Place(NamedTuple):
    """A situation some time after the beginning, at `earliest` or later; nothing has followed yet."""

    situation: Situation
    earliest: int
    dues: Dues


Came = dict[Place, tuple[Place | None, Step]]


def within(item: Property, search: Search) -> Broken | Open | None:
    """A shortest course after which nothing may follow in time."""
    limit = parse_duration(str(item.body["within"]))
    assert limit is not None  # it was read before
    following = Following(item, search)
    watch = Watch(search, limit, following)
    firsts = _firsts(Happening(item, search), following, search)
    best: list[Step] | None = None
    for start in watch.beginnings:
        late = watch.late(firsts, start)
        if late is not None:
            best = late
            # Only a shorter one is looked for from here on.
            firsts = [first for first in firsts if first[0] < len(best)]
            watch.longest = len(best) - 1
        if not firsts:
            break
    if best is not None:
        return Broken(best, "too-late", {"names": list(following.names), "within": str(limit)})
    if watch.places > watch.most:
        return Open(Limit("moments", watch.clock.names()))
    return None


def _firsts(happening: Happening, following: Following, search: Search) -> list[tuple[int, Step]]:
    """The steps with which it begins, each with the length of a shortest course that ends with it."""
    far = search.courses.distances()
    edges = happening.edges()
    found: dict[object, tuple[int, Step]] = {}
    for step in search.all_steps():
        if step.edge is None or step.edge.index not in edges:
            continue
        if all(following.from_macrostep(step, each) for each in happening.macrosteps(step)):
            continue
        length = 1 if step.source is None else far[step.source] + 1
        found.setdefault((step.target, step.edge.armed, step.edge.orders), (length, step))
    for step in happening.unheard(search.courses.steps):
        if any(True for _ in happening.macrosteps(step)):
            found.setdefault(step.target, (far[step.target] + 1, step))
    for steps in search.courses.steps.values():
        for step in steps:
            if step.sent and step.edge is None and any(True for _ in happening.macrosteps(step)):
                assert step.source is not None
                found.setdefault((step.target, None), (far[step.source] + 1, step))
    return sorted(found.values(), key=lambda each: each[0])


class Watch:
    """Follows what can happen after steps, with time. `places` counts what it looked at, up to `most`."""

    def __init__(self, search: Search, limit: Duration, following: Following) -> None:
        self.places = 0
        self.longest: int | None = None  # steps that a course may have
        self.clock = Clock(search)
        self.beginnings = self.clock.beginnings(limit)
        self.most = MOST_PLACES + MOST_AGAIN * len(self.beginnings)
        self._search = search
        self._limit = limit
        self._following = following

    def late(self, firsts: list[tuple[int, Step]], start: int) -> list[Step] | None:
        """A shortest course past whose end too much time can go by, or None."""
        limit = self.clock.end(self._limit, start)
        came: Came = {}
        waiting = list(reversed(firsts))
        here: list[Place] = []
        length = firsts[0][0] if firsts else 0
        while (
            (here or waiting)
            and self.places <= self.most
            and (self.longest is None or length <= self.longest)
        ):
            while waiting and waiting[-1][0] == length:
                step = waiting.pop()[1]
                first = Place(step.target, start, self.clock.first(step, start))
                if first not in came:
                    came[first] = (None, step)
                    here.append(first)
            following: list[Place] = []
            for place in here:
                self.places += 1
                # Time goes by until the first of what is due must have come.
                must = place.dues.latest()
                if must is None or must > limit:
                    return self._course(place, came)
                following += self._next(place, must, came)
            here = following
            length += 1
            if not here and waiting:
                length = max(length, waiting[-1][0])
        return None

    def _next(self, place: Place, must: int, came: Came) -> Iterator[Place]:
        stop = self._following.edges
        for step in self._search.courses.steps.get(place.situation, ()):
            edge = step.edge
            if edge is not None and edge.index in stop:
                continue
            for earliest, dues in self.clock.after(place.dues, step, place.earliest, must):
                after = Place(step.target, earliest, dues)
                if after not in came:
                    came[after] = (place, step)
                    yield after

    def _course(self, place: Place | None, came: Came) -> list[Step]:
        steps: list[Step] = []
        while place is not None:
            place, step = came[place]
            steps.append(step)
        return [*self._search.courses.course(steps[-1]), *steps[-2::-1]]
