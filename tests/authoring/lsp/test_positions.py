"""Positions in the three units of the protocol, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.authoring.lsp.positions import UNITS, Position, Positions, Range, plain

TEXT = "a😀e\u0301b\n\n€x"
ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
SIZES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@pytest.mark.parametrize("unit", UNITS)
@given(text=st.text(st.sampled_from("a\u0301é€😀\n"), max_size=20))
def test_every_offset_comes_back_and_counts_units(unit: str, text: str) -> None:
    positions = Positions(text, unit)

    for offset in range(len(text) + 1):
        position = positions.position(offset)
        line = text[:offset].rpartition("\n")[2]
        assert (text.count("\n", 0, offset), len(line.encode(ENCODINGS[unit])) // SIZES[unit]) == position
        assert offset == positions.offset(position)


@pytest.mark.parametrize(
    ("unit", "position", "offset"),
    [
        ("utf-16", Position(0, 2), 1),  # between the two units of an emoji
        ("utf-8", Position(0, 3), 1),
        ("utf-16", Position(0, 99), 5),
        ("utf-16", Position(99, 0), 9),
        ("utf-16", Position(1, 4), 6),
    ],
)
def test_what_is_nowhere_is_the_nearest_place(unit: str, position: Position, offset: int) -> None:
    assert offset == Positions(TEXT, unit).offset(position)


def test_a_span_has_its_offsets() -> None:
    positions = Positions(TEXT, "utf-16")

    assert [0, 5, 7, 9, 9] == [positions.at(*place) for place in ((1, 1), (1, 99), (3, 1), (3, 3), (9, 1))]
    assert Range(Position(0, 1), Position(0, 3)) == positions.range(1, 2)
    assert [1, 3] == [positions.line(0), positions.line(8)]


def test_lines_of_every_machine_become_plain() -> None:
    assert "a\nb\nc\u2028d" == plain("\ufeffa\r\nb\rc\u2028d")
