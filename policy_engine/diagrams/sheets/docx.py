"""Sheets as Word files that a trainer can edit: real styles, headings, lists and tables, the same bytes for
the same sheet.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from policy_engine.diagrams.needs import print_extra
from policy_engine.diagrams.packing import packed
from policy_engine.diagrams.sheets.model import Sheet
from policy_engine.diagrams.sheets.ooxml import add_field, clean, element, restart_pages
from policy_engine.diagrams.sheets.sizes import FOOT, HEADINGS, margin_of, room_of, sizes_of
from policy_engine.diagrams.typesetting import UNDATED

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

# Every machine with Word has it, or a font of the same widths.
_FONT = "Arial"
_HEADINGS = {f"Heading {level}": name for level, name in enumerate(HEADINGS, start=1)}


def sheet_docx(*sheets: Sheet) -> bytes:
    """Sheets as one Word file, each beginning on a sheet of paper of its own and counting its own pages.

    The first one gives the document its title, author, language, date and sizes. Raises PrintError where
    python-docx is missing.
    """
    with print_extra("python-docx", "DOCX"):
        from docx import Document

    from docx.enum.section import WD_SECTION

    from policy_engine.diagrams.sheets.docx_blocks import Writer

    document = Document()
    first = sheets[0]
    _describe(document, first)
    _style(document, first)
    writer = Writer(document)
    for number, sheet in enumerate(sheets):
        section = document.add_section(WD_SECTION.ODD_PAGE) if number else document.sections[0]
        _lay(section, sheet, alone=len(sheets) == 1)
        writer.write(number, sheet)
    made = BytesIO()
    document.save(made)
    return packed(made.getvalue())


def _describe(document: Document, sheet: Sheet) -> None:
    date = UNDATED if sheet.date is None else datetime.fromisoformat(sheet.date)
    core = document.core_properties
    core.title = clean(sheet.title)[:255]
    core.author = core.last_modified_by = clean(sheet.author)[:255]
    core.comments = ""
    core.language = sheet.language
    core.version = clean(sheet.version)[:255]
    core.created = core.modified = date.replace(tzinfo=None)
    core.revision = 1


def _style(document: Document, sheet: Sheet) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = sizes_of(sheet)
    plain = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    plain.find(qn("w:lang")).set(qn("w:val"), sheet.language or "en")
    names = ["Normal", "List Bullet", "List Number", "List Continue", "Header", "Footer", *_HEADINGS]
    for name in names:
        style = document.styles[name]
        # Headings have fonts of the theme, which go before a name.
        properties = style.element.get_or_add_rPr()
        for old in properties.findall(qn("w:rFonts")):
            properties.remove(old)
        font = element("w:rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT, eastAsia=_FONT)
        properties.insert(0, font)
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        style.font.size = Pt(sizes[_HEADINGS.get(name, "small" if name == "Footer" else "body")])
        style.paragraph_format.space_after = Pt(sizes["body"] * 0.3)
        style.paragraph_format.line_spacing = 1.05
    for name, size in _HEADINGS.items():
        before = 0 if size == "title" else sizes["body"]
        document.styles[name].paragraph_format.space_before = Pt(before)


def _lay(section: Section, sheet: Sheet, alone: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    paper, margin = sheet.paper, margin_of(sheet)
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin = section.right_margin = section.top_margin = Pt(margin)
    section.bottom_margin, section.footer_distance = Pt(FOOT), Pt(FOOT / 2)
    restart_pages(section)
    section.footer.is_linked_to_previous = False
    footer = section.footer.paragraphs[0]
    for stop in list(footer.style.paragraph_format.tab_stops) if footer.style is not None else ():
        footer.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    footer.paragraph_format.tab_stops.add_tab_stop(Pt(room_of(sheet)), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{clean(sheet.footer)}\t")
    add_field(footer, "PAGE", "1")
    if alone:  # how many pages one of several sheets has, not every word processor can say
        footer.add_run(" / ")
        add_field(footer, "NUMPAGES", "1")
