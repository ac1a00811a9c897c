"""Whether the places that a table names exist: states, transitions, timers and nodes go by number in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policy_engine.automaton.tree import Edge
from policy_engine.model.chart import Chart

_VERDICTS = ("applied", "ignored", "forbidden", "rejected")


def check_chart(chart: Chart) -> None:
    """Raises ValueError for a chart that does not keep its invariants about numbers."""
    states, transitions, timers = len(chart.states), len(chart.transitions), len(chart.timers)
    for place, state in enumerate(chart.states):
        parent = 0 if state.parent is None else state.parent
        _need(state.index == place and (state.parent is None) == (place == 0))
        _need(0 <= parent < max(place, 1))
        _need(all(place < child < states and chart.states[child].parent == place for child in state.children))
        _need(place == 0 or place in chart.states[parent].children)
        _need(state.initial is None or state.initial in state.children)
        _need((state.initial is not None) or state.kind != "compound" or place == 0)
        _within(state.default or (), 1, states)
        branches = [*state.always, *state.done, *(branch for found in state.on.values() for branch in found)]
        branches += [branch for timer in state.after for branch in timer.branches]
        _need(all(0 <= one.index < transitions and one.source == place for one in branches))
        _need(all(0 <= timer.index < timers and timer.state == place for timer in state.after))
    for place, transition in enumerate(chart.transitions):
        _need(transition.index == place and 0 <= transition.source < states)
        _within(transition.targets, 1, states)
    for place, timer in enumerate(chart.timers):
        _need(timer.index == place and 0 < timer.state < states)


def check_edges(chart: Chart, edges: Sequence[Edge], nodes: int) -> None:
    """Raises ValueError for edges without a verdict, or that name a state, transition, timer or node that is
    not there.
    """
    for edge in edges:
        _need(edge.verdict in _VERDICTS and type(edge.microsteps) is int)
        _need(type(edge.source) is type(edge.target) is int)
        first = 0 if edge.refusal is None else -1  # a start that is refused leads nowhere
        _need(-1 <= edge.source < nodes and first <= edge.target < nodes)
        _within((*edge.exited, *edge.entered), 1, len(chart.states))
        _within(edge.transitions, 0, len(chart.transitions))
        _within((*edge.armed, *edge.kept), 0, len(chart.timers))


def _within(indices: Iterable[int], low: int, high: int) -> None:
    for index in indices:
        _need(type(index) is int and low <= index < high)


def _need(holds: bool) -> None:
    if not holds:
        raise ValueError("a place that does not exist")
