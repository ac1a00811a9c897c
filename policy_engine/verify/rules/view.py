"""What every rule has: the chart as it is written, what uses what, and where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from policy_engine.model.chart import Chart, State, Transition
from policy_engine.verify.rules.places import Places
from policy_engine.verify.rules.uses import Uses, uses_of


class View:
    """A chart, with what many rules ask of it."""

    def __init__(self, chart: Chart, places: Places) -> None:
        self.chart = chart
        self.places = places

    @cached_property
    def uses(self) -> Uses:
        """The names that something speaks of."""
        return uses_of(self.chart)

    @cached_property
    def has_words(self) -> bool:
        """Whether the policy tells anybody what to say at all; a ledger does not."""
        return any(state.say for state in self.chart.states)

    @cached_property
    def ends(self) -> bool:
        """Whether a session can ever be meant to end: a ledger goes on for ever."""
        return any(state.kind == "final" and state.depth == 1 for state in self.chart.states)

    @cached_property
    def ids(self) -> dict[str, State]:
        """The states by their ids."""
        return {state.id: state for state in self.chart.states}

    @cached_property
    def transitions(self) -> dict[str, Transition]:
        """The transitions that an author wrote, by their ids."""
        return {item.id: item for item in self.chart.transitions}

    @cached_property
    def handlers(self) -> dict[str, tuple[int, ...]]:
        """The states that handle each event, by index; only events that some state handles."""
        found: dict[str, list[int]] = {}
        for state in self.chart.states:
            for event in state.on:
                found.setdefault(event, []).append(state.index)
        return {event: tuple(indices) for event, indices in found.items()}

    @property
    def states(self) -> Iterator[State]:
        """The states that an author wrote, without the root."""
        yield from self.chart.states[1:]

    def around(self, index: int) -> Iterator[State]:
        """A state and those around it, from the inside out, without the root."""
        while index:
            state = self.chart.states[index]
            yield state
            index = state.parent or 0

    def inside(self, index: int, outer: int) -> bool:
        """Whether a state is another one or lies inside it."""
        return outer == 0 or any(state.index == outer for state in self.around(index))
