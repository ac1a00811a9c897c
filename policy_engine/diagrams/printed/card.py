"""Words of the pocket card and the cue strip."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "say": {"en": "Say", "nl": "Zeg"},
    "also say": {"en": "Also say", "nl": "Zeg ook"},
    "avoid": {"en": "Do not say", "nl": "Zeg niet"},
    "exit": {"en": "To end", "nl": "Om te eindigen"},
    "rule": {"en": "Before you end", "nl": "Voordat u eindigt"},
    "any moment": {"en": "At any moment", "nl": "Op elk moment"},
    "in step": {"en": "In step {0}", "nl": "In stap {0}"},
    "step": {"en": "step {0}", "nl": "stap {0}"},
    "tracks": {"en": "{0}: at the same time", "nl": "{0}: tegelijk"},
    "track": {"en": "Track: {0}", "nl": "Spoor: {0}"},
    "track done": {"en": "track done", "nl": "spoor klaar"},
    "part done": {"en": "part done", "nl": "onderdeel klaar"},
    "all the while": {"en": "All the while", "nl": "De hele tijd"},
    "star": {
        "en": "* Not in every case: the poster says when.",
        "nl": "* Niet in elk geval: de poster zegt wanneer.",
    },
    "own words": {"en": "Say it in your own words.", "nl": "Zeg het in uw eigen woorden."},
    "how": {"en": "How", "nl": "Zo doet u dat"},
    "next": {"en": "What happens?", "nl": "Wat gebeurt er?"},
    "must": {"en": "Must be done", "nl": "Moet gebeuren"},
    "forbidden": {"en": "Not allowed now", "nl": "Mag nu niet"},
    "stays": {"en": "stays here", "nl": "blijft hier"},
    "end": {"en": "end", "nl": "einde"},
    "steps": {"en": "All steps", "nl": "Alle stappen"},
    "if": {"en": "If {0}:", "nl": "Als {0}:"},
    "back": {"en": "back to the last step in {0}", "nl": "terug naar de laatste stap in {0}"},
}
