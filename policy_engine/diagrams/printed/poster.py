"""Words of the poster."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "if": {"en": "if", "nl": "als"},
    "while": {"en": "while", "nl": "zolang"},
    "not": {"en": "not:", "nl": "niet:"},
    "stay": {"en": "stay here:", "nl": "blijf hier:"},
    "enter": {"en": "on arrival:", "nl": "bij aankomst:"},
    "leave": {"en": "on leaving:", "nl": "bij vertrek:"},
    "counts": {"en": "counts {0}", "nl": "telt {0}"},
    "any moment": {"en": "at any moment", "nl": "op elk moment"},
    "at once": {"en": "at the same time", "nl": "tegelijk"},
    "end": {"en": "end", "nl": "einde"},
    "go on": {"en": "go on at", "nl": "verder bij"},
    "more": {"en": "continued", "nl": "vervolg"},
    "legend": {"en": "Legend", "nl": "Legenda"},
    "next": {"en": "next step", "nl": "volgende stap"},
    "back": {"en": "calms down", "nl": "kalmeert"},
    "time": {"en": "time passes", "nl": "tijd verstrijkt"},
    "step": {"en": "go on with card 5", "nl": "ga naar kaart 5"},
    "history": {"en": "where you were last", "nl": "waar u het laatst was"},
    "forbidden": {"en": "not allowed", "nl": "niet toegestaan"},
    "underway": {
        "en": "What is done on the way stands in the handbook.",
        "nl": "Wat er onderweg gedaan wordt, staat in het handboek.",
    },
    "silent": {
        "en": "What is not named on a card changes nothing there.",
        "nl": "Wat niet op een kaart staat, verandert daar niets.",
    },
    "version": {"en": "version {0}", "nl": "versie {0}"},
    "digest": {"en": "source {0}", "nl": "bron {0}"},
}
