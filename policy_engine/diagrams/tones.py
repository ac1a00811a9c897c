"""Whether a transition makes a call worse, better, or ends it: its events' tone, else what the graph says."""

from __future__ import annotations

from typing import Literal

from policy_engine.model.chart import Chart, Transition

Tone = Literal["escalates", "calms", "ends", "plain"]


def tones_of(chart: Chart) -> dict[int, Tone]:
    """The tone of each transition, by its index."""
    events = {name: tone_of(chart, name) for name in chart.events}
    return {transition.index: _tone(transition, events) for transition in chart.transitions}


def tone_of(chart: Chart, event: str) -> Tone:
    """The tone of an event: as declared, else by whether it leads away from the start or back to it."""
    declared = chart.events[event].tone
    if declared == "escalates" or declared == "calms" or declared == "ends":
        return declared
    if any(item.tone is not None for item in chart.events.values()):
        # Whoever gave some events a tone left the others without on purpose.
        return "plain"
    moves = [_move(chart, item) for item in chart.transitions if event in item.events and item.targets]
    forward = sum(1 for move in moves if move > 0)
    if 2 * forward > len(moves):
        return "escalates"
    return "calms" if any(move < 0 for move in moves) else "plain"


def _tone(transition: Transition, events: dict[str, Tone]) -> Tone:
    tones = {events[event] for event in transition.events}
    for tone in ("escalates", "ends", "calms"):
        if tone in tones:
            return tone
    return "plain"


def _move(chart: Chart, transition: Transition) -> int:
    """Forward in the file, backward, or neither: authors write a ladder from its lowest rung up."""
    target = transition.targets[0]
    if chart.states[target].kind == "final":
        return 0
    return (target > transition.source) - (target < transition.source)
