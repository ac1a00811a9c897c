"""The blocks of a sheet and all that stands in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Heading,
    Note,
    Numbered,
    Paragraph,
    Table,
    Together,
)


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks and all that stand in them, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Bullets(inner) | Numbered(inner) | Beside(inner):
                for one in inner:
                    yield from every(one)
            case Note(inside) | Together(inside):
                yield from every(inside)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from every(cell.blocks)


def index_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The terms of the index, each once, in the order of the alphabet."""
    found = {
        term for block in every(blocks) if isinstance(block, Heading | Paragraph) for term in block.terms
    }
    return tuple(sorted(found, key=_alphabet))


def _alphabet(term: str) -> tuple[str, str]:
    """Sorts as in a dictionary: accents and capitals count last."""
    letters = unicodedata.normalize("NFKD", term)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold(), term
