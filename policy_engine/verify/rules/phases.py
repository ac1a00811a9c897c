"""Which states warn somebody, and which care for people afterwards.

A state says so with `phase`. In a policy where none does, a state counts whose id or label has the word:
whoever calls a state "Warn" need not say it twice.
"""

from __future__ import annotations

from policy_engine.model.chart import Chart, Phase, State

_WORDS: dict[Phase, tuple[str, ...]] = {
    "warning": ("warn", "waarschuw"),
    "aftercare": ("aftercare", "after_care", "nazorg", "debrief", "nagesprek"),
}


def states_of(phase: Phase, chart: Chart) -> frozenset[int]:
    """The states that have a phase, by index."""
    marked = frozenset(state.index for state in chart.states if state.phase == phase)
    return marked or frozenset(state.index for state in chart.states if _has_word(state, _WORDS[phase]))


def _has_word(state: State, words: tuple[str, ...]) -> bool:
    texts = [state.id, *(text for texts in state.label.values() for text in texts)]
    return any(word in text.lower() for word in words for text in texts)
