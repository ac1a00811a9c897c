"""Columns as other programs count them: editors and SARIF count UTF-16 code units, where an emoji is two."""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|\r|\n")


def lines_of(source: bytes | str) -> list[str]:
    """The lines of a file, without their ends and without a byte-order mark; what is no UTF-8 becomes `�`."""
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    return _LINE_END.split(text.removeprefix("\ufeff"))


def utf16_column(line: str, column: int) -> int:
    """A column from 1 in UTF-16 code units, from one in characters; one behind the line stays behind it."""
    return column + sum(character > "\uffff" for character in line[: column - 1])
