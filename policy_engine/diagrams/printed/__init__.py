"""The words that stand on paper and are not the policy's own: one small file for each product.

Each file has its `WORDS`: key → language → text. A language that is not among them is answered in English.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, Mapping[str, str]]


def word(words: Words, key: str, language: str) -> str:
    """The text under `key` in a language, or in English."""
    texts = words[key]
    return texts.get(language, texts["en"])
