"""Where a character of an expression stands in the file."""

from __future__ import annotations

from dataclasses import dataclass

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Scalar


@dataclass(frozen=True, slots=True)
class Place:
    """Turns offsets in the text of a scalar into spans.

    `columns` has the column of every character, and one more behind the last. It is empty where columns
    cannot be told from the text alone: a text over several lines, or one with escapes; then every span is
    that of the whole scalar.
    """

    whole: Span
    columns: tuple[int, ...]

    @classmethod
    def of(cls, scalar: Scalar) -> Place:
        """The place of a scalar's text, whatever quotes it is written with."""
        span, text = scalar.span, scalar.text
        width = span.end_column - span.column
        if span.line != span.end_line:
            return cls(span, ())
        if width == len(text):
            return cls(span, tuple(range(span.column, span.end_column + 1)))
        if width == len(text) + 2:
            return cls(span, tuple(range(span.column + 1, span.end_column)))
        if width == len(text) + text.count("'") + 2:
            return cls(span, _doubled(text, span.column + 1))
        return cls(span, ())

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` up to `end`; at least one character wide."""
        if not self.columns:
            return self.whole
        line, last = self.whole.line, len(self.columns) - 1
        column = self.columns[min(start, last)]
        return Span(self.whole.file, line, column, line, max(self.columns[min(end, last)], column + 1))


def _doubled(text: str, column: int) -> tuple[int, ...]:
    """Columns between single quotes, where an apostrophe is written twice."""
    columns = []
    for character in text:
        columns.append(column)
        column += 2 if character == "'" else 1
    return (*columns, column)
