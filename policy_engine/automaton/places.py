"""Whether the places that a table names exist: states, transitions and timers go by number in it."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.model.chart import State, Timer, Transition


def check_places(states: Sequence[State], transitions: Sequence[Transition], timers: Sequence[Timer]) -> None:
    """Raises ValueError for a chart that does not keep its invariants about numbers."""
    for place, state in enumerate(states):
        parent = 0 if state.parent is None else state.parent
        _need(state.index == place and (state.parent is None) == (place == 0))
        # Children come behind their parent and know it, so nothing contains itself.
        within(state.children, place + 1, len(states))
        _need(all(states[child].parent == place for child in state.children))
        _need(place == 0 or place in states[parent].children)
        _need(state.initial is None or state.initial in state.children)
        _need((state.initial is not None) or state.kind != "compound" or place == 0)
        within(state.default or (), 1, len(states))
        branches = [*state.always, *state.done, *(branch for found in state.on.values() for branch in found)]
        branches += [branch for timer in state.after for branch in timer.branches]
        _need(all(branch.source == place for branch in branches))
        _need(all(timer.state == place for timer in state.after))
    for place, transition in enumerate(transitions):
        _need(transition.index == place)
        within([transition.source], 0, len(states))
        within(transition.targets, 1, len(states))
    for place, timer in enumerate(timers):
        _need(timer.index == place)
        within([timer.state], 1, len(states))


def within(places: Sequence[int], low: int, high: int) -> tuple[int, ...]:
    """The places, as a tuple. Raises ValueError where one of them is none from `low` to below `high`."""
    for place in places:
        _need(type(place) is int and low <= place < high)
    return tuple(places)


def _need(holds: bool) -> None:
    if not holds:
        raise ValueError("a place that does not exist")
