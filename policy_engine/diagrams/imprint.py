"""Which edition of a policy a page belongs to, in the same words on every product."""

from __future__ import annotations

from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.imprint import MONTHS, WORDS
from policy_engine.diagrams.wording import named, sentence, words_of
from policy_engine.languages import spoken
from policy_engine.model.chart import Chart


def edition(chart: Chart, language: str) -> str:
    """The version of a policy and its date, where it has one: "versie 1.0.0 · 21 november 2026"."""
    version = word(WORDS, "version", language, chart.version)
    return version if chart.date is None else f"{version} · {date_words(chart.date, language)}"


def title_of(chart: Chart, language: str) -> str:
    """The title of a policy; without one its id, made readable."""
    return sentence(named(chart.title, chart.id, language))


def owner_of(chart: Chart, language: str) -> str:
    """Who keeps a policy; an empty text where nobody is named."""
    return " ".join(words_of(chart.owner, language))


def footer(chart: Chart, language: str, *parts: str) -> str:
    """What stands at the foot of a page: the title of the policy, its version, and what else is told."""
    version = word(WORDS, "version", language, chart.version)
    return " · ".join((title_of(chart, language), version, *parts))


def date_words(date: str, language: str) -> str:
    """A date that is written "YYYY-MM-DD" as it is read: "21 november 2026"."""
    year, month, day = date.split("-")
    months = spoken(MONTHS, language, "en")
    return f"{int(day)} {months[int(month) - 1]} {year}"
