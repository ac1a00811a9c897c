"""Words of the edition that a page belongs to."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {"version": {"en": "version {0}", "nl": "versie {0}"}}

# By language, January first.
MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "nl": (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
}
