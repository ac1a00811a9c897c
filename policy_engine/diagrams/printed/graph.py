"""Words of the pictures that other programs lay out."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "any moment": {"en": "at any moment", "nl": "op elk moment"},
    "parallel": {"en": "{0} (at the same time)", "nl": "{0} (tegelijk)"},
    "end": {"en": "end", "nl": "einde"},
    "entry": {"en": "on arrival: {0}", "nl": "bij aankomst: {0}"},
    "exit": {"en": "on leaving: {0}", "nl": "bij vertrek: {0}"},
    "stay": {"en": "stay here", "nl": "blijf hier"},
    "first time": {"en": "the first time", "nl": "de eerste keer"},
    "back": {"en": "back into {0}", "nl": "terug in {0}"},
    "begin": {"en": "begin", "nl": "begin"},
}
