"""Words of the poster in words."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "start": {"en": "Begin at {0}.", "nl": "Begin bij {0}."},
    "box": {"en": "{0} ({1}), at any moment.", "nl": "{0} ({1}), op elk moment."},
    "parallel": {
        "en": "{0} ({1}), all parts at the same time.",
        "nl": "{0} ({1}), alle onderdelen tegelijk.",
    },
    "say": {"en": "Say: {0}", "nl": "Zeg: {0}"},
    "avoid": {"en": "Avoid: {0}", "nl": "Vermijd: {0}"},
    "how": {"en": "How: {0}", "nl": "Hoe: {0}"},
    "say if": {"en": "Say (if {1}): {0}", "nl": "Zeg (als {1}): {0}"},
    "avoid if": {"en": "Avoid (if {1}): {0}", "nl": "Vermijd (als {1}): {0}"},
    "how if": {"en": "How (if {1}): {0}", "nl": "Hoe (als {1}): {0}"},
    "entry": {"en": "On arrival: {0}.", "nl": "Bij aankomst: {0}."},
    "exit": {"en": "On leaving: {0}.", "nl": "Bij vertrek: {0}."},
    "to": {"en": "to {0}", "nl": "naar {0}"},
    "back": {
        "en": "back to where you were in {0} (the first time: {1})",
        "nl": "terug naar waar u was in {0} (de eerste keer: {1})",
    },
    "stay": {"en": "stay here", "nl": "blijf hier"},
    "link": {"en": "{0}: {1}.", "nl": "{0}: {1}."},
    "end": {"en": "End.", "nl": "Einde."},
    "end of": {"en": "End of {0}.", "nl": "Einde van {0}."},
    "parameters": {"en": "Agreed beforehand: {0}.", "nl": "Vooraf afgesproken: {0}."},
    "facts": {"en": "Known of the case: {0}.", "nl": "Bekend over de zaak: {0}."},
    "context": {"en": "Kept count of: {0}.", "nl": "Bijgehouden: {0}."},
    "range": {"en": "{0} ({1} to {2})", "nl": "{0} ({1} tot en met {2})"},
}
