"""Findings as text for people: the place, the source line with a mark under it, and what to write instead.

policy.yaml:12:19: error[foreign-sign]: `&&` is not used in conditions
   12 |     when: warned && calm
      |                  ^~
      = help: write `and`
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from unicodedata import combining, east_asian_width

from policy_engine.diagnostics.columns import lines_of
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.span import Span
from policy_engine.languages import spoken

WIDTH: Final = 100  # characters of a source line that are shown
_WORDS = {
    "en": {"error": "error", "warning": "warning", "information": "remark", "help": "help"},
    "nl": {"error": "fout", "warning": "waarschuwing", "information": "opmerking", "help": "tip"},
}
_COLOURS = {
    "error": "\033[1;31m",
    "warning": "\033[1;33m",
    "information": "\033[1;34m",
    "help": "\033[36m",
    "place": "\033[1m",
    "gutter": "\033[34m",
}
_RESET = "\033[0m"


def render(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], *, language: str, colour: bool
) -> str:
    """All findings, one after the other, in `language` ("en" or "nl").

    `sources` holds the text of each file by its name; a finding whose file is not there is shown without
    its line. `colour` adds the colours of a terminal. Characters that cannot be shown become `�`, so that
    no policy can write to the terminal that it is checked on.
    """
    texts = {name: lines_of(text) for name, text in sources.items()}
    page = _Page(spoken(_WORDS, language, "en"), colour)
    return "".join(page.finding(item.localized(language), texts.get(item.file, ())) for item in diagnostics)


def excerpt(span: Span, text: str, *, colour: bool) -> list[str]:
    """A place with its source line and a mark under it, as a finding shows it; nothing where `text` has no
    such line.
    """
    lines = lines_of(text)
    if not 0 < span.line <= len(lines):
        return []
    page = _Page({}, colour)
    return page.source(span, "help", lines[span.line - 1], page.gutter(span.line))


def severity_word(severity: str, language: str) -> str:
    """A severity in words."""
    return spoken(_WORDS, language, "en")[severity]


class _Page:
    def __init__(self, words: Mapping[str, str], colour: bool) -> None:
        self.words = words
        self.colour = colour

    def finding(self, item: Diagnostic, lines: Sequence[str]) -> str:
        place = self.paint("place", shown(f"{item.file}:{item.line}:{item.column}:"))
        severity = self.paint(item.severity, f"{self.words[item.severity]}[{item.code}]:")
        parts = [f"{place} {severity} {shown(item.message)}"]
        gutter = self.gutter(item.line)
        if 0 < item.line <= len(lines):
            parts += self.source(item.span, item.severity, lines[item.line - 1], gutter)
        if item.help is not None:
            label = self.paint("help", self.words["help"])
            parts.append(f"{self.paint('gutter', gutter + '=')} {label}: {shown(item.help)}")
        for number, line in enumerate(item.trail, start=1):
            parts.append(f"{self.paint('gutter', gutter + '|')} {number:>3}. {shown(line)}")
        return "\n".join(parts) + "\n"

    def gutter(self, line: int) -> str:
        """As wide as the number of a line needs."""
        return " " * max(5, len(str(line)) + 3)

    def source(self, span: Span, role: str, line: str, gutter: str) -> list[str]:
        """The line and the mark under it, cut around the mark where the line is long."""
        start = min(span.column - 1, len(line))
        end = span.end_column - 1 if span.end_line == span.line else len(line)
        left = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
        right = min(len(line), left + WIDTH)
        end = min(max(end, start + 1), max(right, start + 1))
        before, after = "…" if left else "", "…" if right < len(line) else ""
        pad = " " * (len(before) + _width(line[left:start]))
        mark = "^" + "~" * (max(1, _width(line[start:end])) - 1)
        number = f"{span.line:>{len(gutter) - 1}} "
        return [
            f"{self.paint('gutter', number + '|')} {before}{shown(line[left:right])}{after}".rstrip(),
            f"{self.paint('gutter', gutter + '|')} {pad}{self.paint(role, mark)}",
        ]

    def paint(self, role: str, text: str) -> str:
        return f"{_COLOURS[role]}{text}{_RESET}" if self.colour else text


def shown(text: str) -> str:
    """A text on one line, with nothing in it that a terminal would obey or that turns the reading order."""
    return "".join(seen(character) for character in text)


def seen(character: str) -> str:
    """A character as it may be shown: `�` where it can't be."""
    if character in "\t\n":
        return " "
    return character if character.isprintable() or character == "\u00a0" else "\N{REPLACEMENT CHARACTER}"


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two, accents that combine take none."""
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)
