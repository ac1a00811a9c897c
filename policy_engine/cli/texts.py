"""Texts of a policy as a terminal may show them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from datetime import timedelta

_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_DUTCH = {"days": "dagen", "h": "uur"}


def one(words: Mapping[str, str | tuple[str, ...]], language: str, otherwise: str) -> str:
    """The text in a language, or that of a policy with plain texts, or `otherwise` where none was written."""
    found = words.get(language) or words.get("") or otherwise
    return shown(found if isinstance(found, str) else " ".join(found))


def shown(text: str) -> str:
    """A text on one line, without characters that steer a terminal: facts may come from anywhere."""
    return "".join(map(_character, " ".join(text.split())))


def plain(value: object) -> str:
    """A value as it is written in a policy."""
    return str(value).lower() if isinstance(value, bool) else shown(str(value))


def span(length: timedelta, language: str) -> str:
    """A length of time in the two largest of its units."""
    seconds = max(0, math.ceil(length.total_seconds()))
    parts = []
    for unit, size in (("days", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        amount, seconds = divmod(seconds, size)
        if amount:
            parts.append(f"{amount} {_DUTCH.get(unit, unit) if language == 'nl' else unit}")
    return " ".join(parts[:2]) or "0 s"


def _character(character: str) -> str:
    steers = unicodedata.category(character) in ("Cc", "Cs") or character in _DIRECTIONS
    return "\ufffd" if steers else character
