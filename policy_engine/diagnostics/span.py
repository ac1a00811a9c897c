"""A place in a file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters; lines and columns count from 1, in characters.

    A file that could not be read as text has the span 1:1-1:1.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def start_of(cls, file: str) -> Span:
        """The first character of a file."""
        return cls(file, 1, 1, 1, 1)

    def covers(self, other: Span) -> bool:
        """Whether `other` begins inside this span of the same file."""
        return self.order <= other.order < (self.end_line, self.end_column)

    @property
    def order(self) -> tuple[int, int]:
        """Sorts spans of one file in reading order."""
        return (self.line, self.column)
