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
    "known": {"en": "{0} known", "nl": "{0} bekend"},
    "unknown": {"en": "{0} unknown", "nl": "{0} onbekend"},
    "==": {"en": "{0} = {1}", "nl": "{0} = {1}"},
    "!=": {"en": "{0} other than {1}", "nl": "{0} anders dan {1}"},
    "<": {"en": "{0} less than {1}", "nl": "{0} minder dan {1}"},
    "<=": {"en": "{0} at most {1}", "nl": "{0} hoogstens {1}"},
    ">": {"en": "{0} more than {1}", "nl": "{0} meer dan {1}"},
    ">=": {"en": "{0} at least {1}", "nl": "{0} minstens {1}"},
    "several <": {"en": "fewer than {1} {0}", "nl": "minder dan {1} {0}"},
    "several <=": {"en": "at most {1} {0}", "nl": "hoogstens {1} {0}"},
    "several >": {"en": "more than {1} {0}", "nl": "meer dan {1} {0}"},
    "several >=": {"en": "at least {1} {0}", "nl": "minstens {1} {0}"},
    "+": {"en": "{0} plus {1}", "nl": "{0} plus {1}"},
    "-": {"en": "{0} minus {1}", "nl": "{0} min {1}"},
    "negative": {"en": "minus {0}", "nl": "min {0}"},
    "forbidden": {"en": "not allowed: {0}", "nl": "niet toegestaan: {0}"},
    "as long as": {"en": "while {0}", "nl": "zolang {0}"},
    "only if": {"en": "{0} only if {1}", "nl": "{0} mag alleen als {1}"},
    "raises": {"en": "then at once {0}", "nl": "dan meteen {0}"},
    "sends": {"en": "then {0}", "nl": "daarna {0}"},
    "sends later": {"en": "{0} in {1}", "nl": "{0} over {1}"},
    "at time": {"en": "{0}, at {1}:{2}", "nl": "{0}, om {1}.{2} uur"},
    "cancels": {"en": "{0} cancelled", "nl": "{0} vervalt"},
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
    "working_hours": {"en": ("working hour", "working hours"), "nl": ("werkuur", "werkuren")},
}
