"""What is due in two versions of a policy at once: what comes first, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from policy_engine.courses.pair import At, Met, Pair, Settling
from policy_engine.courses.schedule import MICROSECOND, Wish
from policy_engine.courses.side import Length, Side, span_of
from policy_engine.courses.zone import ZERO, Zone, at_most, bounded, later, less_than, loosened
from policy_engine.model.chart import Chart


class Waiting:
    """The part of the search that has to do with time. `exact`: whether it is followed exactly. `step`: the
    smallest while that can lie between two calls, in nanoseconds.
    """

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old, new
        self.step = MICROSECOND
        self.settle = _settling(old.chart, new.chart)
        self._alike = {
            name: old.chart.events[name].settle == new.chart.events[name].settle
            and self.settle.get((name, 0)) == self.settle.get((name, 1))
            for name in old.chart.events.keys() & new.chart.events.keys()
        }
        self.exact = False

    def _span(self, length: Length) -> tuple[int, int]:
        spans = self._old.spans
        return spans[length] if length in spans else self._new.spans[length]

    def lengths(self, pair: Pair) -> list[At]:
        """Everything that is due in either version, as a clock and how long after it was started."""
        return list(dict.fromkeys((item.clock, item.length) for item in (*pair.old.due, *pair.new.due)))

    def quiet(self, here: Met) -> Zone | None:
        """The ages at which nothing is due yet."""
        zone: Zone | None = later(here.zone)
        for clock, length in self.lengths(here.pair):
            if zone is not None:
                zone = bounded(zone, clock + 1, 0, less_than(self._span(length)[1]))
        return zone

    def first_due(self, zone: Zone, every: list[At]) -> Iterator[tuple[Zone, frozenset[At]]]:
        """What can be due first, and at which ages; what is due at the same moment goes together."""
        passing: Zone | None = later(zone)
        for clock, length in every:
            if passing is not None:
                passing = bounded(passing, clock + 1, 0, at_most(self._span(length)[1]))
        for place, (clock, length) in enumerate(every):
            shortest = self._span(length)[0]
            at = None if passing is None else bounded(passing, 0, clock + 1, at_most(-shortest))
            if at is not None:
                yield from self._along_with(at, every, place, 0, frozenset([every[place]]))

    def _along_with(
        self,
        zone: Zone,
        every: list[At],
        first: int,
        place: int,
        firing: frozenset[At],
    ) -> Iterator[tuple[Zone, frozenset[At]]]:
        if place == len(every):
            yield zone, firing
            return
        if place == first:
            yield from self._along_with(zone, every, first, place + 1, firing)
            return
        clock, length = every[place]
        shortest, longest = self._span(length)
        if place > first and isinstance(length, int) and isinstance(every[first][1], int):
            too = bounded(zone, 0, clock + 1, at_most(-shortest))
            if too is not None:
                yield from self._along_with(too, every, first, place + 1, firing | {every[place]})
        bound = less_than(longest) if isinstance(length, int) else at_most(longest)
        alone = bounded(zone, clock + 1, 0, bound)
        if alone is not None:
            yield from self._along_with(alone, every, first, place + 1, firing)

    def unlike_deadlines(self, met: Met, zone: Zone) -> Iterator[tuple[Wish, ...]]:
        """How what is due next can be due at another moment in the one version than in the other."""
        old = list(dict.fromkeys((item.clock, item.length) for item in met.pair.old.due))
        new = list(dict.fromkeys((item.clock, item.length) for item in met.pair.new.due))
        if set(old) == set(new):
            return
        if not old or not new:
            yield ()
            return
        for one in old:
            for other in new:
                if one != other:
                    yield from self._apart(met, zone, one, other, (old, new))

    def _apart(
        self,
        met: Met,
        zone: Zone,
        one: At,
        other: At,
        every: tuple[list[At], list[At]],
    ) -> Iterator[tuple[Wish, ...]]:
        at: Zone | None = zone
        wishes: list[Wish] = []
        for first, all_of_them in zip((one, other), every, strict=True):
            for item in all_of_them:
                if item != first and at is not None:
                    at = self._no_later(at, first, item, strictly=False)
                    wishes.append(self._wish(met, first, item, 0))
        for left, right in ((one, other), (other, one)):
            if at is not None and self._no_later(at, left, right, strictly=True) is not None:
                yield (*wishes, self._wish(met, left, right, self.step))

    def _no_later(self, zone: Zone, one: At, other: At, *, strictly: bool) -> Zone | None:
        """The ages at which one thing can be due before another."""
        room = self._span(other[1])[1] - self._span(one[1])[0]
        return bounded(zone, other[0] + 1, one[0] + 1, less_than(room) if strictly else at_most(room))

    def _wish(self, met: Met, one: At, other: At, least: int) -> Wish:
        """That one thing is due at least so long before another."""
        room = self._span(other[1])[1] - self._span(one[1])[0]
        return Wish(met.begun[other[0]], met.begun[one[0]], least - room)

    def unlike_duties(self, met: Met) -> Iterator[tuple[Wish, ...]]:
        """How something that must be done can be due at another moment."""
        old, new = self._old.duties(met.pair.old), self._new.duties(met.pair.new)
        for name in old.keys() & new.keys():
            if old[name] != new[name]:
                for one, other in ((old[name], new[name]), (new[name], old[name])):
                    yield (self._wish(met, one, other, self.step),)

    def without_settled(self, pair: Pair, zone: Zone) -> Pair:
        """Without the clocks of events of which a repeat counts again for certain."""
        left = tuple(
            (event, clock)
            for event, clock in pair.settling
            if zone[0][clock + 1] > at_most(-self.settle[event][0])
        )
        return pair if left == pair.settling else pair._replace(settling=left)

    def as_one(self, pair: Pair, event: str) -> bool:
        """Whether what is a repeat in one version is one in the other, too."""
        clocks = dict(pair.settling)
        return self._alike[event] and clocks.get((event, 0)) == clocks.get((event, 1))

    def counts(
        self, here: Met, zone: Zone, wishes: tuple[Wish, ...], key: Settling, *, repeats: bool
    ) -> tuple[Zone, tuple[Wish, ...]] | None:
        """At which ages an event that is told now is a repeat, or none; None where it never is so."""
        clock = dict(here.pair.settling).get(key)
        if clock is None:
            return None if repeats else (zone, wishes)
        least, most = self.settle[key]
        call, begun = here.depth + 1, here.begun[clock]
        if repeats:
            at = bounded(zone, clock + 1, 0, less_than(most))
            wish = Wish(begun, call, self.step - least)
        else:
            at, wish = bounded(zone, 0, clock + 1, at_most(-least)), Wish(call, begun, most)
        return None if at is None else (at, (*wishes, wish))

    def told_apart(self, pair: Pair, zone: Zone) -> Zone:
        """The ages of the clocks as far as they are told apart."""
        if len(zone) == 1:
            return zone
        longest = [0] * (len(zone) - 1)
        for item in (*pair.old.due, *pair.new.due):
            longest[item.clock] = max(longest[item.clock], self._span(item.length)[1])
        for event, clock in pair.settling:
            longest[clock] = max(longest[clock], self.settle[event][1])
        if self.exact:
            return loosened(zone, longest) if pair.settling else zone
        return _coarse(longest)

    def before_anything(self, here: Met) -> tuple[Wish, ...]:
        """When a call can be made that comes before everything that is due."""
        call = here.depth + 1
        wishes = [Wish(call, here.depth, 0)]
        for clock, length in self.lengths(here.pair):
            wishes.append(Wish(here.begun[clock], call, self.step - self._span(length)[1]))
        return tuple(wishes)

    def at_last(self, here: Met, firing: frozenset[At], every: list[At]) -> tuple[Wish, ...]:
        """When what is due first is due."""
        call = here.depth + 1
        wishes = [Wish(call, here.depth, 0)]
        for clock, length in every:
            low, high = self._span(length)
            fires = (clock, length) in firing
            spare = 0 if fires or not isinstance(length, int) else self.step
            wishes.append(Wish(here.begun[clock], call, spare - high))
            if fires:
                wishes.append(Wish(call, here.begun[clock], low))
        return tuple(wishes)


def _coarse(longest: Sequence[int]) -> Zone:
    """The ages of clocks of which is only known that earlier ones are no younger, and none is too old."""
    places = range(len(longest))
    most = [at_most(top) for top in accumulate(longest, min)]
    return (
        (ZERO, *(ZERO for _ in places)),
        *((most[one], *(most[one] if one < other else ZERO for other in places)) for one in places),
    )


def _settling(old: Chart, new: Chart) -> dict[Settling, tuple[int, int]]:
    """For how long a repeat of an event does not count, in either version."""
    return {
        (name, place): length
        for name in old.events.keys() & new.events.keys()
        for place, chart in enumerate((old, new))
        if (length := _settles(chart, name)) is not None
    }


def _settles(chart: Chart, event: str) -> tuple[int, int] | None:
    settle = chart.events[event].settle
    if settle is None:
        return None
    fixed = settle.fixed_in(chart.calendar)
    return span_of(settle) if fixed is None else (fixed, fixed)
