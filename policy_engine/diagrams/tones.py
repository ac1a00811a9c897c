"""Whether a transition makes a call worse, better, or ends it: its events' tone, as the policy declares it.

Nothing is guessed. A way back in the file may be a caller who calms down or one who has a relapse, a way
forward a threat or a solution: where the policy does not say, the diagrams say neither.
"""

from __future__ import annotations

from typing import Literal

from policy_engine.model.chart import Chart, Transition

Tone = Literal["escalates", "calms", "ends", "plain"]
_DECLARED: dict[str | None, Tone] = {"escalates": "escalates", "calms": "calms", "ends": "ends"}


def tones_of(chart: Chart) -> dict[int, Tone]:
    """The tone of each transition, by its index; of several events the strongest."""
    return {transition.index: _tone(chart, transition) for transition in chart.transitions}


def tone_of(chart: Chart, event: str) -> Tone:
    """The tone of an event; plain where none is declared."""
    return _DECLARED.get(chart.events[event].tone, "plain")


def _tone(chart: Chart, transition: Transition) -> Tone:
    tones = {tone_of(chart, event) for event in transition.events}
    for tone in ("escalates", "ends", "calms"):
        if tone in tones:
            return tone
    return "plain"
