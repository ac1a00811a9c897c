"""When what comes by itself comes: between which moments each timer and send is due, after each step.

Moments are counted in nanoseconds from a beginning. What is not watched may come at any moment, or never.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import MOST_ALIKE, Situation, Step
from policy_engine.model.chart import Cancel, Send
from policy_engine.model.duration import Duration
from policy_engine.model.types import Value
from policy_engine.verify.lengths import Lengths
from policy_engine.verify.patterns.pattern import Search
from policy_engine.verify.waits import What


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
    """Counts time along steps.

    watched: what is followed, None where everything is. chosen: the values of parameters and facts that only
    durations read.
    """

    def __init__(
        self,
        search: Search,
        lengths: Lengths,
        watched: Collection[What] | None,
        chosen: Mapping[str, Value],
    ) -> None:
        self._search = search
        self._chart = search.courses.chart
        self._pending = search.courses.pending
        self._lengths = lengths
        self._chosen = chosen
        self._watches = watched is None or bool(watched)
        timers = [("timer", timer.index) for timer in self._chart.timers]
        self._timers = frozenset(
            index for kind, index in timers if watched is None or (kind, index) in watched
        )
        places = {self._pending.stands_for(order) for order in self._pending.sends}
        self._sends = frozenset(place for place in places if watched is None or ("send", place) in watched)

    def end(self, duration: Duration, moment: int) -> int:
        """When something is due that is so long after a moment."""
        return self._lengths.due(duration, moment)

    def longest(self, what: What, there: Situation) -> int:
        """The latest moment at which something is due that was due already at the beginning."""
        kind, place = what
        if kind == "send":
            return self._longest_send(place, there)
        return self._longest(self._chart.timers[place].duration, there)

    def first(self, step: Step) -> Dues:
        """What is due after a first step: what it started, and what was due already."""
        if not self._watches:
            return NOTHING
        edge = step.edge
        armed = () if edge is None else edge.armed
        timers = []
        for index in sorted(self._timers & step.target.timers):
            duration = self._chart.timers[index].duration
            if index in armed:
                end = self._end(duration, 0, step.target)
                timers.append(Due(index, end, end))
            else:
                timers.append(Due(index, 0, self._longest(duration, step.target)))
        sent = [] if edge is None else [order for order in edge.orders if isinstance(order, Send)]
        old, new = [], []
        for place in step.target.sends:
            if place not in self._sends:
                continue
            own = next(
                (item for item in reversed(sent) if self._pending.stands_for(item.order) == place), None
            )
            if own is not None:
                sent.remove(own)
                end = self._end(self._delay(own), 0, step.target)
                new.append((edge.orders.index(own) if edge else 0, Due(place, end, end)))
                continue
            old.append(Due(place, 0, self._longest_send(place, step.target)))
        new.sort(key=lambda each: each[0])
        return Dues(tuple(timers), self._crowded((*old, *(due for _, due in new)), step.target))

    def after(self, dues: Dues, step: Step, earliest: int, must: int) -> Iterator[tuple[int, Dues]]:
        """What is due after a step: at any moment from `earliest` to `must` for an event and what is not
        watched, when it is due for what comes by itself.
        """
        edge, target = step.edge, step.target
        fired = edge.trigger.timer if edge is not None and edge.trigger.kind == "after" else None
        event = step.event if edge is None else edge.trigger.name
        if (edge is not None and edge.trigger.kind == "on") or not self._follows(fired, event):
            yield earliest, self._move(dues, target, edge, earliest, must)
            return
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

    def _follows(self, fired: int | None, event: str | None) -> bool:
        """Whether what comes by itself is watched."""
        if fired is not None:
            return fired in self._timers
        return any(self._pending.sends[place].event == event for place in self._sends)

    def _move(self, dues: Dues, target: Situation, edge: Edge | None, earliest: int, latest: int) -> Dues:
        if not self._watches or self._search.courses.node(target).done:
            return NOTHING
        timers = [
            Due(due.what, max(due.earliest, earliest), due.latest)
            for due in dues.timers
            if edge is None or due.what in edge.kept
        ]
        sends = [Due(due.what, max(due.earliest, earliest), due.latest) for due in dues.sends]
        if edge is not None and (edge.armed or edge.orders):
            for index in edge.armed:
                if index in self._timers:
                    duration = self._chart.timers[index].duration
                    timers.append(Due(index, *self._span(duration, earliest, latest, target)))
            timers.sort()
            for order in edge.orders:
                if isinstance(order, Cancel):
                    sends = self._without(sends, order)
                    continue
                place = self._pending.stands_for(order.order)
                if place in self._sends:
                    sends.append(Due(place, *self._span(self._delay(order), earliest, latest, target)))
        return Dues(tuple(timers), self._crowded(sends, target))

    def _delay(self, send: Send) -> Duration:
        """The delay of a send in the table; one that is chosen here is read here."""
        written = self._pending.sends[send.order].delay
        found = written if written is not None and written.name in self._chosen else send.delay
        assert found is not None
        return found

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
            duration = duration.read({**self._search.known(there), **self._chosen})
        return self._lengths.due(duration, moment)

    def _longest(self, duration: Duration, there: Situation) -> int:
        """The latest moment at which something is due that was started before the beginning."""
        if duration.name is not None:
            declared = self._chart.context.get(duration.name)
            known = self._search.known(there) if declared is None else {duration.name: declared.type.high}
            duration = duration.read({**known, **self._chosen})
        return self._lengths.due(duration, 0)

    def _longest_send(self, place: int, there: Situation) -> int:
        """The same for whatever is sent with one event and one id."""
        return max(
            self._longest(send.delay, there)
            for order, send in self._pending.sends.items()
            if self._pending.stands_for(order) == place and send.delay is not None
        )
