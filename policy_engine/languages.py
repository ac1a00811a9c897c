"""Languages and their variants: `nl-BE` falls back to `nl`, as in RFC 4647, 3.4.

A variant may be of a region (`nl-BE`) or of an address (`nl-informal`); what stands before its last dash is
what it falls back to.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def fallbacks(language: str) -> Iterator[str]:
    """A language and what it falls back to, the nearest first."""
    while language:
        yield language
        language = language.rpartition("-")[0]


def nearest(language: str | None, known: Container[str]) -> str | None:
    """The language itself where it is known, or else the nearest it falls back to, or None."""
    return next((found for found in fallbacks(language or "") if found in known), None)


def spoken(texts: Mapping[str, T], language: str | None, otherwise: str) -> T:
    """What is said in a language, or in the nearest it falls back to, or in the language `otherwise`."""
    found = nearest(language, texts)
    return texts[otherwise if found is None else found]
