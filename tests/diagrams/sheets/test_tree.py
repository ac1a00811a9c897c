"""The blocks in blocks."""

from policy_engine.diagrams.sheets.model import (
    Bullets,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    cell,
    items,
    line,
)
from policy_engine.diagrams.sheets.tree import every, index_of


def test_every_block_is_found_in_reading_order() -> None:
    blocks = (
        Bullets(items(("a", "b"))),
        Note((line("c"),)),
        Table(("h",), ((cell("d"),),), (1,)),
        line("e"),
    )
    words = [run.words for block in every(blocks) if isinstance(block, Paragraph) for run in block.runs]

    assert ["a", "b", "c", "d", "e"] == words


def test_terms_stand_in_the_order_of_the_alphabet_each_once() -> None:
    blocks = (
        Heading(1, "x", terms=("zee", "Ezel")),
        Note((Paragraph((Run("y"),), terms=("één", "ezel", "zee")),)),
    )

    assert ("één", "Ezel", "ezel", "zee") == index_of(blocks)
