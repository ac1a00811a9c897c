"""The blocks of a sheet, one after the other, in a Word file."""

from __future__ import annotations

from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt, RGBColor

from policy_engine.diagrams.render.typst import to_png
from policy_engine.diagrams.sheets.columns import column_widths
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Cell,
    Contents,
    Drawing,
    Fields,
    Frame,
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
from policy_engine.diagrams.sheets.ooxml import (
    add_bookmark,
    add_field,
    add_line_below,
    add_tick_box,
    border,
    clean,
    cover_page,
    element,
    pad,
    shade,
)
from policy_engine.diagrams.sheets.sizes import room_of, sizes_of
from policy_engine.diagrams.sheets.tree import index_of
from policy_engine.errors import PrintError

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_BORDERS: dict[Frame, tuple[str, int]] = {
    "plain": ("single", 6),
    "soft": ("nil", 0),
    "warn": ("single", 18),
    "cut": ("dashed", 8),
}
_SOFT = "#F1F3F5"
_HEAD = "#E8E8E8"
_PICTURE_PPI = 150
_GROWN = 3  # more lines in a blank that grows: how much of the page is left, only Word knows
_PADDING = 25  # above and below what stands in a cell, in twentieths of a point


class Writer:
    """Writes sheets into one document. Tables and lists stand in a column of `width` points."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = 0
        self.fresh = False  # the next heading begins on a new page

    def write(self, number: int, sheet: Sheet) -> None:
        """Writes a sheet at the document's end. `number` parts it from the others."""
        self.sheet = sheet
        self.number = number
        self.sizes = sizes_of(sheet)
        self._blocks(self.document._body, sheet.blocks, room_of(sheet))

    def _blocks(
        self, place: BlockItemContainer, blocks: tuple[Block, ...], width: float, style: str | None = None
    ) -> None:
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, PageBreak) and isinstance(following, Heading):
                self.fresh = True
            else:
                self._block(place, block, width, style)
            if _covers(block) and not (
                following is None or _covers(following) or isinstance(following, PageBreak)
            ):
                self._block(place, PageBreak(), width, style)

    def _block(self, place: BlockItemContainer, block: Block, width: float, style: str | None) -> None:
        match block:
            case Heading():
                self._heading(place, block)
            case Paragraph():
                paragraph = place.add_paragraph(style=style)
                self._runs(paragraph, block.runs, self.sizes[block.size])
            case Bullets():
                self._list(place, block.items, width, "List Bullet", None)
            case Numbered():
                self._list(place, block.items, width, "List Number", self._counting(block.start))
            case Table():
                self._table(place, block, width)
            case Beside():
                self._beside(place, block, width)
            case TickBox():
                paragraph = place.add_paragraph(style=style)
                add_tick_box(paragraph)
                if block.runs:
                    self._runs(paragraph, (Run(" "), *block.runs), self.sizes["body"])
            case WriteLine():
                self._lines(place, block, style)
            case Rest():
                pass  # only Word knows how much is left
            case Fields():
                self._fields(place, block, width)
            case Note():
                self._note(place, block, width)
            case Together():
                before = len(place.paragraphs)
                self._blocks(place, block.blocks, width, style)
                for paragraph in place.paragraphs[before:-1]:
                    paragraph.paragraph_format.keep_with_next = True
            case Gap():
                paragraph = place.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.paragraph_format.line_spacing = Pt(block.lines * self.sizes["body"] * 1.2)
            case PageBreak():
                place.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case Drawing():
                self._drawing(place, block, width)
            case Contents():
                self._contents(place, block)
            case Index():
                for term in index_of(self.sheet.blocks):
                    place.add_paragraph(clean(term))

    def _heading(self, place: BlockItemContainer, block: Heading) -> None:
        paragraph = place.add_paragraph(style=f"Heading {block.level}")
        self._runs(paragraph, (Run(block.words, language=block.language),), None)
        if self.fresh:
            paragraph.paragraph_format.page_break_before = True
            self.fresh = False
        if block.anchor is not None:
            self.marks += 1
            add_bookmark(paragraph, self._mark(block.anchor), self.marks)

    def _mark(self, anchor: str) -> str:
        return f"s{self.number}_{clean(anchor)}"

    def _runs(self, paragraph: WordParagraph, runs: tuple[Run, ...], size: float | None) -> None:
        for run in runs:
            made = paragraph.add_run(clean(run.words))
            made.bold = True if run.bold else None
            if size is not None and size != self.sizes["body"]:
                made.font.size = Pt(size)
            if run.color is not None:
                made.font.color.rgb = RGBColor.from_string(run.color.lstrip("#"))
            if run.language:
                made._r.get_or_add_rPr().append(element("w:lang", val=run.language))
            if run.link is not None:
                link = element("w:hyperlink", anchor=self._mark(run.link))
                paragraph._p.replace(made._r, link)
                link.append(made._r)

    def _counting(self, start: int) -> int:
        """A count of its own for a list, beginning at `start`: the number that Word knows it by."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element.pPr
        known = style.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(known).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(made.numId)

    def _list(
        self,
        place: BlockItemContainer,
        items: tuple[tuple[Block, ...], ...],
        width: float,
        style: str,
        count: int | None,
    ) -> None:
        for item in items:
            before = len(place.paragraphs)
            self._blocks(place, item[:1], width, style)
            if count is not None:
                properties = place.paragraphs[before]._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = count
            self._blocks(place, item[1:], width, "List Continue")

    def _grid(
        self, place: BlockItemContainer, rows: int, widths: tuple[float, ...], width: float
    ) -> WordTable:
        """A table with columns of these shares of the width."""
        # A cell's own method takes no width.
        table = BlockItemContainer.add_table(place, rows, len(widths), Pt(width))
        table.autofit = False
        pad(table, _PADDING)
        whole = sum(widths)
        shares = [Pt(width * share / whole) for share in widths]
        for column, share in zip(table.columns, shares, strict=True):
            column.width = share
        for row in table._tbl.tr_lst:
            for cell, share in zip(row.tc_lst, shares, strict=True):
                cell.width = share
        return table

    def _fill(self, cell: _Cell, blocks: tuple[Block, ...], width: float) -> None:
        """Puts blocks in a new cell, which has an empty paragraph and must end with a paragraph."""
        first = cell.paragraphs[0]._p
        self._blocks(cell, blocks, width)
        if len(cell.paragraphs) > 1:
            cell._tc.remove(first)
        for paragraph in cell.paragraphs[-1:]:
            paragraph.paragraph_format.space_after = Pt(2)

    def _gap(self, place: BlockItemContainer) -> None:
        """Parts a table from what follows: Word would join two tables."""
        paragraph = place.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(5)

    def _table(self, place: BlockItemContainer, block: Table, width: float) -> None:
        widths = column_widths(block, width, self.sizes)
        table = self._grid(place, 1 + len(block.rows), widths, width)
        table.style = self.document.styles["Table Grid"]
        shares = [share - 12 for share in widths]
        head = table.rows[0]
        head._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for title, words in zip(head.cells, block.header, strict=True):
            self._fill(title, (Paragraph((Run(words, bold=True),)),), 0)
            shade(title, _HEAD)
        for row, cells in zip(list(table.rows)[1:], block.rows, strict=True):
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
            if block.rise:
                row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Pt(block.rise)
            for made, cell, share in zip(row.cells, cells, shares, strict=True):
                self._cell(made, cell, share)
        self._gap(place)

    def _cell(self, made: _Cell, cell: Cell, width: float) -> None:
        self._fill(made, cell.blocks, width)
        if cell.fill is not None:
            shade(made, cell.fill)
        made.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        if cell.center:
            for paragraph in made.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _beside(self, place: BlockItemContainer, block: Beside, width: float) -> None:
        table = self._grid(place, 1, block.widths, width)
        for cell, blocks, share in zip(table.rows[0].cells, block.columns, block.widths, strict=True):
            self._fill(cell, blocks, width * share / sum(block.widths) - 12)
        self._gap(place)

    def _lines(self, place: BlockItemContainer, block: WriteLine, style: str | None) -> None:
        if block.label:
            place.add_paragraph(clean(block.label), style)
        for _ in range(block.lines):
            paragraph = place.add_paragraph(style=style)
            paragraph.paragraph_format.space_before = Pt(self.sizes["body"])
            add_line_below(paragraph)

    def _fields(self, place: BlockItemContainer, block: Fields, width: float) -> None:
        """Each label over its blank, which is a cell to type in."""
        share = width / block.columns
        for first in range(0, len(block.fields), block.columns):
            fields = block.fields[first : first + block.columns]
            lines = max(field.lines for field in fields) + (_GROWN if block.grows else 0)
            table = self._grid(place, 2, (1.0,) * len(fields), share * len(fields))
            for column, field in enumerate(fields):
                label, blank = table.cell(0, column), table.cell(1, column)
                self._fill(label, (Paragraph((Run(field.label, bold=True),)),), share)
                self._fill(blank, (Paragraph((Run(field.value),)),), share)
                border(blank, "single", 6)
            table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
            for paragraph in (cell.paragraphs[0] for cell in table.rows[0].cells):
                paragraph.paragraph_format.keep_with_next = True
            table.rows[1].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
            table.rows[1].height = Pt(lines * self.sizes["body"] * 2.1)
            self._gap(place)

    def _note(self, place: BlockItemContainer, block: Note, width: float) -> None:
        table = self._grid(place, 1, (1.0,), width)
        cell = table.cell(0, 0)
        border(cell, *_BORDERS[block.frame])
        if block.frame == "soft":
            shade(cell, _SOFT)
        table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
        self._fill(cell, block.blocks, width - 12)
        self._gap(place)

    def _drawing(self, place: BlockItemContainer, block: Drawing, width: float) -> None:
        """The picture; where there is nothing to draw it with, what it shows in words."""
        scene = block.scene
        try:
            picture = to_png(scene, _PICTURE_PPI)
        except PrintError:
            steps = tuple((Paragraph((Run(step),)),) for step in scene.steps)
            return self._list(place, steps, width, "List Number", self._counting(1))
        height = self.sheet.paper.height * 0.72
        scale = 1 if block.whole else min(width / scene.width, height / scene.height)
        paragraph = place.add_paragraph()
        shape = paragraph.add_run().add_picture(BytesIO(picture), width=Pt(scene.width * scale))
        shape._inline.docPr.set("descr", clean(" ".join((scene.title, *scene.steps))))
        if block.whole:
            paragraph.paragraph_format.page_break_before = True
            cover_page(shape)
        return None

    def _contents(self, place: BlockItemContainer, block: Contents) -> None:
        headings = [
            item for item in self.sheet.blocks if isinstance(item, Heading) and 1 < item.level <= block.depth
        ]
        shown = ", ".join(clean(heading.words) for heading in headings)
        add_field(place.add_paragraph(), f'TOC \\o "2-{block.depth}" \\h \\z \\u', shown)


def _covers(block: Block) -> bool:
    return isinstance(block, Drawing) and block.whole
