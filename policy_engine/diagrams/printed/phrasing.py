"""Words that join the policy's own into conditions, pills and steps."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "and": {"en": "and", "nl": "en"},
    "or": {"en": "or", "nl": "of"},
    "not": {"en": "not", "nl": "niet"},
    "yes": {"en": "yes", "nl": "ja"},
    "no": {"en": "no", "nl": "nee"},
    "always": {"en": "always", "nl": "altijd"},
    "never": {"en": "never", "nl": "nooit"},
    "if": {"en": "{0} (if {1})", "nl": "{0} (als {1})"},
    "else": {"en": "otherwise", "nl": "anders"},
    "at once": {"en": "at once", "nl": "vanzelf"},
    "done": {"en": "done", "nl": "klaar"},
    "after": {"en": "after {0}", "nl": "na {0}"},
    "by": {"en": "by {0}", "nl": "door {0}"},
    "not by": {"en": "not by {0}", "nl": "niet door {0}"},
    "the reporter": {"en": "who reports it", "nl": "wie het meldt"},
    "in state": {"en": "“{0}” is going on", "nl": "“{0}” loopt"},
    "not in state": {"en": "“{0}” is not going on", "nl": "“{0}” niet loopt"},
    "empty": {"en": "empty", "nl": "leeg"},
    "not empty": {"en": "not empty", "nl": "niet leeg"},
    "==": {"en": "{0} equal to {1}", "nl": "{0} gelijk aan {1}"},
    "!=": {"en": "{0} other than {1}", "nl": "{0} anders dan {1}"},
    "<": {"en": "{0} less than {1}", "nl": "{0} minder dan {1}"},
    "<=": {"en": "{0} at most {1}", "nl": "{0} hoogstens {1}"},
    ">": {"en": "{0} more than {1}", "nl": "{0} meer dan {1}"},
    ">=": {"en": "{0} at least {1}", "nl": "{0} minstens {1}"},
    "+": {"en": "{0} plus {1}", "nl": "{0} plus {1}"},
    "-": {"en": "{0} minus {1}", "nl": "{0} min {1}"},
    "negative": {"en": "minus {0}", "nl": "min {0}"},
    "forbidden": {"en": "not allowed: {0}", "nl": "niet toegestaan: {0}"},
    "as long as": {"en": "while {0}", "nl": "zolang {0}"},
    "raises": {"en": "at once: {0}", "nl": "meteen: {0}"},
    "sends": {"en": "next: {0}", "nl": "daarna: {0}"},
    "cancels": {"en": "no longer: {0}", "nl": "niet meer: {0}"},
}

# One of it, several of it.
UNITS: dict[str, dict[str, tuple[str, str]]] = {
    "ms": {"en": ("millisecond", "milliseconds"), "nl": ("milliseconde", "milliseconden")},
    "s": {"en": ("second", "seconds"), "nl": ("seconde", "seconden")},
    "min": {"en": ("minute", "minutes"), "nl": ("minuut", "minuten")},
    "h": {"en": ("hour", "hours"), "nl": ("uur", "uur")},
    "days": {"en": ("day", "days"), "nl": ("dag", "dagen")},
    "weeks": {"en": ("week", "weeks"), "nl": ("week", "weken")},
    "months": {"en": ("month", "months"), "nl": ("maand", "maanden")},
    "years": {"en": ("year", "years"), "nl": ("jaar", "jaar")},
    "working_days": {"en": ("working day", "working days"), "nl": ("werkdag", "werkdagen")},
}
