"""Why a text is no YAML: a code, a place on one line, and what the message needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policy_engine.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Mistake:
    """Lines and columns count from 0, as the parser's do."""

    code: str
    line: int
    column: int
    end_column: int
    fields: Mapping[str, object] = field(default_factory=dict)

    def span(self, file: str) -> Span:
        """The place as the author counts it."""
        end = max(self.end_column, self.column + 1)
        return Span(file, self.line + 1, self.column + 1, self.line + 1, end + 1)
