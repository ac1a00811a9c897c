"""One finding: a code with fields, at a place. The words come from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from policy_engine.diagnostics.catalogue import render_help, render_message
from policy_engine.diagnostics.fix import Fix
from policy_engine.diagnostics.span import Span
from policy_engine.languages import spoken
from policy_engine.records import changed, field, record

# A mistake keeps a policy from running, a warning does not, and a piece of information is worth knowing.
Severity = Literal["error", "warning", "information"]


@record
class Diagnostic:
    """A finding in a file.

    `language` is that of `message` and `help`; `localized` gives the same finding in another language.
    """

    code: str
    span: Span
    fields: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    language: str = "en"

    @property
    def message(self) -> str:
        """What is wrong: lower case, no full stop, the author's words in backticks."""
        return render_message(self.code, self.fields, self.language)

    @property
    def help(self) -> str | None:
        """What to write instead, or None where there is nothing to add."""
        return render_help(self.code, self.fields, self.language)

    @property
    def trail(self) -> tuple[str, ...]:
        """A course that shows it, line by line; empty where there is none."""
        lines = self.fields.get("trail", ())
        assert isinstance(lines, tuple)
        return tuple(spoken(line, self.language, "en") for line in lines)

    @property
    def fix(self) -> Fix | None:
        """The one right answer, where whoever found it knows it; `authoring.fixing` knows more of them."""
        fix = self.fields.get("fix")
        return fix if isinstance(fix, Fix) else None

    @property
    def file(self) -> str:
        """The name of the text that it is about, mostly a path."""
        return self.span.file

    @property
    def line(self) -> int:
        """The first line, from 1."""
        return self.span.line

    @property
    def column(self) -> int:
        """The first character in that line, from 1."""
        return self.span.column

    @property
    def end_line(self) -> int:
        """The last line, from 1."""
        return self.span.end_line

    @property
    def end_column(self) -> int:
        """The character after the last one, from 1."""
        return self.span.end_column

    def localized(self, language: str) -> Diagnostic:
        """The same finding with its words in `language` ("en" or "nl")."""
        return changed(self, language=language)

    def one_line(self) -> str:
        """`file:line:column: severity[code]: message`, for logs and exceptions."""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"


class Diagnostics:
    """Collects the findings of one load, so that all mistakes come at once.

    Stops collecting after `limit` findings of each severity: a broken file must not cost unbounded work, and
    warnings must not crowd out an error.
    """

    def __init__(self, limit: int = 200) -> None:
        self.limit = limit
        self.items: list[Diagnostic] = []

    def error(self, code: str, span: Span, **fields: object) -> None:
        """Adds a mistake."""
        self._add(Diagnostic(code, span, fields, "error"))

    def warning(self, code: str, span: Span, **fields: object) -> None:
        """Adds a finding that does not stop the policy from running."""
        self._add(Diagnostic(code, span, fields, "warning"))

    def add(self, code: str, severity: Severity, span: Span, fields: Mapping[str, object]) -> None:
        """Adds a finding that weighs as much as it says."""
        self._add(Diagnostic(code, span, fields, severity))

    def _add(self, item: Diagnostic) -> None:
        if self._count(item.severity) < self.limit and item not in self.items:
            self.items.append(item)

    def _count(self, severity: Severity) -> int:
        return sum(item.severity == severity for item in self.items)

    @property
    def full(self) -> bool:
        """Whether further errors would be dropped, so that nobody need look for them."""
        return self._count("error") >= self.limit

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that keeps the policy from running."""
        return any(item.severity == "error" for item in self.items)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """The findings in reading order."""
        return tuple(sorted(self.items, key=lambda item: (item.file, item.span.order, item.code)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
