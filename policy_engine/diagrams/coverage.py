"""What the scenarios of a policy come past, laid over a diagram: what they leave out stands out."""

from __future__ import annotations

from collections.abc import Collection

from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.printed import Words, word
from policy_engine.records import field, record

WORDS: Words = {
    "covered": {
        "en": "Tested by scenarios: {0} of {1}, {2} %.",
        "nl": "Getest met scenario's: {0} van {1}, {2} %.",
    },
    "missed": {"en": "not tested", "nl": "niet getest"},
    "missed short": {"en": "not", "nl": "niet"},
    "half": {"en": "limit not tested", "nl": "grens niet getest"},
    "lost": {"en": "out of reach", "nl": "onbereikbaar"},
    "missed legend": {
        "en": "Thick, “not tested”: no scenario comes there.",
        "nl": "Dik, “niet getest”: geen scenario komt daar.",
    },
    "half legend": {
        "en": "“Limit not tested”: what is not allowed there was not tried both ways.",
        "nl": "“Grens niet getest”: wat daar niet mag, is niet beide kanten op geprobeerd.",
    },
    "lost legend": {
        "en": "“Out of reach”: no call can come there.",
        "nl": "“Onbereikbaar”: geen gesprek kan daar komen.",
    },
}


@record
class Untested:
    """What is missing from the tests of a policy, by the ids of states and transitions.

    `half` are states of which something that is forbidden was not both refused and let through, or not
    refused for want of what it requires; `lost` is what no session can come to. `covered` of `total` things
    that count are `percent`, as it is printed.
    """

    states: Collection[str] = ()
    transitions: Collection[str] = ()
    half: Collection[str] = ()
    lost: Collection[str] = field(default_factory=frozenset)
    covered: int = 0
    total: int = 0
    percent: str = "100"


def coverage_overlay(tested: Untested, language: str = "en") -> Overlay:
    """A stamp on what is not tested; all else is drawn as ever. The caption says what the stamps mean."""
    lost = Stamp("missed", word(WORDS, "lost", language), 0.3)
    missed = Stamp("missed", word(WORDS, "missed", language), short=word(WORDS, "missed short", language))
    half = Stamp("missed", word(WORDS, "half", language), 0.6)
    states = {
        **dict.fromkeys(tested.half, half),
        **dict.fromkeys(tested.states, missed),
        **dict.fromkeys(tested.lost, lost),
    }
    transitions = {**dict.fromkeys(tested.transitions, missed), **dict.fromkeys(tested.lost, lost)}
    stamps = (*states.values(), *transitions.values())
    legend = [word(WORDS, "covered", language, tested.covered, tested.total, tested.percent)]
    for key, stamp in (("missed", missed), ("half", half), ("lost", lost)):
        if stamp in stamps:
            legend.append(word(WORDS, f"{key} legend", language))
    return Overlay(states, transitions, fade=False, caption=" ".join(legend))
