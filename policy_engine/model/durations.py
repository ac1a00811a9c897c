"""Durations as they are written: a whole number, a space and a unit, and perhaps a time of the day.

Where a policy counts for itself the name of a value may stand in the number's place, and something may be
taken off: `ban_length months - 1 weeks`.
"""

from __future__ import annotations

import re
from typing import cast

from policy_engine.model.duration import UNITS, Duration, Unit

PATTERN = re.compile(r"(0|[1-9][0-9]{0,17}) ([a-z_]+)(?: at ([01][0-9]|2[0-3]):([0-5][0-9]))?")
NAMED_PATTERN = re.compile(
    r"([a-z][a-z0-9_]{0,63}) ([a-z_]+)(?: - ([1-9][0-9]{0,17} [a-z_]+))?"
    r"(?: at ([01][0-9]|2[0-3]):([0-5][0-9]))?"
)
LOOSE_NAMED_PATTERN = re.compile(
    r"\s*([A-Za-z][A-Za-z0-9_]{0,63})\s+([A-Za-z_ ]+?)\.?"
    r"(?:\s*[-\u2212\u2013]\s*([0-9]{1,18}\s*[A-Za-z_ ]+?)\.?)?(\s+at\s+[0-9:]{5})?\s*"
)
LOOSE_PATTERN = re.compile(
    r"\s*([0-9]{1,18})\s*([A-Za-z_ ]+?)\.?"
    r"(?:,?\s*(?:at|om|@)\s*([0-9]{1,2})(?:[:.u]([0-9]{2}))?(?:\s*(?:uur|h))?)?\s*"
)

# Other ways to write a unit, in English and Dutch.
OTHER_NAMES = {
    "ms": "millisecond milliseconds msec milliseconde milliseconden",
    "s": "sec secs second seconds seconde seconden",
    "min": "m mins minute minutes minuut minuten",
    "h": "hr hrs hour hours u uur uren",
    "days": "d day dag dagen",
    "weeks": "w wk week weken",
    "months": "month mnd maand maanden",
    "years": "y yr year jaar jaren",
    "working_days": "workingday workingdays working_day workday workdays business_day business_days "
    "werkdag werkdagen",
    "working_hours": "workinghour workinghours working_hour business_hour business_hours opening_hours "
    "werkuur werkuren",
}
UNIT_OF = {name: unit for unit, names in OTHER_NAMES.items() for name in (unit, *names.split())}


def parse_duration(text: str) -> Duration | None:
    """The duration that `text` writes in the canonical form, or None; longer than 200 years is none."""
    match = PATTERN.fullmatch(text)
    if match is None or match[2] not in UNITS:
        return None
    at = _minute(match[3], match[4])
    found = Duration(int(match[1]), cast(Unit, match[2]), at)
    return found if found.sound and (at is None or found.amount) else None


def parse_delay(text: str) -> Duration | None:
    """A duration as `after` and `delay` have it: one whose amount may be that of a name, or None."""
    match = NAMED_PATTERN.fullmatch(text)
    if match is None or match[2] not in UNITS:
        return parse_duration(text)
    minus = None if match[3] is None else parse_duration(match[3])
    if minus is None and match[3] is not None:
        return None
    found = Duration(0, cast(Unit, match[2]), _minute(match[4], match[5]), match[1], minus)
    return found if found.sound else None


def nearest_delay(text: str) -> str | None:
    """The canonical form of what was probably meant in `after` or `delay`, or None."""
    match = LOOSE_NAMED_PATTERN.fullmatch(text[:200])
    if match is None:
        return nearest_duration(text)
    near = f"{match[1].lower()} {_unit(match[2])}"
    if match[3] is not None:
        near += f" - {nearest_duration(match[3])}"
    near += match[4] or ""
    return near if parse_delay(near) is not None else None


def nearest_duration(text: str) -> str | None:
    """The canonical form of what was probably meant, or None."""
    match = LOOSE_PATTERN.fullmatch(text[:64])
    if match is None:
        return None
    near = f"{int(match[1])} {_unit(match[2])}"
    if match[3] is not None:
        near += f" at {int(match[3]):02}:{match[4] or '00'}"
    return near if parse_duration(near) is not None else None


def _unit(text: str) -> str | None:
    """The unit that a text means."""
    return UNIT_OF.get(text.lower().replace(" ", "_"))


def _minute(hour: str | None, minute: str) -> int | None:
    """The minute of the day."""
    return None if hour is None else int(hour) * 60 + int(minute)
