"""`whenever ... then ... within: DURATION`: the one is followed by the other in time, whatever else happens.

Nobody has to do anything for it: only what is due comes by itself, and events may come at any moment or
never. Time is counted from the moment at which the first happened. What was due already then may be due at
any moment up to its whole length; what starts later, its length after a moment that is known as a span. So a
property that holds here holds; one that only holds because two such spans belong together may be told as
broken.

Most of what is due, and of what a session remembers, has nothing to do with it. So it is proved with as
little as possible first: what else has to be followed is learned from the courses on which it would come too
late (Clarke, Grumberg, Jha, Lu and Veith, Counterexample-guided abstraction refinement, 2000). Only a course
on which everything was followed is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from policy_engine.courses.limits import Cause, Limit
from policy_engine.courses.parameters import parameters_in_use
from policy_engine.courses.situation import Step
from policy_engine.model.chart import Property
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_duration
from policy_engine.model.hidden import shown_only
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.verify.beginnings import beginnings
from policy_engine.verify.clock import Clock, Dues
from policy_engine.verify.lengths import Lengths
from policy_engine.verify.patterns.pattern import Broken, Open, Search
from policy_engine.verify.patterns.too_late import told_time
from policy_engine.verify.patterns.watch import ByStates, First, Watch, Whole
from policy_engine.verify.patterns.whenever import Following, Happening
from policy_engine.verify.waits import Waits, What

# Past so many moves in time a property is not proved; with less followed fewer are tried.
MOST_MOVES = 100_000
FEW_MOVES = 20_000
# So many choices of what only durations read are tried.
MOST_LENGTHS = 64
# After so many different waits the calendar may be asked for something.
MOST_WAITS = 12

Watched = frozenset[What]
Tail = tuple[Step, ...]


def within(item: Property, search: Search) -> Broken | Open | None:
    """A shortest course after which nothing may follow in time."""
    limit = parse_duration(str(item.body["within"]))
    assert limit is not None  # it was read before
    following = Following(item, search)
    firsts = _firsts(Happening(item, search), following, search)
    timing = Timing(search, limit, following, firsts)
    for result in timing.results():
        if isinstance(result, Found):
            time = told_time(search.courses.chart, limit, result.begun, result.latest)
            fields = {"names": list(following.names), "within": str(limit), "time": time}
            return Broken(result.course, "too-late", fields, result.chosen)
        if timing.limit is None:
            return None
    assert timing.limit is not None
    return Open(timing.limit)


@record
class Found:
    """A shortest course on which it comes too late, with the choice of what only durations read.

    `begun` is the moment from which it does, in nanoseconds since 1970, None where any will do; `latest` how
    many nanoseconds later the next that comes by itself must have come, None where nothing must.
    """

    course: Sequence[Step]
    chosen: Mapping[str, Value]
    begun: int | None
    latest: int | None


def _firsts(happening: Happening, following: Following, search: Search) -> list[First]:
    """The steps with which it begins, each with the length of a shortest course that ends with it."""
    far = search.courses.distances()
    edges = happening.edges()
    found: dict[object, First] = {}
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


class Timing:
    """Proves one such property, or finds a course that breaks it."""

    def __init__(
        self, search: Search, limit: Duration, following: Following, firsts: Sequence[First]
    ) -> None:
        self.limit: Limit | None = None  # why a course may not have been found
        self._search = search
        self._within = limit
        self._following = following
        self._firsts = firsts
        self._waits = Waits(search.courses.chart, search.courses.pending)
        self._moments: dict[tuple[tuple[Duration, ...], frozenset[int]], Sequence[int]] = {}

    def results(self) -> Iterator[Found | None]:
        """What came of it, with ever more followed, until it is sure: then there is no `limit`."""
        stop = self._following.edges
        for view, exact in ((ByStates(self._search, stop), False), (Whole(self._search, stop), True)):
            watch = Watch(view, self._within, min(FEW_MOVES, MOST_MOVES))
            watched: Watched | None = Watched()
            while watched is not None:
                result = self.look(watch, watched, exact=exact)
                if not isinstance(result, tuple):
                    yield result
                    break
                watched = self._more(result, watched)
        yield self.with_all()

    def with_all(self) -> Found | None:
        """What comes of it with everything followed."""
        watch = Watch(Whole(self._search, self._following.edges), self._within, MOST_MOVES)
        found = self.look(watch, None, exact=True)
        assert not isinstance(found, tuple)
        return found

    def look(self, watch: Watch, watched: Watched | None, *, exact: bool) -> Found | Tail | None:
        """A shortest course on which it comes too late, or one of which that is in doubt, because not all of
        what it leaves out lets it be. None where there is none, as far as was looked.
        """
        self.limit = None
        courses = self._search.courses
        best: Tail = ()
        begun: int | None = None
        latest: int | None = None
        firsts, longest = self._firsts, None
        for chosen in self._choices(watched):
            lengths = Lengths(courses.chart.calendar)
            clock = Clock(self._search, lengths, watched, chosen)
            waits: frozenset[int] = frozenset((0,))
            while True:
                for start in self._beginnings(lengths, watched, waits):
                    if not lengths.begin(start):
                        continue
                    late = watch.late(firsts, clock, longest)
                    if late:
                        if watched is not None and not (exact and self._can_be(late, lengths, chosen)):
                            return late
                        # Only a shorter one is looked for from here on.
                        best, latest = late, self._latest(late, lengths, chosen)
                        begun = start if lengths.asked else None
                        longest = len(courses.course(best[0])) + len(best) - 2
                        firsts = [first for first in firsts if first[0] <= longest]
                        lengths.forget()
                    if not firsts or watch.crowded:
                        break
                    lengths.searched()
                # What begins after a wait is longest where that ends on the edge of a day.
                if best or watch.crowded or lengths.waits <= waits:
                    break
                waits |= lengths.waits
                if len(waits) > MOST_WAITS:
                    self.limit = Limit("moments", self._names())
                    return None
            if best:
                return Found([*courses.course(best[0]), *best[1:]], chosen, begun, latest)
            if watch.crowded:
                self.limit = Limit("moments", self._names())
                return None
        return None

    def _can_be(self, late: Tail, lengths: Lengths, chosen: Mapping[str, Value]) -> bool:
        """Whether time lets a course be, and it ends too late, with everything followed."""
        limit, ends = self._ends(late, lengths, chosen)
        return any(_until(dues, limit + 1) > limit for dues in ends)

    def _latest(self, late: Tail, lengths: Lengths, chosen: Mapping[str, Value]) -> int | None:
        """When the next that comes by itself must have come at the end of a course that is too late."""
        limit, ends = self._ends(late, lengths, chosen)
        times = [dues.latest() for dues in ends]
        return min((time for time in times if time is not None and time > limit), default=None)

    def _ends(self, late: Tail, lengths: Lengths, chosen: Mapping[str, Value]) -> tuple[int, Sequence[Dues]]:
        """The limit, and what may be due at the end of a course, with everything followed."""
        clock = Clock(self._search, lengths, None, chosen)
        limit = clock.end(self._within, 0)
        places = [(0, clock.first(late[0]))]
        for step in late[1:]:
            places = [
                after
                for earliest, dues in places
                for after in clock.after(dues, step, earliest, _until(dues, limit))
            ]
        return limit, [dues for _, dues in places]

    def _more(self, late: Tail, watched: Watched) -> Watched | None:
        """What has to be followed besides, so that a course like this one is none; None where nothing has.

        It is what must come in time at its end, best what leads to what has to follow, else the soonest; or
        what came on its way too early.
        """
        waits, there = self._waits, late[-1].target
        steps = self._search.courses.steps.get(there, ())
        leads = {what for step in steps if self._is_last(step) for what in waits.coming(step)}
        lengths: Lengths = Lengths(self._search.courses.chart.calendar)
        clock = Clock(self._search, lengths, None, {})
        limit = clock.end(self._within, 0)
        due = [
            (what not in leads, clock.longest(what, there), what)
            for what in waits.pending(there)
            if what not in watched
        ]
        soon = [what for _, end, what in sorted(due) if end <= limit][:1]
        came = {what for step in late[1:] for what in waits.coming(step)}
        more = watched.union(*(waits.with_all(what) for what in soon or came))
        return None if more == watched else more

    def _is_last(self, step: Step) -> bool:
        """Whether nothing has to follow any more after a step."""
        return step.edge is not None and step.edge.index in self._following.edges

    def _choices(self, watched: Watched | None) -> Iterator[Mapping[str, Value]]:
        """The values of what only durations read, the defaults first."""
        courses = self._search.courses
        chart = courses.chart
        named = dict.fromkeys(item.name for item in self._waits.durations(watched) if item.name is not None)
        if not named:
            yield {}
            return
        apart = {*parameters_in_use(chart), *courses.worlds.names}
        declared = {**chart.parameters, **chart.facts}
        free = [declared[name] for name in named if name in declared and name not in apart]
        values = [dict.fromkeys((item.default, *item.type.values)) for item in free]
        names = [item.name for item in free]
        for place, choice in enumerate(product(*values)):
            if place == MOST_LENGTHS:
                kind: Cause = "facts" if chart.facts.keys() >= set(names) else "parameters"
                self.limit = Limit(kind, tuple(names[:3]))
                return
            yield {name: value for name, value in zip(names, choice, strict=True) if value is not None}

    def _beginnings(self, lengths: Lengths, watched: Watched | None, waits: frozenset[int]) -> Iterator[int]:
        """The moments from which durations are counted; one will do where the calendar decides none."""
        yield 0
        if lengths.even:
            return
        key = (self._waits.durations(watched), waits)
        if key not in self._moments:
            calendar = self._search.courses.chart.calendar
            self._moments[key] = beginnings(self._within, key[0], calendar, waits)
        yield from self._moments[key]

    def _names(self) -> tuple[str, ...]:
        """What can be due: the states with timers, and the events that are sent for later."""
        chart, pending = self._search.courses.chart, self._search.courses.pending
        states = [chart.states[timer.state].id for timer in chart.timers]
        events = shown_only({send.event: send for send in pending.sends.values()})
        return tuple(dict.fromkeys([*events, *states]))[:3]


def _until(dues: Dues, limit: int) -> int:
    """The moment until which nothing has to come, or a limit."""
    latest = dues.latest()
    return limit if latest is None else min(latest, limit)
