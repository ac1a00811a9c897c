"""Dates and durations as people say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from policy_engine.courses.spoken import UNITS

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {"as said": "as many {} as “{}” says", "less": "{} less {}", "at": "{}, at {}"},
    "nl": {"as said": "zoveel {} als “{}” zegt", "less": "{} min {}", "at": "{}, om {}"},
}
_WRITTEN = re.compile(r"(\w+) ([a-z_]+)(?: - (\d+) ([a-z_]+))?(?: at (\d\d:\d\d))?")
_MONTHS: Mapping[str, str] = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


def spoken_date(written: str, language: str) -> str:
    """A date "YYYY-MM-DD" as people say it: "21 November 2026"."""
    year, month, day = written.split("-")
    return f"{int(day)} {_MONTHS[language].split()[int(month) - 1]} {year}"


def spoken_duration(written: str, language: str, length: Callable[[str], str] = str) -> str:
    """A duration as people say it: "5 min" becomes "5 minutes". What is none stays as it is.

    length: what people call the parameter, fact or variable that stands in the number's place.
    """
    found = _WRITTEN.fullmatch(written)
    if found is None or found[2] not in UNITS[language] or (found[4] or "s") not in UNITS[language]:
        return written
    words = _WORDS[language]
    text = (
        _amount(found[1], found[2], language)
        if found[1].isdigit()
        else words["as said"].format(UNITS[language][found[2]][1], length(found[1]))
    )
    if found[3] is not None:
        text = words["less"].format(text, _amount(found[3], found[4], language))
    return text if found[5] is None else words["at"].format(text, found[5])


def _amount(amount: str, unit: str, language: str) -> str:
    one, several = UNITS[language][unit]
    return f"{amount} {one if amount == '1' else several}"
