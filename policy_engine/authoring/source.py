"""A text by its places."""

from __future__ import annotations

from policy_engine.diagnostics.span import Span
from policy_engine.document.lines import Lines


class Source:
    """The text of one file: no byte-order mark, lines that end in a line feed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self._places = Lines("", self.lines)

    def at(self, span: Span) -> str:
        """What stands at a place."""
        start = self._places.offset(span.line, span.column)
        return self.text[start : self._places.offset(span.end_line, span.end_column)]
