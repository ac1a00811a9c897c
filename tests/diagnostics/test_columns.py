"""Columns in UTF-16 code units, and the lines of a file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_engine.diagnostics.columns import lines_of, utf16_column


@given(line=st.text(max_size=12), column=st.integers(1, 14))
def test_a_column_counts_code_units(line: str, column: int) -> None:
    before = line[: column - 1]
    behind = max(0, column - 1 - len(line))

    assert len(before.encode("utf-16-le", "surrogatepass")) // 2 + behind + 1 == utf16_column(line, column)


def test_lines_end_as_on_any_machine_and_without_a_byte_order_mark() -> None:
    assert ["a", "b", "c", "d\u2028", ""] == lines_of("\ufeffa\r\nb\rc\nd\u2028\n".encode())


def test_what_is_no_utf_8_is_shown_as_such() -> None:
    assert ["\ufffd"] == lines_of(b"\xff")
