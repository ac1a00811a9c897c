"""A sheet as plain data for `sheet.typ`: words that can be printed, sizes in points, names for places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from policy_engine.diagrams.paper import MILLIMETRE
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Cell,
    Contents,
    Drawing,
    Fields,
    Gap,
    Heading,
    Index,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Sheet,
    Table,
    TickBox,
    Together,
    WriteLine,
)
from policy_engine.diagrams.typesetting import printed, tongue

Data = dict[str, Any]
# In points. "title", "part" and "head" are the three levels of headings.
SIZES = {"small": 9, "body": 10.5, "big": 14, "title": 19, "part": 13, "head": 11.5}
LARGE = {"small": 16, "body": 16.5, "big": 20, "title": 26, "part": 21, "head": 18}
MARGIN = 15 * MILLIMETRE
FOOT = 20 * MILLIMETRE
# On a page smaller than A4.
NARROW = 10 * MILLIMETRE


def margin_of(sheet: Sheet) -> float:
    """Left, right and above, in points."""
    return NARROW if sheet.paper.name == "a6" else MARGIN


def sheet_data(number: int, sheet: Sheet) -> Data:
    """A sheet as data. `number` parts it from the other sheets of one file."""
    return _Writer(number, sheet).data()


def terms_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The terms of the index, as often as they occur."""
    for block in every(blocks):
        if isinstance(block, Heading | Paragraph):
            yield from block.terms


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


def alphabet(term: str) -> tuple[str, str]:
    """Sorts as in a dictionary: accents and capitals count last."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", term) if not unicodedata.combining(letter)
    )
    return bare.casefold(), term


class _Writer:
    def __init__(self, number: int, sheet: Sheet) -> None:
        self.sheet = sheet
        self.number = number
        self.terms = sorted(set(terms_of(sheet.blocks)), key=alphabet)
        self.sizes = LARGE if sheet.large else SIZES

    def data(self) -> Data:
        sheet = self.sheet
        margin = margin_of(sheet)
        return {
            "width": sheet.paper.width,
            "height": sheet.paper.height,
            "margin": margin,
            "foot": FOOT,
            "room": sheet.paper.height - margin - FOOT,
            "sizes": self.sizes,
            "footer": printed(sheet.footer),
            "tongue": tongue(sheet.language) or {"lang": "en"},
            "end": self._place("end"),
            "blocks": self._blocks(sheet.blocks),
        }

    def _place(self, *parts: object) -> str:
        return "-".join(str(part) for part in (self.number, *parts))

    def _blocks(self, blocks: tuple[Block, ...]) -> list[Data]:
        return [self._block(block) for block in blocks]

    def _many(self, several: tuple[tuple[Block, ...], ...]) -> list[list[Data]]:
        return [self._blocks(blocks) for blocks in several]

    def _runs(self, runs: tuple[Run, ...]) -> list[Data]:
        return [
            {
                "words": printed(run.words),
                "bold": run.bold,
                "color": run.color,
                "tongue": tongue(run.language),
                "link": None if run.link is None else self._place("anchor", run.link),
            }
            for run in runs
        ]

    def _terms(self, terms: tuple[str, ...]) -> list[str]:
        return [self._term(term) for term in terms]

    def _term(self, term: str) -> str:
        return self._place("term", self.terms.index(term))

    def _cell(self, cell: Cell) -> Data:
        return {"fill": cell.fill, "center": cell.center, "blocks": self._blocks(cell.blocks)}

    def _block(self, block: Block) -> Data:
        match block:
            case Heading():
                return {
                    "kind": "heading",
                    "level": block.level,
                    "words": printed(block.words),
                    "tongue": tongue(block.language),
                    "anchor": None if block.anchor is None else self._place("anchor", block.anchor),
                    "terms": self._terms(block.terms),
                }
            case Paragraph():
                return {
                    "kind": "paragraph",
                    "runs": self._runs(block.runs),
                    "size": block.size,
                    "terms": self._terms(block.terms),
                }
            case Bullets():
                return {"kind": "bullets", "items": self._many(block.items)}
            case Numbered():
                return {"kind": "numbered", "start": block.start, "items": self._many(block.items)}
            case Table():
                return {
                    "kind": "table",
                    "header": [printed(words) for words in block.header],
                    "widths": block.widths,
                    "rise": block.rise,
                    "rows": [[self._cell(cell) for cell in row] for row in block.rows],
                }
            case Beside():
                return {"kind": "beside", "widths": block.widths, "columns": self._many(block.columns)}
            case TickBox():
                return {"kind": "tick", "runs": self._runs(block.runs)}
            case WriteLine():
                return {"kind": "lines", "label": printed(block.label), "count": block.lines}
            case Fields():
                return {
                    "kind": "fields",
                    "columns": block.columns,
                    "fields": [
                        {"label": printed(field.label), "value": printed(field.value), "lines": field.lines}
                        for field in block.fields
                    ],
                }
            case Note():
                return {"kind": "note", "frame": block.frame, "blocks": self._blocks(block.blocks)}
            case Together():
                return {"kind": "together", "blocks": self._blocks(block.blocks)}
            case Gap():
                return {"kind": "gap", "height": block.lines * self.sizes["body"] * 1.2}
            case PageBreak():
                return {"kind": "break"}
            case Drawing():
                return {"kind": "drawing", "svg": to_svg(block.scene), "alt": _in_words(block.scene)}
            case Contents():
                return {"kind": "contents", "depth": block.depth}
            case Index():
                entries = [{"term": printed(term), "label": self._term(term)} for term in self.terms]
                return {"kind": "index", "entries": entries}


def _in_words(scene: Scene) -> str:
    return " ".join((scene.title, *scene.steps))
