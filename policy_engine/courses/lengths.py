"""Everything that says how long something takes that is due later."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.model.chart import Chart, Send
from policy_engine.model.chart import Step as Action
from policy_engine.model.duration import Duration


def all_actions(chart: Chart) -> Iterator[Action]:
    """Every step that a chart can take: on entry, on exit and on the way."""
    for state in chart.states:
        yield from (*state.entry, *state.exit)
    for transition in chart.transitions:
        yield from transition.steps


def durations(chart: Chart) -> Iterator[Duration]:
    """Every duration after which something is due."""
    for timer in chart.timers:
        yield timer.duration
    for step in all_actions(chart):
        if isinstance(step, Send) and step.delay is not None:
            yield step.delay


def read_in_durations(chart: Chart) -> frozenset[str]:
    """The parameters, facts and variables whose values are lengths of durations."""
    return frozenset(item.name for item in durations(chart) if item.name is not None)
