"""Durations, verdicts and persons in words, as people read them, whatever words a policy is written with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from policy_engine.languages import spoken
from policy_engine.model.chart import Chart, Words
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_delay

# One of it, several of it.
UNITS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "ms": ("millisecond", "milliseconds"),
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
        "ms": ("milliseconde", "milliseconden"),
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
# Those that are told by their signs, which people read at a glance.
_SIGNS: Mapping[str, tuple[str, ...]] = {"en": ("ms", "s", "min", "h"), "nl": ("ms", "s", "min")}
_VERDICTS: Mapping[str, str] = {
    "applied": "toegepast",
    "ignored": "genegeerd",
    "forbidden": "geweigerd",
    "rejected": "afgewezen",
    "closed": "afgelopen",
    "duplicate": "al verwerkt",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "named": "as many {unit} as {name} says",
        "less": "{length}, less {minus}",
        "at": "{length}, at {hour:02}:{minute:02}",
        "person": "person",
    },
    "nl": {
        "named": "zo veel {unit} als {name} zegt",
        "less": "{length}, min {minus}",
        "at": "{length}, om {hour:02}.{minute:02} uur",
        "person": "persoon",
    },
}


Label = Words | Mapping[str, str]
Namer = Callable[[str, Label, Chart, str], str]


def named(name: str, label: Label, chart: Chart, language: str) -> str:
    """Something by its name, with its label where it has one."""
    text = label_of(label, chart, language)
    return f"`{name}`" if text is None else f"`{name}` ({text})"


def label_of(label: Label, chart: Chart, language: str) -> str | None:
    """A label in a language, or in that of the policy that comes nearest; None where there is none."""
    if not label:
        return None
    found: str | Sequence[str] = spoken(label, language, chart.languages[0])
    return found if isinstance(found, str) else found[0]


def said(name: str, label: Label, chart: Chart, language: str) -> str:
    """Something by its label alone, or by its name where it has none."""
    return f"“{label_of(label, chart, language) or name.replace('_', ' ')}”"


def told_duration(written: Duration | str, chart: Chart, language: str, name_of: Namer = named) -> str:
    """A duration in words, in "en" or "nl"; a text that is none stays as it is.

    name_of: how the value is called that says how long it is.
    """
    duration = parse_delay(written) if isinstance(written, str) else written
    if duration is None:
        return str(written)
    words, unit = _WORDS[language], duration.unit
    one, several = (unit, unit) if unit in _SIGNS[language] else UNITS[language][unit]
    if duration.name is None:
        length = f"{duration.amount} {one if duration.amount == 1 else several}"
    else:
        found = {**chart.parameters, **chart.facts, **chart.context}.get(duration.name)
        name = name_of(duration.name, found.label if found else {}, chart, language)
        length = words["named"].format(unit=several, name=name)
    if duration.minus is not None:
        length = words["less"].format(length=length, minus=told_duration(duration.minus, chart, language))
    if duration.at is not None:
        hour, minute = divmod(duration.at, 60)
        length = words["at"].format(length=length, hour=hour, minute=minute)
    return length


def told_person(person: str, language: str) -> str:
    """Somebody whom a search made up, in words; anybody else stays as they are called."""
    first, _, number = person.partition(" ")
    return f"{_WORDS[language]['person']} {number}" if first == "person" and number.isdigit() else person


def verdict_word(verdict: str, language: str) -> str:
    """A verdict in words, in "en" or "nl"."""
    return _VERDICTS[verdict] if language == "nl" else verdict
