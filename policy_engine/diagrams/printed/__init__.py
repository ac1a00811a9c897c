"""The words that stand on paper and are not the policy's own: one small file for each product.

Each file has its `WORDS`: key → language → text, with a gap for each value that is filled in: `{0}`, `{1}`. A
language that is not among them is answered in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from policy_engine.languages import spoken

Words = Mapping[str, Mapping[str, str]]


class Say(Protocol):
    """Words in one language."""

    def __call__(self, key: str, *values: object) -> str:
        """The text under `key`, its gaps filled with `values`."""


def gapped(words: Words, key: str, language: str) -> str:
    """The text under `key` in a language, or in English, with its gaps, for who fills them elsewhere."""
    return spoken(words[key], language, "en")


def word(words: Words, key: str, language: str, *values: object) -> str:
    """The text under `key` in a language, or in English, its gaps filled with `values`."""
    return gapped(words, key, language).format(*values)


def saying(words: Words, language: str) -> Say:
    """`word` for who keeps to the same words and language."""
    return lambda key, *values: word(words, key, language, *values)
