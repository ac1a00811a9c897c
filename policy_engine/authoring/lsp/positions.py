"""Places in a text as editors count them: lines from 0, and characters in the unit that was agreed upon.

A line ends where the Language Server Protocol says it does (line feed, carriage return, or both), and one
past its end means its end. So does a unit in the middle of a character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

_LINE_END = re.compile("\r\n?")


class Position(NamedTuple):
    """A line and a character, both from 0."""

    line: int
    character: int


class Range(NamedTuple):
    """From a position up to another."""

    start: Position
    end: Position


def _utf8(character: str) -> int:
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def _utf16(character: str) -> int:
    return 2 if character > "\uffff" else 1


UNITS: Final[Mapping[str, Callable[[str], int]]] = {
    "utf-8": _utf8,
    "utf-16": _utf16,
    "utf-32": lambda _character: 1,
}


def plain(source: str) -> str:
    """A text with line feeds at the ends of its lines, and without a byte-order mark."""
    return _LINE_END.sub("\n", source.removeprefix("\ufeff"))


class Positions:
    """The places of one text whose lines end in a line feed. `encoding` is "utf-8", "utf-16" or "utf-32"."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._width = UNITS[encoding]
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def offset(self, position: Position) -> int:
        """The offset of a position; the nearest one where there is none."""
        if position.line >= len(self._starts):
            return len(self._text)
        at = self._starts[max(0, position.line)]
        left = position.character
        while left > 0 and at < len(self._text) and self._text[at] != "\n":
            left -= self._width(self._text[at])
            if left >= 0:
                at += 1
        return at

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Position(line, sum(map(self._width, before)))

    def range(self, start: int, end: int) -> Range:
        """The range of the characters from one offset up to another."""
        return Range(self.position(start), self.position(end))

    def at(self, line: int, column: int) -> int:
        """The offset of a line and a column from 1, as a span has them."""
        if line > len(self._starts):
            return len(self._text)
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self._text)
        return min(start + column - 1, end)

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._starts, offset)
