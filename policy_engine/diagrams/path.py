"""The path of one call, laid over a diagram: where it came, and at which move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policy_engine.diagrams.moves import moves_of
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.printed import Words, word
from policy_engine.session.course import Moment

WORDS: Words = {
    "move": {"en": "move {0}", "nl": "zet {0}"},
    "short": {"en": "m {0}", "nl": "z {0}"},
    "way": {
        "en": "The way of “{0}”. Move 2 (m 2) is the second that was made; what is pale was not touched.",
        "nl": "De weg van “{0}”. Zet 2 (z 2) is de tweede die gedaan is; wat bleek is, is niet geraakt.",
    },
}


def path_overlay(course: Iterable[Moment], language: str, title: str = "") -> Overlay:
    """What one call, called by `title`, did in the diagram; without a title it has no caption.

    Each state with the moves that ended in it, and each transition with the moves that took it.

    What was entered only on the way, or around the state where a move ended, bears a stamp without words. A
    move that stays where it was stamps its transition alone.
    """
    states: dict[str, list[int]] = {}
    transitions: dict[str, list[int]] = {}
    for move in moves_of(course):
        for state in dict.fromkeys(move.decision.entered):
            reached = states.setdefault(state, [])
            if state in move.decision.after:
                reached.append(move.number)
        for transition in dict.fromkeys(move.decision.transitions):
            transitions.setdefault(transition, []).append(move.number)
    caption = word(WORDS, "way", language, title) if title else ""
    return Overlay(_stamps(states, language), _stamps(transitions, language), caption=caption)


def _stamps(moves: Mapping[str, list[int]], language: str) -> dict[str, Stamp]:
    stamps = {}
    for name, numbers in moves.items():
        several = ", ".join(map(str, numbers))
        stamps[name] = Stamp("path")
        if numbers:
            words, short = (word(WORDS, key, language, several) for key in ("move", "short"))
            stamps[name] = Stamp("path", words, short=short)
    return stamps
