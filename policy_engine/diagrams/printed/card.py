"""Words of the pocket card and the cue strip."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "say": {"en": "Say", "nl": "Zeg"},
    "avoid": {"en": "Do not say", "nl": "Zeg niet"},
    "exit": {"en": "To end", "nl": "Om te eindigen"},
    "rule": {"en": "Before you end", "nl": "Voordat u eindigt"},
    "any moment": {"en": "At any moment", "nl": "Op elk moment"},
    "all the while": {"en": "All the while", "nl": "De hele tijd"},
    "star": {
        "en": "* Not in every case: the poster says when.",
        "nl": "* Niet in elk geval: de poster zegt wanneer.",
    },
    "own words": {"en": "Say it in your own words.", "nl": "Zegt u het in uw eigen woorden."},
    "version": {"en": "version {0}", "nl": "versie {0}"},
    "how": {"en": "How", "nl": "Zo doet u dat"},
    "next": {"en": "What happens?", "nl": "Wat gebeurt er?"},
    "forbidden": {"en": "Not allowed now", "nl": "Mag nu niet"},
    "stays": {"en": "stays here", "nl": "blijft hier"},
    "end": {"en": "End", "nl": "Einde"},
    "steps": {"en": "All steps", "nl": "Alle stappen"},
    "if": {"en": "If {0}:", "nl": "Als {0}:"},
}
