"""The section `calendar`: on which days and hours people work, and in which time zone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WrapValidator

from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Atom, Word
from policy_engine.model.calendar import WEEKDAYS, Hours
from policy_engine.model.files.json import Json, JsonSchema, Parts, schema
from policy_engine.model.files.leaves import DateText, Sources, Text, a_list, one_or_list
from policy_engine.model.files.part import Part, fail, key, wrong_type

HOURS_PATTERN = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
_LOOSE_HOURS = re.compile(
    r"\s*(\d{1,2})(?:[:.u](\d{2}))?(?:\s*uur)?\s*(?:-|–|tot|to|until)\s*(\d{1,2})(?:[:.u](\d{2}))?.*"
)
HOURS = {"en": "opening hours such as `09:00-17:30`", "nl": "openingstijden zoals `09:00-17:30`"}
WEEKDAY = {"en": "a day of the week", "nl": "een dag van de week"}
_DUTCH = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_OTHER_NAMES = {
    **{name[:length]: name for name in WEEKDAYS for length in (2, 3)},
    **{name[:length]: day for name, day in zip(_DUTCH, WEEKDAYS, strict=True) for length in (2, 9)},
}


def _weekday(raw: Any) -> Word:
    if not isinstance(raw, Word):
        raise wrong_type(raw, WEEKDAY)
    if raw not in WEEKDAYS:
        near = _OTHER_NAMES.get(raw.lower()) or closest(raw.lower(), WEEKDAYS)
        raise fail("unknown-choice", word=raw, choices=list(WEEKDAYS), suggestion=near)
    return raw


def _hours(raw: Any) -> Hours:
    if not isinstance(raw, Word | Atom) or raw.value is None:
        raise wrong_type(raw, HOURS)
    match = HOURS_PATTERN.fullmatch(raw.text)
    hours = None if match is None else (_minute(match[1], match[2]), _minute(match[3], match[4]))
    if hours is None or hours[0] >= hours[1] or hours[1] > 1_440:
        raise fail("invalid-hours", text=raw.text, suggestion=_nearest_hours(raw.text))
    return hours


def _minute(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)


def _nearest_hours(text: str) -> str | None:
    match = _LOOSE_HOURS.fullmatch(text)
    if match is None:
        return None
    near = f"{int(match[1]):02}:{match[2] or '00'}-{int(match[3]):02}:{match[4] or '00'}"
    found = HOURS_PATTERN.fullmatch(near)
    if found is None or not _minute(found[1], found[2]) < _minute(found[3], found[4]) <= 1_440:
        return None
    return near


Weekday = Annotated[Word, PlainValidator(_weekday), schema(type="string", enum=list(WEEKDAYS))]
HoursText = Annotated[
    Hours, PlainValidator(_hours), schema(type="string", pattern=f"^{HOURS_PATTERN.pattern}$")
]


def _opening(raw: Any, handler: Callable[[Any], Mapping[Word, Hours]]) -> Mapping[Word, Hours] | Hours:
    """Hours of every working day, or of each by its name."""
    return _hours(raw) if isinstance(raw, Word | Atom) and raw.value is not None else handler(raw)


def _opening_schema(_: Parts) -> JsonSchema:
    hours = {"type": "string", "pattern": f"^{HOURS_PATTERN.pattern}$"}
    return {
        **hours,
        "type": ["string", "object"],
        "properties": {
            day: {
                **hours,
                "description": f"When it is open on {day.title()}.\n\nWanneer het op {dutch} open is.",
            }
            for day, dutch in zip(WEEKDAYS, _DUTCH, strict=True)
        },
        "additionalProperties": False,
    }


if TYPE_CHECKING:
    OpeningHours = Mapping[Word, Hours] | Hours
else:
    OpeningHours = Annotated[
        dict[Weekday, HoursText], WrapValidator(_opening), Json("OpeningHours", _opening_schema)
    ]


class CalendarFile(Part):
    """On which days and hours people work, and in which time zone."""

    time_zone: Text | None = key(
        "The name of the time zone: `Europe/Amsterdam`. Left out: UTC.",
        "De naam van de tijdzone: `Europe/Amsterdam`. Weggelaten: UTC.",
    )
    working_days: Annotated[list[Weekday], BeforeValidator(a_list)] | None = key(
        "The days on which people work: `[monday, tuesday]`. Left out: Monday to Friday.",
        "De dagen waarop er wordt gewerkt: `[monday, tuesday]`. Weggelaten: maandag tot en met vrijdag.",
    )
    opening_hours: OpeningHours | None = key(
        "When it is open: `09:00-17:30` on every working day, or `{monday: 09:00-17:30}` for each.",
        "Wanneer het open is: `09:00-17:30` op elke werkdag, of `{monday: 09:00-17:30}` per dag.",
    )
    country: Text | None = key(
        "The country whose public holidays are no working days, in two capital letters: `NL`.",
        "Het land waarvan de feestdagen geen werkdagen zijn, in twee hoofdletters: `NL`.",
    )
    subdivision: Text | None = key(
        "The part of the country, where its holidays differ: `BY` of `DE`.",
        "Het deel van het land, waar de feestdagen anders zijn: `BY` van `DE`.",
    )
    closed: Annotated[list[DateText], BeforeValidator(one_or_list)] | None = key(
        "Other days that are no working days: `[2026-12-24]`.",
        "Andere dagen die geen werkdagen zijn: `[2026-12-24]`.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )
