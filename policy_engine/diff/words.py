"""The words in which differences are told, in the languages of the tools."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "start": "the start",
        "learn": "it becomes known that {}",
        "after": "after {}",
        "just after": "just after {}",
        "moment": "a moment later",
        "by": " (by {})",
        "comes": "{} comes by itself",
        "lapses": "something lapses from {}",
        "overdue": "{} is overdue",
        "time in": "time in {}",
        "due": "what follows its end",
        "always": "what comes at once",
        "in": "{} in {}",
        "goes": "goes to {}",
        "stays": "stays in {}",
        "begins": "begins in {}",
        "asks": "asks for {}",
        "to": "{} (to {})",
        "nothing": "nothing happens",
        "forbidden": "is refused",
        "requires": "is refused until {} is reported",
        "rejected": "can't be taken",
        "role-may-not": "may not be reported by {}",
        "person-needed": "needs the name of who reports it",
        "closed": "is too late: the session is over",
        "ends": "ends as {}",
        "drops": "what follows is refused: {}",
        "due next": "due then: {}",
        "nothing due": "nothing is due then",
        "begun earlier": "{0} (begun earlier)",
        "begun as number": "{0} (begun as number {1})",
        "other verdict": "the answer differs",
        "other after": "where it stands afterwards differs",
        "other outcome": "how it ends differs",
        "other actions": "the details, the order or the number of what is asked differ",
        "other reason": "the reason that is given differs",
        "other path": "the states on the way differ",
        "other dropped": "what is refused of what follows differs",
        "other fired": "how much comes by itself at that moment differs",
        "other deadline": "how often or when something is due then differs",
        "then": "{}; then {}",
        "and": "{} and {}",
        "many": "{} and {} more",
        "entering": "entering or leaving {}",
        "path": "by way of {}",
        "readable": "what others can read of the session differs",
        "guidance": "other phrases are shown than in the other version",
        "duties": "what must be done, or by when, differs",
        "wait": "{}: {}",
    },
    "nl": {
        "start": "het begin",
        "learn": "bekend wordt dat {}",
        "after": "na {}",
        "just after": "vlak na {}",
        "moment": "een ogenblik later",
        "by": " (door {})",
        "comes": "{} komt vanzelf",
        "lapses": "er vervalt iets van {}",
        "overdue": "{} is over tijd",
        "time in": "tijd in {}",
        "due": "wat op het einde volgt",
        "always": "wat meteen komt",
        "in": "{} in {}",
        "goes": "gaat naar {}",
        "stays": "blijft in {}",
        "begins": "begint in {}",
        "asks": "vraagt om {}",
        "to": "{} (aan {})",
        "nothing": "er gebeurt niets",
        "forbidden": "wordt geweigerd",
        "requires": "wordt geweigerd totdat {} is gemeld",
        "rejected": "kan niet worden uitgevoerd",
        "role-may-not": "mag niet worden gemeld door {}",
        "person-needed": "vraagt om de naam van wie het meldt",
        "closed": "komt te laat: de sessie is voorbij",
        "ends": "eindigt als {}",
        "drops": "wat erop volgt wordt geweigerd: {}",
        "due next": "daarna aan de beurt: {}",
        "nothing due": "daarna is niets aan de beurt",
        "begun earlier": "{0} (eerder begonnen)",
        "begun as number": "{0} (begonnen als nummer {1})",
        "other verdict": "het antwoord is anders",
        "other after": "waar het daarna staat is anders",
        "other outcome": "hoe het eindigt is anders",
        "other actions": "de details, de volgorde of het aantal van wat wordt gevraagd zijn anders",
        "other reason": "de reden die wordt gegeven is anders",
        "other path": "de toestanden onderweg zijn anders",
        "other dropped": "wat er wordt geweigerd van wat erop volgt is anders",
        "other fired": "hoeveel er op dat moment vanzelf komt is anders",
        "other deadline": "hoe vaak of wanneer er daarna iets aan de beurt is, is anders",
        "then": "{}; daarna {}",
        "and": "{} en {}",
        "many": "{} en {} andere",
        "entering": "binnengaan of verlaten van {}",
        "path": "via {}",
        "readable": "wat anderen van de sessie kunnen lezen is anders",
        "guidance": "er worden andere zinnen getoond dan in de andere versie",
        "duties": "wat er moet gebeuren, of wanneer, is anders",
        "wait": "{}: {}",
    },
}
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "parameter": "parameter",
        "fact": "fact",
        "role": "role",
        "event": "event",
        "datum": "datum",
        "action": "action",
        "action parameter": "parameter of an action",
        "field": "field",
        "export": "export",
        "must": "what must be done",
        "state": "state",
    },
    "nl": {
        "parameter": "parameter",
        "fact": "feit",
        "role": "rol",
        "event": "gebeurtenis",
        "datum": "gegeven",
        "action": "actie",
        "action parameter": "parameter van een actie",
        "field": "veld",
        "export": "export",
        "must": "wat moet gebeuren",
        "state": "toestand",
    },
}
_UNITS = {"en": ("h", "min", "s"), "nl": ("uur", "min", "s")}
_SECOND = 1_000_000_000


def while_of(nanoseconds: int, language: str) -> str:
    """How long something took, to the second; what is less than a millisecond past it is "just after"."""
    words = WORDS[language]
    seconds, rest = divmod(nanoseconds, _SECOND)
    if rest >= _SECOND // 1_000:
        return words["after"].format(f"{nanoseconds / _SECOND:.3f} s")
    if rest and not seconds:
        return words["moment"]
    hours, left = divmod(seconds, 3_600)
    minutes, left = divmod(left, 60)
    parts = zip((hours, minutes, left), _UNITS[language], strict=True)
    text = " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 s"
    return words["just after" if rest else "after"].format(text)
