"""A sheet as plain data for `sheet.typ`: words that can be printed, sizes in points, names for places."""

from __future__ import annotations

from typing import Any

from policy_engine.diagrams.measure import LINE, wrap
from policy_engine.diagrams.paper import SAFE
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.sheets.columns import INSET, breakable, column_widths
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Cell,
    Contents,
    Drawing,
    Field,
    Fields,
    Gap,
    Heading,
    Index,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Rest,
    Run,
    Sheet,
    Table,
    TickBox,
    Together,
    WriteLine,
)
from policy_engine.diagrams.sheets.sizes import FOOT, HEADINGS, margin_of, room_of, sizes_of
from policy_engine.diagrams.sheets.tree import index_of
from policy_engine.diagrams.typesetting import printed, tongue

Data = dict[str, Any]
# What blocks take from the width of what stands in them, in parts of the body's size, as `sheet.typ` has it.
_LIST = 2.0
_NOTE = 1.8
_TICK = 1.7
_GUTTER = 1.2
# Beside the footer, for the number of the page: points.
_COUNT = 40


def sheet_data(number: int, sheet: Sheet) -> Data:
    """A sheet as data. `number` parts it from the other sheets of one file."""
    return _Writer(number, sheet).data()


class _Writer:
    def __init__(self, number: int, sheet: Sheet) -> None:
        self.sheet = sheet
        self.number = number
        self.terms = index_of(sheet.blocks)
        self.sizes = sizes_of(sheet)
        self.body = self.sizes["body"]

    def data(self) -> Data:
        sheet = self.sheet
        margin = margin_of(sheet)
        footer = self._words(sheet.footer, "small", False, room_of(sheet) - _COUNT)
        foot = self._foot(footer)
        return {
            "width": sheet.paper.width,
            "height": sheet.paper.height,
            "margin": margin,
            "foot": foot,
            "edge": SAFE,
            "room": sheet.paper.height - margin - foot,
            "line": room_of(sheet),
            "sizes": self.sizes,
            "footer": footer,
            "tongue": tongue(sheet.language) or {"lang": "en"},
            "snug": sheet.snug,
            "notes": printed(sheet.notes),
            "end": self._place("end"),
            "blocks": self._blocks(sheet.blocks, room_of(sheet)),
        }

    def _foot(self, footer: str) -> float:
        """The height below the text: the usual one holds a footer of two small lines."""
        size = self.sizes["small"]
        lines = len(wrap(footer, size, room_of(self.sheet) - _COUNT))
        return max(FOOT, SAFE + (lines * LINE + 0.7) * size)

    def _place(self, *parts: object) -> str:
        return "-".join(str(part) for part in (self.number, *parts))

    def _words(self, words: str, size: str, bold: bool, room: float) -> str:
        return breakable(printed(words), self.sizes[size], bold, room)

    def _blocks(self, blocks: tuple[Block, ...], room: float) -> list[Data]:
        """The blocks as data, for a column of so many points."""
        return [self._block(block, room) for block in blocks]

    def _many(self, several: tuple[tuple[Block, ...], ...], room: float) -> list[list[Data]]:
        return [self._blocks(blocks, room) for blocks in several]

    def _runs(self, runs: tuple[Run, ...], size: str, room: float) -> list[Data]:
        return [
            {
                "words": self._words(run.words, size, run.bold, room),
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

    def _block(self, block: Block, room: float) -> Data:
        match block:
            case Heading():
                return {
                    "kind": "heading",
                    "level": block.level,
                    "words": self._words(block.words, HEADINGS[block.level - 1], True, room),
                    "tongue": tongue(block.language),
                    "anchor": None if block.anchor is None else self._place("anchor", block.anchor),
                    "terms": self._terms(block.terms),
                }
            case Paragraph():
                return {
                    "kind": "paragraph",
                    "runs": self._runs(block.runs, block.size, room),
                    "size": block.size,
                    "terms": self._terms(block.terms),
                }
            case Bullets():
                return {"kind": "bullets", "items": self._many(block.items, room - _LIST * self.body)}
            case Numbered():
                inner = self._many(block.items, room - _LIST * self.body)
                return {"kind": "numbered", "start": block.start, "items": inner}
            case Table():
                return self._table(block, room)
            case Beside():
                free = room - _GUTTER * self.body * (len(block.columns) - 1)
                shares = [free * width / sum(block.widths) for width in block.widths]
                columns = [
                    self._blocks(blocks, share) for blocks, share in zip(block.columns, shares, strict=True)
                ]
                return {"kind": "beside", "widths": shares, "columns": columns}
            case TickBox():
                return {"kind": "tick", "runs": self._runs(block.runs, "body", room - _TICK * self.body)}
            case WriteLine():
                label = self._words(block.label, "body", False, room)
                return {"kind": "lines", "label": label, "count": block.lines, "grows": block.grows}
            case Rest():
                return {"kind": "rest", "label": self._words(block.label, "body", False, room)}
            case Fields():
                share = (room - _GUTTER * self.body * (block.columns - 1)) / block.columns
                fields = [self._field(field, share) for field in block.fields]
                return {
                    "kind": "fields",
                    "columns": block.columns,
                    "fields": fields,
                    "grows": block.grows,
                }
            case Note():
                inside = self._blocks(block.blocks, room - _NOTE * self.body)
                return {"kind": "note", "frame": block.frame, "blocks": inside}
            case Together():
                return {"kind": "together", "blocks": self._blocks(block.blocks, room)}
            case Gap():
                return {"kind": "gap", "height": block.lines * self.body * 1.2}
            case PageBreak():
                return {"kind": "break"}
            case Drawing():
                alt = printed(" ".join((block.scene.title, *block.scene.steps)))
                return {
                    "kind": "page" if block.whole else "drawing",
                    "svg": to_svg(block.scene),
                    "alt": alt,
                    "width": block.scene.width,
                    "height": block.scene.height,
                }
            case Contents():
                return {"kind": "contents", "depth": block.depth}
            case Index():
                entries = [{"term": printed(term), "label": self._term(term)} for term in self.terms]
                return {"kind": "index", "entries": entries}

    def _table(self, block: Table, room: float) -> Data:
        widths = column_widths(block, room, self.sizes)
        rooms = [width - INSET * self.body for width in widths]
        return {
            "kind": "table",
            "header": [
                self._words(words, "body", True, space)
                for words, space in zip(block.header, rooms, strict=True)
            ],
            "widths": widths,
            "rise": block.rise,
            "rows": [
                [self._cell(cell, space) for cell, space in zip(row, rooms, strict=True)]
                for row in block.rows
            ],
        }

    def _cell(self, cell: Cell, room: float) -> Data:
        return {"fill": cell.fill, "center": cell.center, "blocks": self._blocks(cell.blocks, room)}

    def _field(self, field: Field, room: float) -> Data:
        return {
            "label": self._words(field.label, "body", True, room),
            "value": self._words(field.value, "body", False, room - INSET * self.body),
            "lines": field.lines,
        }
