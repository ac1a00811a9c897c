"""Where a character of an expression stands in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Scalar


class Place(NamedTuple):
    """Turns offsets in the text of a scalar into spans.

    `columns` has the column of every character, and one more behind the last. It is empty where columns
    cannot be told from the text alone: a text over several lines, or one with escapes; then every span is
    that of the whole scalar.
    """

    whole: Span
    columns: Sequence[int]

    @classmethod
    def of(cls, scalar: Scalar) -> Place:
        """The place of a scalar's text, whatever quotes it is written with."""
        span, text = scalar.span, scalar.text
        width = span.end_column - span.column
        if span.line != span.end_line:
            return cls(span, ())
        if width == len(text):
            return cls(span, range(span.column, span.end_column + 1))
        if width == len(text) + 2:
            return cls(span, range(span.column + 1, span.end_column))
        if width == len(text) + text.count("'") + 2:
            return cls(span, _doubled(text, span.column + 1))
        return cls(span, ())

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` up to `end`; at least one character wide."""
        whole, columns = self
        if not columns:
            return whole
        file, line = whole[:2]
        last = len(columns) - 1
        column = columns[start if start < last else last]
        behind = columns[end if end < last else last]
        place = (file, line, column, line, behind if behind > column else column + 1)
        return tuple.__new__(Span, place)  # a third of the time of Span(...)


def _doubled(text: str, column: int) -> tuple[int, ...]:
    """Columns between single quotes, where an apostrophe is written twice."""
    columns = []
    for character in text:
        columns.append(column)
        column += 2 if character == "'" else 1
    return (*columns, column)
