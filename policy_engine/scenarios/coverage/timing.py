"""When the steps of a way are taken, so that every timer of it comes in its turn and none comes before.

A way says in which order things happen; how long to wait in between follows from how long the timers and the
delays are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.tree import Edge
from policy_engine.courses.schedule import Wish, earliest
from policy_engine.courses.situation import Step
from policy_engine.model.chart import Cancel, Send
from policy_engine.model.duration import NANOSECONDS, Duration
from policy_engine.scenarios.coverage.ways import Way


class _Due(NamedTuple):
    """Something that is due so long after the step that began it: a timer's place, or what was sent."""

    what: int | Send
    begun: int
    length: int


def moments_of(way: Way) -> tuple[int, ...] | None:
    """The earliest moments of the steps, in nanoseconds from the start; None where none will do, or where the
    calendar decides how long something takes.
    """
    try:
        wishes = list(_Clock(way.courses.automaton).wishes(way))
    except _OpenError:
        return None
    return earliest(len(way.steps), wishes)


class _OpenError(Exception):
    """a length that is not the same each time"""


class _Clock:
    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._chart = automaton.chart
        self._pending: list[_Due] = []

    def wishes(self, way: Way) -> Iterator[Wish]:
        for place, step in enumerate(way.steps):
            fired = self._fired(step) if place else None
            if place:
                yield Wish(place, place - 1, 0)
            if fired is not None:
                self._pending.remove(fired)
                yield Wish(place, fired.begun, fired.length)
                yield Wish(fired.begun, place, -fired.length)
            for other in self._pending:
                # It comes later by a millisecond at least, the smallest step of a scenario.
                yield Wish(other.begun, place, NANOSECONDS["ms"] - other.length)
            if step.edge is not None:
                self._after(step.edge, place)

    def _fired(self, step: Step) -> _Due | None:
        """What fires in a step: of what was sent under one name the first."""
        edge = step.edge
        if edge is not None and edge.trigger.kind == "after":
            return next(item for item in self._pending if item.what == edge.trigger.timer)
        event = edge.trigger.name if edge is not None and edge.trigger.kind == "sent" else step.event
        if event is None or (edge is not None and edge.trigger.kind != "sent"):
            return None
        sent = [item for item in self._pending if isinstance(item.what, Send) and item.what.event == event]
        return min(sent, key=lambda item: item.begun)

    def _after(self, edge: Edge, place: int) -> None:
        self._pending = [
            item for item in self._pending if not isinstance(item.what, int) or item.what in edge.kept
        ]
        for timer in edge.armed:
            self._pending.append(_Due(timer, place, self._length(self._chart.timers[timer].duration)))
        for order in edge.orders:
            if isinstance(order, Cancel):
                self._cancel(order)
            elif order.delay is not None:
                self._pending.append(_Due(order, place, self._length(order.delay)))

    def _cancel(self, order: Cancel) -> None:
        """Takes back what was sent under an id, the newest first where it is not all."""
        sent = [item for item in self._pending if isinstance(item.what, Send) and item.what.id == order.id]
        for item in sent if order.count is None else sent[::-1][: order.count]:
            self._pending.remove(item)

    def _length(self, duration: Duration) -> int:
        if duration.name is not None:
            value = self._automaton.parameters.get(duration.name)
            if value is None:
                raise _OpenError
            duration = duration.read(self._automaton.parameters)
        length = duration.fixed_in(self._chart.calendar)
        if length is None:
            raise _OpenError
        return length
