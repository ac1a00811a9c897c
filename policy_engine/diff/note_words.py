"""The words of a change note: whole sentences for people who approve a protocol and read no policy."""

from __future__ import annotations

from collections.abc import Mapping

# In the place of what `words` says of answers: for a note the subject is "it", the conversation.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "goes": "it goes to “{}”",
        "stays": "it stays at “{}”",
        "begins": "it begins at “{}”",
        "asks": "what is asked is: {}",
        "nothing": "nothing happens",
        "forbidden": "it is not allowed",
        "requires": "it is not allowed until this has been reported: {}",
        "rejected": "it can't be done",
        "role-may-not": "this may not be reported by: {}",
        "person-needed": "it has to be said who reports it",
        "closed": "it is too late, for it is over",
        "ends": "and that is the end",
        "due next": "what comes by itself then: {}",
        "nothing due": "nothing comes by itself then",
        "in": "{} at “{}”",
        "path": "on the way it passes “{}”",
    },
    "nl": {
        "goes": "gaat het naar “{}”",
        "stays": "blijft het bij “{}”",
        "begins": "begint het bij “{}”",
        "asks": "wordt gevraagd: {}",
        "nothing": "gebeurt er niets",
        "forbidden": "mag dat niet",
        "requires": "mag dat pas als dit is gemeld: {}",
        "rejected": "kan dat niet",
        "role-may-not": "mag dit niet worden gemeld door: {}",
        "person-needed": "moet erbij worden gezegd wie het meldt",
        "closed": "is het te laat, want het is voorbij",
        "ends": "en dan is het afgelopen",
        "due next": "komt daarna vanzelf: {}",
        "nothing due": "komt daarna niets vanzelf",
        "in": "{} bij “{}”",
        "path": "komt het langs “{}”",
    },
}
NOTE: Mapping[str, Mapping[str, str]] = {
    "en": {
        "heading": "Change note",
        "versions": "Version {new}, after version {old}",
        "owner": "Kept by",
        "date": "Date of this version",
        "approved": "Approved by",
        "approval": "{by}, on {on}",
        "nobody": "not yet",
        "for": "For: {}",
        "everyone": "For everyone",
        "equal": "Nothing changes in what happens, what is allowed or what is asked of anybody.",
        "open": "Not everything could be tried out; there may be more changes than are listed here.",
        "changes": "{what}: until now {old}; from now on {new}.",
        "no longer asked": "At “{state}” this is no longer asked: {action}.",
        "also asked": "At “{state}” this is asked from now on: {action}.",
        "asked otherwise": "At “{state}” what is asked has other details, or comes in another order.",
        "time": "At “{state}” the time until the next step was {old} and is now {new}.",
        "time gone": "At “{state}” nothing comes by itself any more after {old}.",
        "time new": "At “{state}” something comes by itself after {new}.",
        "new state": "There is a new step: “{state}”.",
        "gone state": "The step “{state}” is no longer there.",
        "say": "At “{state}” is said from now on: “{new}”",
        "avoid": "At “{state}” is avoided from now on: “{new}”",
        "how": "At “{state}” the advice is from now on: “{new}”",
        "silent": "At “{state}” this is no longer written: “{old}”",
        "label": "“{old}” is called “{new}” from now on.",
        "forbidden text": "Whoever is refused at “{state}” reads from now on: “{new}”",
        "letter": "The letter “{name}” has other words.",
        "texts": "Other texts that have changed: {count}.",
        "parameter": "The choice “{name}” can be {new} from now on; until now {old}.",
        "default": "“{name}” is {new} from now on where nobody says otherwise; until now {old}.",
        "declared new": "New: {section} “{name}”.",
        "declared gone": "No longer there: {section} “{name}”.",
        "declared changed": "Changed: {section} “{name}” ({old} became {new}).",
        "more": "There are {count} more changes; they are listed by the comparison of the two versions.",
        "sessions": "What has begun already goes on under the new version.",
        "no sessions": "What has begun already is finished under the old version.",
        "signed": "Approved by (name and signature)",
        "on": "Date",
        "empty": "nothing",
    },
    "nl": {
        "heading": "Wijzigingsnotitie",
        "versions": "Versie {new}, na versie {old}",
        "owner": "Beheer",
        "date": "Datum van deze versie",
        "approved": "Goedgekeurd door",
        "approval": "{by}, op {on}",
        "nobody": "nog niet",
        "for": "Voor: {}",
        "everyone": "Voor iedereen",
        "equal": "Er verandert niets in wat er gebeurt, wat mag of wat aan iemand wordt gevraagd.",
        "open": "Niet alles kon worden uitgeprobeerd; er kunnen meer wijzigingen zijn dan hier staan.",
        "changes": "{what}: tot nu toe {old}; voortaan {new}.",
        "no longer asked": "Bij “{state}” wordt niet meer gevraagd: {action}.",
        "also asked": "Bij “{state}” wordt voortaan gevraagd: {action}.",
        "asked otherwise": "Bij “{state}” heeft wat gevraagd wordt andere details of een andere volgorde.",
        "time": "Bij “{state}” was de tijd tot de volgende stap {old} en die is nu {new}.",
        "time gone": "Bij “{state}” komt na {old} niets meer vanzelf.",
        "time new": "Bij “{state}” komt er na {new} iets vanzelf.",
        "new state": "Er is een nieuwe stap: “{state}”.",
        "gone state": "De stap “{state}” is er niet meer.",
        "say": "Bij “{state}” wordt voortaan gezegd: “{new}”",
        "avoid": "Bij “{state}” wordt voortaan vermeden: “{new}”",
        "how": "Bij “{state}” is het advies voortaan: “{new}”",
        "silent": "Bij “{state}” staat dit er niet meer: “{old}”",
        "label": "“{old}” heet voortaan “{new}”.",
        "forbidden text": "Wie bij “{state}” iets niet mag, leest voortaan: “{new}”",
        "letter": "De brief “{name}” heeft een andere tekst.",
        "texts": "Andere teksten die zijn gewijzigd: {count}.",
        "parameter": "De keuze “{name}” kan voortaan {new} zijn; tot nu toe {old}.",
        "default": "“{name}” is voortaan {new} als niemand iets anders zegt; tot nu toe {old}.",
        "declared new": "Nieuw: {section} “{name}”.",
        "declared gone": "Niet meer aanwezig: {section} “{name}”.",
        "declared changed": "Gewijzigd: {section} “{name}” ({old} werd {new}).",
        "more": "Er zijn nog {count} wijzigingen; de vergelijking van de twee versies somt ze op.",
        "sessions": "Wat al begonnen is, gaat verder onder de nieuwe versie.",
        "no sessions": "Wat al begonnen is, wordt afgemaakt onder de oude versie.",
        "signed": "Goedgekeurd door (naam en handtekening)",
        "on": "Datum",
        "empty": "niets",
    },
}
UNITS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "s": ("second", "seconds"),
        "min": ("minute", "minutes"),
        "h": ("hour", "hours"),
        "days": ("day", "days"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
        "working_days": ("working day", "working days"),
        "working_hours": ("working hour", "working hours"),
    },
    "nl": {
        "s": ("seconde", "seconden"),
        "min": ("minuut", "minuten"),
        "h": ("uur", "uur"),
        "days": ("dag", "dagen"),
        "weeks": ("week", "weken"),
        "months": ("maand", "maanden"),
        "years": ("jaar", "jaar"),
        "working_days": ("werkdag", "werkdagen"),
        "working_hours": ("werkuur", "werkuren"),
    },
}


_MONTHS: Mapping[str, str] = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


def spoken_date(written: str, language: str) -> str:
    """A date "YYYY-MM-DD" as people say it: "21 November 2026"."""
    year, month, day = written.split("-")
    return f"{int(day)} {_MONTHS[language].split()[int(month) - 1]} {year}"


def spoken_duration(written: str, language: str) -> str:
    """A duration as people say it: "5 min" becomes "5 minutes"; one that is more than that stays as it is."""
    amount, _, unit = written.partition(" ")
    named = UNITS[language].get(unit)
    if named is None:
        return written.replace("_", " ")
    return f"{amount} {named[0] if amount == '1' else named[1]}"
