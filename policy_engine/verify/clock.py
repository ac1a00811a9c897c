"""When what comes by itself comes: between which moments each timer and send is due, after each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policy_engine.automaton.tree import Edge
from policy_engine.courses.lengths import durations
from policy_engine.courses.situation import MOST_ALIKE, Situation, Step
from policy_engine.model.chart import Cancel, Send
from policy_engine.model.duration import Duration
from policy_engine.verify.patterns.pattern import Search

_DAY = 86_400_000_000_000
# Every day of four years (a leap year among them), at different times of the day.
BEGINNINGS = tuple(19_723 * _DAY + day * _DAY + day % 24 * (_DAY // 24) for day in range(1_461))


class Due(NamedTuple):
    """A timer by its place, or a send by the order of what stands for it, and between which moments it comes;
    without `latest` it may never come, or more than once.
    """

    what: int
    earliest: int
    latest: int | None


class Dues(NamedTuple):
    """What is due: timers by their places, sends in the order in which they were sent."""

    timers: tuple[Due, ...]
    sends: tuple[Due, ...]

    def latest(self) -> int | None:
        """The moment by which something of it must have come."""
        return min(
            (due.latest for due in (*self.timers, *self.sends) if due.latest is not None), default=None
        )


NOTHING = Dues((), ())


class Clock:
    """Counts time along steps."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._chart = search.courses.chart
        self._pending = search.courses.pending
        self._calendar = self._chart.calendar

    def beginnings(self, limit: Duration) -> tuple[int, ...]:
        """The moments from which durations are counted, in nanoseconds since 1970."""
        if all(self._is_fixed(item) for item in (*durations(self._chart), limit)):
            return (0,)
        return BEGINNINGS

    def _is_fixed(self, duration: Duration) -> bool:
        """Whether it is equally long whenever it begins, if its amount is known."""
        known = duration if duration.name is None else duration.read({duration.name: 1})
        return known.fixed_in(self._calendar) is not None

    def names(self) -> tuple[str, ...]:
        """What can be due: the states with timers, and the events that are sent for later."""
        chart = self._chart
        states = [chart.states[timer.state].id for timer in chart.timers]
        return tuple(dict.fromkeys([*(send.event for send in self._pending.sends.values()), *states]))[:3]

    def end(self, duration: Duration, moment: int) -> int:
        """When something is due that is so long after a moment."""
        return duration.due(moment, self._calendar)

    def first(self, step: Step, start: int) -> Dues:
        """What is due after a first step: what it started, and what was due already."""
        edge = step.edge
        armed = () if edge is None else edge.armed
        timers = []
        for index in sorted(step.target.timers):
            duration = self._chart.timers[index].duration
            if index in armed:
                end = self._end(duration, start, step.target)
                timers.append(Due(index, end, end))
            else:
                timers.append(Due(index, start, self._longest(duration, start, step.target)))
        sent = [] if edge is None else [order for order in edge.orders if isinstance(order, Send)]
        old, new = [], []
        for place in step.target.sends:
            own = next(
                (item for item in reversed(sent) if self._pending.stands_for(item.order) == place), None
            )
            if own is not None:
                sent.remove(own)
                assert own.delay is not None
                end = self._end(own.delay, start, step.target)
                new.append((edge.orders.index(own) if edge else 0, Due(place, end, end)))
                continue
            old.append(Due(place, start, self._longest_send(place, start, step.target)))
        new.sort(key=lambda each: each[0])
        return Dues(tuple(timers), self._crowded((*old, *(due for _, due in new)), step.target))

    def after(self, dues: Dues, step: Step, earliest: int, must: int) -> Iterator[tuple[int, Dues]]:
        """What is due after a step: at any moment from `earliest` to `must` for an event, when it is due for
        what comes by itself.
        """
        edge, target = step.edge, step.target
        if edge is not None and edge.trigger.kind == "on":
            yield earliest, self._move(dues, target, edge, earliest, must)
            return
        fired = edge.trigger.timer if edge is not None and edge.trigger.kind == "after" else None
        event = step.event if edge is None else edge.trigger.name
        for due in dues.timers if fired is not None else dues.sends:
            if due.earliest > must:
                continue
            if fired is not None and due.what != fired:
                continue
            if fired is None and self._pending.sends[due.what].event != event:
                continue
            begin = max(earliest, due.earliest)
            end = must if due.latest is None else min(due.latest, must)
            timers = tuple([other for other in dues.timers if other is not due])
            # What may come more than once may come again.
            sends = tuple([other for other in dues.sends if other is not due or due.latest is None])
            yield begin, self._move(Dues(timers, sends), target, edge, begin, end)

    def _move(self, dues: Dues, target: Situation, edge: Edge | None, earliest: int, latest: int) -> Dues:
        if self._search.courses.node(target).done:
            return NOTHING
        timers = [
            Due(due.what, max(due.earliest, earliest), due.latest)
            for due in dues.timers
            if edge is None or due.what in edge.kept
        ]
        sends = [Due(due.what, max(due.earliest, earliest), due.latest) for due in dues.sends]
        if edge is not None and (edge.armed or edge.orders):
            for index in edge.armed:
                duration = self._chart.timers[index].duration
                timers.append(Due(index, *self._span(duration, earliest, latest, target)))
            timers.sort()
            for order in edge.orders:
                if isinstance(order, Cancel):
                    sends = self._without(sends, order)
                else:
                    assert order.delay is not None
                    place = self._pending.stands_for(order.order)
                    sends.append(Due(place, *self._span(order.delay, earliest, latest, target)))
        return Dues(tuple(timers), self._crowded(sends, target))

    def _without(self, sends: list[Due], cancel: Cancel) -> list[Due]:
        own = [due for due in sends if self._pending.sends[due.what].id == cancel.id]
        gone = own[-cancel.count :] if cancel.count else own
        if cancel.count and any(due.latest is None for due in own):
            # Of what may never come it is not known whether it is the newest: so any of these may be gone.
            return [Due(due.what, due.earliest, None) if due in gone else due for due in sends]
        return [due for due in sends if not any(due is other for other in gone)]

    def _crowded(self, sends: Iterable[Due], there: Situation) -> tuple[Due, ...]:
        """Of what is sent again and again only so many are counted; the newest may come often, or never."""
        found: list[Due] = []
        for due in sends:
            alike = [other for other in found if other.what == due.what]
            if len(alike) < MOST_ALIKE and there.sends.count(due.what) < MOST_ALIKE:
                found.append(due)
                continue
            sure = [other for other in alike if other.latest is not None]
            loose = [other for other in alike if other.latest is None]
            if len(sure) < MOST_ALIKE - 1 and due.latest is not None:
                found.append(due)
                continue
            found = [other for other in found if other not in loose]
            earliest = min(other.earliest for other in (due, *loose))
            found.append(Due(due.what, earliest, None))
        return tuple(found)

    def _span(self, duration: Duration, earliest: int, latest: int, there: Situation) -> tuple[int, int]:
        """Between which moments something is due that starts between two moments."""
        first = self._end(duration, earliest, there)
        return first, first if latest == earliest else self._end(duration, latest, there)

    def _end(self, duration: Duration, moment: int, there: Situation) -> int:
        """When something is due that was started at a moment and led to a situation."""
        if duration.name is not None:
            duration = duration.read(self._search.known(there))
        return duration.due(moment, self._calendar)

    def _longest(self, duration: Duration, moment: int, there: Situation) -> int:
        """The latest moment at which something is due that was started by then."""
        if duration.name is not None:
            declared = self._chart.context.get(duration.name)
            known = self._search.known(there) if declared is None else {duration.name: declared.type.high}
            duration = duration.read(known)
        return duration.due(moment, self._calendar)

    def _longest_send(self, place: int, moment: int, there: Situation) -> int:
        """The same for whatever is sent with one event and one id."""
        return max(
            self._longest(send.delay, moment, there)
            for order, send in self._pending.sends.items()
            if self._pending.stands_for(order) == place and send.delay is not None
        )
