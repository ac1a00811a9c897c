"""How wide the columns of a table are: as their shares say, but none narrower than its longest word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.sheets.model import Block, Heading, Paragraph, Table, TickBox
from policy_engine.diagrams.sheets.tree import every
from policy_engine.diagrams.typesetting import FIRM, printed

# Beside the words of a cell, at both edges together, in parts of the body's size.
INSET = 1.15
# An invisible place where a line may end.
BREAK = "\u200b"


def column_widths(table: Table, room: float, sizes: Mapping[str, float]) -> tuple[float, ...]:
    """The width of each column in points; together they take the whole room.

    Where the longest words have no room beside each other, only the shares count.
    """
    inset = INSET * sizes["body"] + 0.01
    firm = [_least(table, column, sizes, " ") + inset for column in range(len(table.header))]
    loose = [_least(table, column, sizes, None) + inset for column in range(len(table.header))]
    least = firm if sum(firm) <= room else loose
    if sum(least) > room:
        return tuple(room * share / sum(table.widths) for share in table.widths)
    # Whoever would get too little gets what it needs; the others share the rest.
    narrow: set[int] = set()
    while True:
        rest = room - sum(least[column] for column in narrow)
        shares = sum(share for column, share in enumerate(table.widths) if column not in narrow)
        made = [
            least[column] if column in narrow else rest * share / shares
            for column, share in enumerate(table.widths)
        ]
        more = {column for column, size in enumerate(made) if size < least[column] - 0.001}
        if not more:
            return tuple(made)
        narrow |= more


def breakable(words: str, size: float, bold: bool, room: float) -> str:
    """The words, with places to break the line in those that are wider than a line."""
    if width(words, size, bold) <= room:
        return words
    words = " ".join(
        word.replace(FIRM, " ") if width(word, size, bold) > room else word for word in words.split(" ")
    )
    return " ".join(BREAK.join(word) if width(word, size, bold) > room else word for word in words.split(" "))


def _least(table: Table, column: int, sizes: Mapping[str, float], space: str | None) -> float:
    """The width of the longest word. Without a space to part words at, they are parted at every one."""
    words = (
        (word, size, bold)
        for text, size, bold in _words(table, column, sizes)
        for word in printed(text).split(space)
    )
    return max((width(*word) for word in words), default=0)


def _words(table: Table, column: int, sizes: Mapping[str, float]) -> Iterator[tuple[str, float, bool]]:
    yield table.header[column], sizes["body"], True
    for row in table.rows:
        for block in every(row[column].blocks):
            yield from _texts(block, sizes)


def _texts(block: Block, sizes: Mapping[str, float]) -> Iterator[tuple[str, float, bool]]:
    match block:
        case Paragraph():
            for run in block.runs:
                yield run.words, sizes[block.size], run.bold
        case TickBox():
            yield "□", sizes["body"] * 1.5, False
            for run in block.runs:
                yield run.words, sizes["body"], run.bold
        case Heading():
            yield block.words, sizes["part"], True
