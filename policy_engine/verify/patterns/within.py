"""`whenever ... then ... within: DURATION`: the one is followed by the other in time, whatever else happens.

Nobody has to do anything for it: only what is due comes by itself, and events may come at any moment or
never. Time is counted from the moment at which the first happened. What was due already then may be due at
any moment up to its whole length; what starts later, its length after a moment that is known as a span. So a
property that holds here holds; one that only holds because two such spans belong together may be told as
broken.

Durations that the calendar decides are tried from several beginnings.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Cancel, Property, Send
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_duration
from policy_engine.records import record
from policy_engine.verify.patterns.pattern import Broken, Search, listed, part
from policy_engine.verify.patterns.whenever import follows, happened

MOST_PLACES = 50_000  # that are looked at after one beginning
_DAY = 86_400_000_000_000
# Every day of four years (a leap year among them), at different times of the day.
BEGINNINGS = tuple(19_723 * _DAY + day * _DAY + day % 24 * (_DAY // 24) for day in range(1_461))


@record
class Due:
    """Something that comes by itself, between two moments: a timer by its place, or a send by its order."""

    timer: int | None
    send: Send | None
    earliest: int
    latest: int


@record
class Place:
    """A situation some time after the beginning, between two moments; nothing has followed yet."""

    situation: Situation
    earliest: int
    latest: int
    dues: tuple[Due, ...]


def within(item: Property, search: Search) -> Broken | None:
    """The first of the steps after which nothing may follow in time."""
    limit = parse_duration(str(item.body["within"]))
    assert limit is not None  # it was read before
    then = part(item, "then")
    wanted = "action" if "action" in then else "enter"
    names = listed(then, wanted)
    clock = Clock(search, limit)
    tried: set[object] = set()
    for step in search.all_steps():
        if not happened(item, step, search) or follows(wanted, names, step, search):
            continue
        edge = step.edge
        fresh = () if edge is None else (*edge.armed, *edge.orders)
        if (step.target, fresh) in tried:
            continue
        tried.add((step.target, fresh))
        for start in clock.beginnings():
            late = clock.late(step, start, wanted, names)
            if late is not None:
                course = (*search.courses.course(step), *late)
                return Broken(course, "too-late", {"names": list(names), "within": str(limit)})
    return None


class Clock:
    """Follows what can happen after a step, with time."""

    def __init__(self, search: Search, limit: Duration) -> None:
        self._search = search
        self._chart = search.courses.chart
        self._sends = {send.order: send for send in search.courses.automaton.sends}
        self._limit = limit

    def beginnings(self) -> tuple[int, ...]:
        """The moments from which durations are counted, in nanoseconds since 1970."""
        durations = [timer.duration for timer in self._chart.timers]
        durations += [send.delay for send in self._sends.values() if send.delay is not None]
        if all(item.fixed_in(self._chart.calendar) is not None for item in (*durations, self._limit)):
            return (0,)
        return BEGINNINGS

    def late(self, step: Step, start: int, wanted: str, names: tuple[str, ...]) -> list[Step] | None:
        """Steps after `step` past which too much time can go by, or None."""
        limit = self._limit.due(start, self._chart.calendar)
        first = self._first(step, start)
        came: dict[Place, tuple[Place, Step] | None] = {first: None}
        waiting = deque([first])
        while waiting and len(came) <= MOST_PLACES:
            place = waiting.popleft()
            # Time goes by until the first of what is due must have come.
            must = min((due.latest for due in place.dues), default=None)
            if must is None or must > limit:
                return _back(place, came)
            for following in self._search.courses.steps[place.situation]:
                if follows(wanted, names, following, self._search):
                    continue
                for after in self._after(place, following, must):
                    if after not in came:
                        came[after] = (place, following)
                        waiting.append(after)
        return None

    def _end(self, duration: Duration, moment: int, there: Situation) -> int:
        """When something is due that was started at a moment and led to a situation."""
        if duration.name is not None:
            duration = duration.read(self._search.known(there))
        return duration.due(moment, self._chart.calendar)

    def _longest(self, duration: Duration, moment: int) -> int:
        """The latest moment at which something is due that was started by then."""
        chart = self._chart
        if duration.name is not None:
            declared = {**chart.parameters, **chart.facts, **chart.context}[duration.name]
            duration = duration.read({duration.name: declared.type.high})
        return duration.due(moment, chart.calendar)

    def _first(self, step: Step, start: int) -> Place:
        """What is due after the first step: what it started, and what was due already."""
        dues = []
        edge = step.edge
        armed = () if edge is None else edge.armed
        for index in sorted(step.target.timers):
            duration = self._chart.timers[index].duration
            if index in armed:
                end = self._end(duration, start, step.target)
                dues.append(Due(index, None, end, end))
            else:
                dues.append(Due(index, None, start, self._longest(duration, start)))
        fresh = [] if edge is None else [order for order in edge.orders if isinstance(order, Send)]
        for order in step.target.sends:
            send = self._sends[order]
            assert send.delay is not None
            new = next((item for item in fresh if item.order == order), None)
            if new is None:
                dues.append(Due(None, send, start, self._longest(send.delay, start)))
                continue
            fresh.remove(new)
            assert new.delay is not None
            end = self._end(new.delay, start, step.target)
            dues.append(Due(None, send, end, end))
        return Place(step.target, start, start, tuple(dues))

    def _after(self, place: Place, step: Step, must: int) -> Iterator[Place]:
        """Where a step leads: at any moment for an event, when it is due for what comes by itself."""
        edge = step.edge
        if edge is not None and edge.trigger.kind == "on":
            yield self._place(place.dues, step.target, edge, place.earliest, must)
            return
        for due in place.dues:
            if due.earliest <= must and _is(due, step, edge):
                rest = tuple(other for other in place.dues if other is not due)
                earliest, latest = max(place.earliest, due.earliest), min(due.latest, must)
                yield self._place(rest, step.target, edge, earliest, latest)

    def _place(
        self, dues: tuple[Due, ...], target: Situation, edge: Edge | None, earliest: int, latest: int
    ) -> Place:
        left = [
            Due(due.timer, due.send, max(due.earliest, earliest), due.latest)
            for due in dues
            if due.timer is None or edge is None or due.timer in edge.kept
        ]
        if edge is not None:
            for index in edge.armed:
                duration = self._chart.timers[index].duration
                ends = self._end(duration, earliest, target), self._end(duration, latest, target)
                left.append(Due(index, None, *ends))
            for order in edge.orders:
                if isinstance(order, Cancel):
                    sent = [due for due in left if due.send is not None and due.send.id == order.id]
                    gone = sent[-order.count :] if order.count else sent
                    left = [due for due in left if not any(due is other for other in gone)]
                else:
                    assert order.delay is not None
                    ends = self._end(order.delay, earliest, target), self._end(order.delay, latest, target)
                    left.append(Due(None, order, *ends))
        if self._search.courses.node(target).done:
            left = []
        return Place(target, earliest, latest, tuple(left))


def _is(due: Due, step: Step, edge: Edge | None) -> bool:
    """Whether a step is the coming of what is due."""
    if edge is not None and edge.trigger.kind == "after":
        return due.timer == edge.trigger.timer
    event = step.event if edge is None else edge.trigger.name
    return due.send is not None and due.send.event == event


def _back(place: Place, came: dict[Place, tuple[Place, Step] | None]) -> list[Step]:
    steps = []
    before = came[place]
    while before is not None:
        place, step = before
        steps.append(step)
        before = came[place]
    return steps[::-1]
