"""Where characters of a text stand: a node keeps two offsets, and its lines and columns are reckoned from
them when somebody asks. Few nodes are ever asked: a file without mistakes hardly has places to show.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, count
from operator import add
from typing import NamedTuple, Protocol

from policy_engine.diagnostics.span import Span

_new = tuple.__new__  # takes a third of the time of Span(...)


class Places(Protocol):
    """Turns offsets into places."""

    def span(self, start: int, end: int, /) -> Span:
        """The place of the characters from `start` up to `end`."""


class Lines:
    """The lines of one file."""

    __slots__ = ("file", "starts")

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        # One more than there are lines, which no offset in the text reaches.
        self.starts: list[int] = list(map(add, accumulate(map(len, lines), initial=0), count()))

    def span(self, start: int, end: int, /) -> Span:
        """The place of the characters from `start` up to `end`."""
        starts = self.starts
        line = bisect_right(starts, start)
        before = starts[line - 1] - 1
        if end < starts[line]:
            return _new(Span, (self.file, line, start - before, line, end - before))
        end_line = bisect_right(starts, end)
        return _new(Span, (self.file, line, start - before, end_line, end - starts[end_line - 1] + 1))

    def offset(self, line: int, column: int) -> int:
        """What stands at a line and a column, both from 1."""
        return self.starts[line - 1] + column - 1


class Known(NamedTuple):
    """The place of one node that was told and not read; its offsets do not matter."""

    place: Span

    def span(self, _start: int, _end: int, /) -> Span:
        """The place that was told."""
        return self.place
