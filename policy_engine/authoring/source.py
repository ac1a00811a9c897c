"""A text by its places."""

from __future__ import annotations

from functools import cached_property

from policy_engine.diagnostics.span import Span
from policy_engine.document.lines import Lines
from policy_engine.document.tokens import Token, tokens_of


class Source:
    """The text of one file: no byte-order mark, lines that end in a line feed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self._places = Lines("", self.lines)

    def offset(self, span: Span) -> int:
        """Where a place begins."""
        return self._places.offset(span.line, span.column)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        span = self._places.span(offset, offset)
        return span.line, span.column

    def start_of(self, line: int) -> int:
        """Where a line begins; lines count from 1."""
        return self._places.starts[line - 1]

    def span(self, start: int, end: int, file: str) -> Span:
        """The place from one offset up to another."""
        return self._places.span(start, end)._replace(file=file)

    def at(self, span: Span) -> str:
        """What stands at a place."""
        return self.text[self.offset(span) : self._places.offset(span.end_line, span.end_column)]

    def around(self, span: Span) -> tuple[str, str]:
        """The characters before and behind a place; a space where there is none."""
        end = self._places.offset(span.end_line, span.end_column)
        start = self.offset(span)
        return self.text[start - 1 : start] or " ", self.text[end : end + 1].strip() or " "

    def scalar_at(self, span: Span) -> Span:
        """The place of the whole value that holds a place."""
        token = self._scalar(span)
        return self.span(token.start, token.end, span.file)

    def style_at(self, span: Span) -> str:
        """How the value that holds a place is written: "" without quotes, a quote, or the sign of a block."""
        return self._scalar(span).style

    def _scalar(self, span: Span) -> Token:
        start = self.offset(span)
        return next(token for token in self._scalars if token.start <= start < token.end)

    @cached_property
    def _scalars(self) -> list[Token]:
        return [token for token in tokens_of(self.text) if token.kind == "Scalar"]
