"""Words of the poster."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "if": {"en": "if", "nl": "als"},
    "while": {"en": "while", "nl": "zolang"},
    "not": {"en": "not:", "nl": "niet:"},
    "only if": {"en": "{0} only if {1}", "nl": "{0} alleen als {1}"},
    "other cases": {"en": "in other cases", "nl": "in andere gevallen"},
    "must": {"en": "must", "nl": "moet"},
    "stay": {"en": "stay here:", "nl": "blijf hier:"},
    "enter": {"en": "on arrival:", "nl": "bij aankomst:"},
    "leave": {"en": "on leaving:", "nl": "bij vertrek:"},
    "counts": {"en": "counts {0}", "nl": "telt {0}"},
    "stays": {"en": "stay here", "nl": "blijf hier"},
    "whenever": {"en": "at any moment:", "nl": "op elk moment:"},
    "any moment": {"en": "at any moment", "nl": "op elk moment"},
    "at once": {"en": "at the same time", "nl": "tegelijk"},
    "end": {"en": "end", "nl": "einde"},
    "next column": {"en": "next column: step {0}", "nl": "volgende kolom: stap {0}"},
    "next sheet": {"en": "next sheet: step {0}", "nl": "volgend blad: stap {0}"},
    "more": {"en": "continued", "nl": "vervolg"},
    "next": {"en": "next step", "nl": "volgende stap"},
    "back": {"en": "calms down", "nl": "kalmeert"},
    "time": {"en": "time passes", "nl": "tijd verstrijkt"},
    "step": {"en": "go on with step {0}", "nl": "ga naar stap {0}"},
    "history": {"en": "where you were last", "nl": "waar u het laatst was"},
    "forbidden": {"en": "not allowed", "nl": "niet toegestaan"},
    "underway": {
        "en": "What is done on the way is in the handbook.",
        "nl": "Wat er onderweg gedaan wordt, staat in het handboek.",
    },
    "otherwise": {
        "en": "What you say otherwise is in the handbook.",
        "nl": "Wat u anders zegt, staat in het handboek.",
    },
    "both": {
        "en": "What you say otherwise, and what is done on the way, is in the handbook.",
        "nl": "Wat u anders zegt en wat er onderweg gedaan wordt, staat in het handboek.",
    },
    "silent": {
        "en": "What is not named on a card changes nothing there.",
        "nl": "Wat niet op een kaart staat, verandert daar niets.",
    },
    "digest": {"en": "source {0}", "nl": "bron {0}"},
}
