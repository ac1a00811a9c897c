"""Offsets become lines and columns, and back."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.diagnostics.span import Span
from policy_engine.document.lines import Known, Lines

TEXT = "ab\n\ncdé\n"


def _lines() -> Lines:
    return Lines("x.yaml", TEXT.split("\n"))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 2, (1, 1, 1, 3)),
        (3, 3, (2, 1, 2, 1)),
        (0, 3, (1, 1, 2, 1)),
        (1, 6, (1, 2, 3, 3)),
        (4, 7, (3, 1, 3, 4)),
        (8, 8, (4, 1, 4, 1)),
    ],
)
def test_offsets_become_lines_and_columns(start: int, end: int, expected: tuple[int, int, int, int]) -> None:
    assert Span("x.yaml", *expected) == _lines().span(start, end)


def test_a_line_and_a_column_lead_back_to_the_offset() -> None:
    lines = _lines()
    places = [lines.span(offset, offset) for offset in range(len(TEXT) + 1)]

    assert [*range(len(TEXT) + 1)] == [lines.offset(place.line, place.column) for place in places]


def test_a_place_that_was_told_is_given_back() -> None:
    place = Span("x.yaml", 1, 2, 3, 4)

    assert place == Known(place).span(7, 8)


_PIECES = (
    "a",
    "é",
    "😀",
    '"b c"',
    "'d'",
    ": ",
    "- ",
    "\n",
    "\n  ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    " # e",
    "|\n",
    "5",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join), st.sampled_from(("C", "")))
def test_offsets_become_the_lines_and_columns_that_the_parser_counts(text: str, kind: str) -> None:
    loader = getattr(yaml, f"{kind}SafeLoader")(text)
    written = text.split("\n")
    lines, last = Lines("x.yaml", written), (len(written), len(written[-1]) + 1)
    events: list[Any] = []
    with suppress(yaml.YAMLError):  # what comes before a mistake has places too
        events += iter(loader.get_event, None)
    marks = [mark for event in events for mark in (event.start_mark, event.end_mark)]

    # The parser counts a line more behind a last line without an end.
    assert [min((mark.line + 1, mark.column + 1), last) for mark in marks] == [
        lines.span(mark.index, mark.index)[1:3] for mark in marks
    ]
