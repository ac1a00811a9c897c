"""What can come by itself in the sessions of one automaton, and which durations say when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from policy_engine.courses.pending import Pending
from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Chart
from policy_engine.model.duration import Duration

What = tuple[Literal["timer", "send"], int]  # a timer by its place, or a send by what stands for it


class Waits:
    """Everything that can be due. Sends that come as one event, or are taken back under one id, are followed
    together or not at all: which of them comes or goes depends on all of them.
    """

    def __init__(self, chart: Chart, pending: Pending) -> None:
        self._chart = chart
        self._pending = pending
        self._places: dict[int, frozenset[What]] = {}
        for order in pending.sends:
            self._places.setdefault(pending.stands_for(order), frozenset())
        for place in self._places:
            self._places[place] = self._together(place)

    def _together(self, place: int) -> frozenset[What]:
        sends = self._pending.sends
        found = {place}
        while True:
            events = {sends[one].event for one in found}
            ids = {sends[one].id for one in found} - {None}
            more = {one for one in self._places if sends[one].event in events or sends[one].id in ids}
            if more == found:
                return frozenset(("send", one) for one in found)
            found = more

    def with_all(self, what: What) -> frozenset[What]:
        """It, and what has to be followed with it."""
        return self._places[what[1]] if what[0] == "send" else frozenset([what])

    def pending(self, here: Situation) -> Iterator[What]:
        """What is due in a situation."""
        for timer in sorted(here.timers):
            yield "timer", timer
        for place in dict.fromkeys(here.sends):
            yield "send", place

    def coming(self, step: Step) -> Iterator[What]:
        """What a step may be the coming of."""
        edge = step.edge
        if edge is not None and edge.trigger.kind == "after":
            yield "timer", edge.trigger.timer
        elif step.sent or (edge is not None and edge.trigger.kind == "sent"):
            event = step.event if edge is None else edge.trigger.name
            yield from (
                ("send", place) for place in self._places if self._pending.sends[place].event == event
            )

    def durations_of(self, what: What) -> Iterator[Duration]:
        """How long it can take until it comes."""
        kind, place = what
        if kind == "timer":
            yield self._chart.timers[place].duration
            return
        for order, send in self._pending.sends.items():
            if self._pending.stands_for(order) == place and send.delay is not None:
                yield send.delay

    def durations(self, watched: Collection[What] | None) -> tuple[Duration, ...]:
        """The durations of these, or of everything."""
        everything: list[What] = [("timer", timer.index) for timer in self._chart.timers]
        everything += [("send", place) for place in self._places]
        chosen = everything if watched is None else sorted(watched)
        return tuple(dict.fromkeys(each for what in chosen for each in self.durations_of(what)))
