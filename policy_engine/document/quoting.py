"""Texts between quotes: where one ends, and what went wrong where it does not end well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policy_engine.document.mistake import Mistake

# 's middags, 't is, 'n beetje, 'k weet, 'm, 'r: a Dutch word that begins with an apostrophe is no quotation.
_APOSTROPHE = re.compile(r"'[a-z]{1,2}\b")
_ESCAPES = frozenset('0abt\tnvfre "/\\N_LPxuU')
_SHOWN = 60


def close_of(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | Mistake:
    """The position after the quote that closes the one at `column`, or the mistake that keeps it open."""
    quote = lines[line][column]
    at, index = line, column + 1
    while at < len(lines):
        text = lines[at]
        while index < len(text):
            if text[index] == quote:
                if quote == '"' or text[index + 1 : index + 2] != "'":
                    return at, index + 1
                index += 1
            elif text[index] == "\\" and quote == '"':
                index += 1
                if index < len(text) and text[index] not in _ESCAPES:
                    return Mistake("unknown-escape", at, index - 1, index + 1, {"character": text[index]})
            index += 1
        at, index = at + 1, 0
    return open_quote(lines, line, column)


def open_quote(lines: Sequence[str], line: int, column: int) -> Mistake:
    """A quote that is not closed where the author meant it to be."""
    if _APOSTROPHE.match(lines[line], column):
        return unquoted_sentence(lines, line, column)
    return Mistake("unclosed-quote", line, column, column + 1, {"quote": lines[line][column]})


def after_quote(lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> Mistake:
    """A quoted text from `start` to `end` with more text behind it."""
    line, column = start
    if end[0] != line or _APOSTROPHE.match(lines[line], column):
        return open_quote(lines, line, column)
    return Mistake("text-after-quote", line, column, end[1], {"rest": shown(lines[line][end[1] :])})


def unquoted_sentence(lines: Sequence[str], line: int, column: int) -> Mistake:
    """A sentence that YAML cannot read without quotes; the message shows it with them."""
    text = lines[line][column:].rstrip()
    return Mistake("quote-sentence", line, column, column + len(text), {"sentence": shown(text)})


def shown(text: str) -> str:
    """A text cut to a length that a message can bear."""
    text = text.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
