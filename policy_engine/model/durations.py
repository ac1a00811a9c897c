"""Durations as they are written: a whole number, a space and a unit, and perhaps a time of the day."""

from __future__ import annotations

import re
from typing import cast

from policy_engine.model.duration import UNITS, Duration, Unit

PATTERN = re.compile(r"(0|[1-9][0-9]{0,17}) ([a-z_]+)(?: at ([01][0-9]|2[0-3]):([0-5][0-9]))?")
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
    at = None if match[3] is None else int(match[3]) * 60 + int(match[4])
    found = Duration(int(match[1]), cast(Unit, match[2]), at)
    return found if found.sound else None


def nearest_duration(text: str) -> str | None:
    """The canonical form of what was probably meant, or None."""
    match = LOOSE_PATTERN.fullmatch(text[:64])
    if match is None:
        return None
    unit = UNIT_OF.get(match[2].lower().replace(" ", "_"))
    near = f"{int(match[1])} {unit}"
    if match[3] is not None:
        near += f" at {int(match[3]):02}:{match[4] or '00'}"
    return near if parse_duration(near) is not None else None
