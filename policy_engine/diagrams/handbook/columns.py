"""A table of the handbook. What stands in no row takes no column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.diagrams.sheets.model import Block, Cell, Paragraph, Run, Table
from policy_engine.records import record


@record
class Column:
    """Its header, its share of the width, and how its words look. `indexed`: its words are in the index."""

    header: str
    share: float
    bold: bool = False
    indexed: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """The table of the columns that have words in any row; nothing where there is no row."""
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    if kept:
        yield Table(
            tuple(columns[place].header for place in kept),
            tuple(tuple(_cell(columns[place], row[place]) for place in kept) for row in rows),
            tuple(columns[place].share for place in kept),
        )


def _cell(column: Column, words: str) -> Cell:
    return Cell((Paragraph((Run(words, bold=column.bold),), terms=(words,) if column.indexed else ()),))
