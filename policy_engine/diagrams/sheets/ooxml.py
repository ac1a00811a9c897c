"""What a Word file needs beyond what python-docx offers: fields, borders, boxes to tick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policy_engine.diagrams.typesetting import FIRM

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.shape import InlineShape
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_NOT_XML = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(rf"[^\S{FIRM}]+")
_UNTICKED = (
    '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    '<w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
    "</w:rPr><w:t>\u2610</w:t></w:r></w:sdtContent></w:sdt>"
)
_ANCHOR = (
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
    ' layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    "<wp:wrapNone/></wp:anchor>"
)


def clean(words: str) -> str:
    """The words as XML can hold them, on one line."""
    return _NOT_XML.sub("\ufffd", _SPACE.sub(" ", words))


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element such as "w:lang" with attributes of its own name space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word works out: `code` is its instruction, `shown` stands there until then."""
    parts = (
        element("w:fldChar", fldCharType="begin"),
        _text("w:instrText", f" {code} "),
        element("w:fldChar", fldCharType="separate"),
        _text("w:t", shown),
        element("w:fldChar", fldCharType="end"),
    )
    for part in parts:
        paragraph.add_run()._r.append(part)


def add_tick_box(paragraph: Paragraph) -> None:
    """An empty box that is ticked by a click."""
    from docx.oxml import parse_xml

    paragraph._p.append(parse_xml(_UNTICKED))


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Names the paragraph, so that links lead to it. `number` is unique in the file."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def restart_pages(section: Section) -> None:
    """Lets the pages of a section count from 1. A new section has what the one before it had."""
    properties = section._sectPr
    for old in properties.xpath("./w:pgNumType"):
        properties.remove(old)
    properties.insert_element_before(element("w:pgNumType", start="1"), "w:cols", "w:docGrid")


def add_line_below(paragraph: Paragraph) -> None:
    """A line at the foot of the paragraph, to write on."""
    borders = element("w:pBdr")
    # So much apart: in this way Word does not join the lines of paragraphs that follow each other.
    borders.append(element("w:bottom", val="single", sz="6", space="1", color="7A7A7A"))
    borders.append(element("w:between", val="single", sz="6", space="1", color="7A7A7A"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def shade(cell: _Cell, color: str) -> None:
    """Fills a cell with a colour, "#RRGGBB"."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=color.lstrip("#")))


def border(cell: _Cell, kind: str, eighths: int) -> None:
    """A border around a cell: "single", "dashed" or "nil", so many eighths of a point wide."""
    borders = element("w:tcBorders")
    for side in ("w:top", "w:left", "w:bottom", "w:right"):
        borders.append(element(side, val=kind, sz=str(eighths), space="0", color="1A1A1A"))
    cell._tc.get_or_add_tcPr().append(borders)


def cover_page(picture: InlineShape) -> None:
    """Lays a picture over its page, from the upper left corner, instead of in the line."""
    from docx.oxml import parse_xml

    inline = picture._inline
    anchor = parse_xml(_ANCHOR)
    anchor.insert(3, inline.extent)
    for child in list(inline):
        anchor.append(child)
    inline.getparent().replace(inline, anchor)


def pad(table: Table, twips: int) -> None:
    """Keeps what stands in the cells so far from their upper and lower edge: twentieths of a point."""
    margins = element("w:tblCellMar")
    for side in ("w:top", "w:bottom"):
        margins.append(element(side, w=str(twips), type="dxa"))
    properties = table._tbl.tblPr
    properties.insert_element_before(margins, "w:tblLook")


def _text(name: str, words: str) -> BaseOxmlElement:
    made = element(name)
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
