"""Texts with `{placeholders}` filled in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from policy_engine.languages import spoken
from policy_engine.model.chart import PLAIN, Chart, Words
from policy_engine.model.types import Declaration, Value

if TYPE_CHECKING:
    import re

NOTHING_OF_ITS_OWN: Mapping[str, Declaration] = MappingProxyType({})
_FLAGS = {"nl": ("nee", "ja"), "en": ("no", "yes")}


def has_placeholder(words: Words) -> bool:
    """Whether any of the texts must be filled in."""
    return any("{" in text or "}" in text for texts in words.values() for text in texts)


def fill(
    text: str,
    chart: Chart,
    values: Mapping[str, Value],
    language: str,
    own: Mapping[str, Declaration] = NOTHING_OF_ITS_OWN,
) -> str:
    """The text with each `{name|fallback}` replaced; the fallback stands in for an empty text. `own`: what
    this text knows besides what every text does.
    """
    # Imported here because many sessions meet no such text, and a pattern takes long to compile.
    from policy_engine.model.placeholders import LITERAL, PATTERN

    def replace(match: re.Match[str]) -> str:
        name, fallback = match.groups()
        if name is None:
            return match[0][0] if match[0] in LITERAL else match[0]
        shown = _shown(own.get(name) or declaration(chart, name), values[name], language)
        return shown if shown != "" or fallback is None else fallback

    return PATTERN.sub(replace, text)


def fill_words(words: Words, chart: Chart, values: Mapping[str, Value]) -> Words:
    """Every language's texts, filled in."""
    return {
        language: tuple(fill(text, chart, values, language) for text in texts)
        for language, texts in words.items()
    }


def declaration(chart: Chart, name: str) -> Declaration:
    """The declaration of a fact, variable or parameter; they share one name space."""
    for section in (chart.facts, chart.context, chart.parameters):
        if name in section:
            return section[name]
    raise KeyError(name)


def _shown(declared: Declaration, value: Value, language: str) -> str:
    if isinstance(value, bool):
        return spoken(_FLAGS, language, "en")[value]
    if isinstance(value, str) and value in declared.member_labels:
        labels = declared.member_labels[value]
        return labels.get(language) or labels.get(PLAIN) or value
    return str(value)
