"""Whether a transition makes a call worse, better, or ends it: its events' tone, else what the graph says."""

from __future__ import annotations

from typing import Literal

from policy_engine.model.chart import Chart, Transition

Tone = Literal["escalates", "calms", "ends", "plain"]
_DECLARED: dict[str | None, Tone] = {"escalates": "escalates", "calms": "calms", "ends": "ends"}


def tones_of(chart: Chart) -> dict[int, Tone]:
    """The tone of each transition, by its index."""
    events = _tones(chart)
    return {transition.index: _tone(transition, events) for transition in chart.transitions}


def tone_of(chart: Chart, event: str) -> Tone:
    """The tone of an event: as declared, else by whether it leads away from the start or back to it."""
    return _tones(chart)[event]


def _tones(chart: Chart) -> dict[str, Tone]:
    if any(event.tone is not None for event in chart.events.values()):
        # Whoever gave some events a tone left the others without on purpose.
        return {name: _DECLARED.get(event.tone, "plain") for name, event in chart.events.items()}
    moves: dict[str, list[int]] = {name: [] for name in chart.events}
    for transition in chart.transitions:
        for event in transition.events if transition.targets else ():
            moves[event].append(_move(chart, transition))
    return {name: _tendency(several) for name, several in moves.items()}


def _tendency(moves: list[int]) -> Tone:
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
