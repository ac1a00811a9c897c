"""Findings as people see them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.printing import WIDTH, render
from policy_engine.diagnostics.span import Span
from policy_engine.document.read import read_document


def _shown(source: str, *, language: str = "en", colour: bool = False) -> str:
    sink = Diagnostics()
    read_document(source, "a.yaml", sink)
    return render(sink.sorted(), {"a.yaml": source}, language=language, colour=colour)


def _at(line: int, column: int, end_column: int, text: str, end_line: int | None = None) -> list[str]:
    span = Span("a.yaml", line, column, end_line or line, end_column)
    return render([Diagnostic("key-missing", span)], {"a.yaml": text}, language="en", colour=False).split(
        "\n"
    )


def test_a_finding_shows_its_line_a_mark_and_what_to_write() -> None:
    expected = """\
a.yaml:2:6: error[quote-sentence]: `'s middags open` cannot be read without quotes
   2 | say: 's middags open
     |      ^~~~~~~~~~~~~~~
     = help: put this sentence between double quotes
"""
    assert expected == _shown("a: b\nsay: 's middags open\n")


def test_a_dutch_author_reads_dutch() -> None:
    shown = _shown("a: b #1\n", language="nl").split("\n")

    assert shown[0].startswith(
        "a.yaml:1:6: waarschuwing[text-lost-as-comment]: `#1` wordt als opmerking gelezen"
    )
    assert shown[3].startswith("     = tip: zet de hele tekst")


@pytest.mark.parametrize("language", ["fr", ""])
def test_other_languages_are_english(language: str) -> None:
    assert _shown("a: b: c\n") == _shown("a: b: c\n", language=language)


def test_colour_changes_nothing_but_the_colour() -> None:
    plain, colourful = _shown("a: b: c\n"), _shown("a: b: c\n", colour=True)

    assert "\033[1;31m" in colourful
    assert plain == re.sub("\033\\[[0-9;]*m", "", colourful)


def test_without_its_text_a_finding_is_shown_without_its_line() -> None:
    item = Diagnostic("empty-file", Span.start_of("b.yaml"))
    shown = render([item], {"a.yaml": "a: b"}, language="en", colour=False)

    assert 2 == shown.count("\n")
    assert shown == render([item], {"b.yaml": ""}, language="en", colour=False).replace(
        "   1 |\n     | ^\n", ""
    )


def test_where_there_is_nothing_to_add_no_help_is_shown() -> None:
    item = Diagnostic("endless", Span("a.yaml", 1, 1, 1, 2), {"states": ["a", "b"]})

    assert "a.yaml:1:1: error[endless]: this would go round forever in `a`, `b`\n" == render(
        [item], {}, language="en", colour=False
    )


def test_a_long_line_is_cut_around_the_mark() -> None:
    lines = _at(1, 501, 505, "x" * 500 + "HERE" + "y" * 500)

    mark = lines[2].index("^")
    assert "HERE" == lines[1][mark : mark + 4]
    assert "^~~~" == lines[2][mark:]
    assert WIDTH + 10 > len(lines[1])
    assert lines[1].count("…") == 2


def test_a_long_mark_ends_with_what_is_shown() -> None:
    lines = _at(1, 1, 500, "x" * 500)

    assert len(lines[1]) - 1 == len(lines[2])


def test_a_finding_over_several_lines_is_marked_on_its_first() -> None:
    lines = _at(1, 4, 3, "a: bcd\n ef", end_line=2)

    assert "     |    ^~~" == lines[2]


def test_wide_and_combining_characters_keep_the_mark_in_place() -> None:
    lines = _at(1, 5, 6, "日本e\u0301x")

    assert "     |      ^" == lines[2]


def test_a_tab_is_one_column() -> None:
    lines = _at(1, 3, 4, "\t\tx")

    assert "   1 |   x" == lines[1]
    assert "     |   ^" == lines[2]


def test_line_numbers_of_five_digits_have_room() -> None:
    lines = _at(12345, 1, 2, "\n" * 12344 + "x")

    assert "  12345 | x" == lines[1]
    assert "        | ^" == lines[2]


def test_windows_line_ends_and_a_byte_order_mark_are_not_shown() -> None:
    lines = _at(2, 1, 2, "\ufeffa\r\nb\rc")

    assert "   2 | b" == lines[1]


@given(st.text(max_size=60), st.integers(1, 5), st.integers(1, 70), st.booleans())
def test_no_text_can_write_to_the_terminal(text: str, line: int, column: int, colour: bool) -> None:
    item = Diagnostic(
        "duplicate-key", Span(text or "a", line, column, line, column + 3), {"key": text, "line": 1}
    )
    shown = render([item], {text or "a": text}, language="en", colour=colour)

    for code in ("\033[1;31m", "\033[1m", "\033[34m", "\033[36m", "\033[0m"):
        shown = shown.replace(code, "")
    assert all(one.isprintable() or one in "\n\u00a0" for one in shown)
