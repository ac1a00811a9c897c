"""Sheets as Word files."""

import io
import sys
import zipfile
from datetime import datetime

import docx
import pytest
from docx.enum.section import WD_SECTION
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.sheets.docx import sheet_docx
from policy_engine.diagrams.sheets.model import (
    Contents,
    Drawing,
    Field,
    Fields,
    Heading,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Table,
    TickBox,
    WriteLine,
    cell,
    line,
)
from policy_engine.errors import PrintError
from tests.diagrams.sheets.samples import SCENE, TEXTS, docx_text, read_docx, restyled, sheet


def test_every_text_can_be_found_in_reading_order() -> None:
    words = docx_text(sheet()).split()
    place = 0
    for text in TEXTS:
        place = words.index(text, place)

    assert place < len(words)


def test_headings_lists_and_tables_are_real() -> None:
    document = read_docx(sheet())
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    table = next(table for table in document.tables if table.cell(0, 0).text == "Zet")

    assert ["Heading 1", "Heading 2", "Heading 3", "Heading 2"] == [
        name for name in styles if "Heading" in name
    ]
    assert 2 == styles.count("List Number")
    assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
    assert not table._tbl.xpath("./w:tr[2]/w:trPr/w:tblHeader")


def test_each_list_counts_for_itself() -> None:
    two = (Numbered(((line("a"),), (line("b"),))), Numbered(((line("c"),),), start=7))
    document = read_docx(sheet(*two))
    counts = [int(count) for count in document.element.body.xpath("./w:p/w:pPr/w:numPr/w:numId/@w:val")]
    numbering = document.part.numbering_part.element
    starts = [
        numbering.num_having_numId(count).xpath("./w:lvlOverride/w:startOverride/@w:val") for count in counts
    ]

    assert [["1"], ["1"], ["7"]] == starts
    assert counts[0] == counts[1] != counts[2]


def test_boxes_can_be_ticked_and_lines_written_on() -> None:
    body = read_docx(sheet(TickBox((Run("ja"),)), TickBox(), WriteLine("Waarom?", 2))).element.body

    assert 2 == len(body.xpath(".//w:sdt"))
    assert 2 == len(body.xpath(".//w:pBdr/w:bottom"))


def test_a_blank_that_grows_has_more_room_and_each_sheet_begins_on_paper_of_its_own() -> None:
    document = read_docx(sheet(Fields((Field("Sterk"),), grows=True)), sheet(line("x")))

    assert ["1764"] == document.element.body.xpath(".//w:trHeight/@w:val")
    assert WD_SECTION.ODD_PAGE == document.sections[1].start_type


def test_links_lead_to_a_bookmark() -> None:
    body = read_docx(
        sheet(Heading(1, "Boven", "top"), Paragraph((Run("zie "), Run("boven", link="top"))))
    ).element.body

    assert body.xpath(".//w:bookmarkStart/@w:name") == body.xpath(".//w:hyperlink/@w:anchor")


def test_the_language_is_the_sheets_and_a_runs_own() -> None:
    document = read_docx(sheet(line("hello", language="en")))

    assert ["nl"] == document.styles.element.xpath("./w:docDefaults//w:lang/@w:val")
    assert ["en"] == document.element.body.xpath(".//w:lang/@w:val")


def test_a_policy_without_languages_is_taken_for_english() -> None:
    document = read_docx(sheet(line("hello"), language=""))

    assert ["en"] == document.styles.element.xpath("./w:docDefaults//w:lang/@w:val")


@pytest.mark.parametrize(
    ("date", "created"), [("2026-11-21", datetime(2026, 11, 21)), (None, datetime(2000, 1, 1))]
)
def test_it_bears_the_policys_title_owner_and_date(date: str | None, created: datetime) -> None:
    core = read_docx(sheet(line("x"), date=date)).core_properties

    assert ("Rollenspel: het pakket", "Klantenservice", "1.0.0") == (core.title, core.author, core.version)
    assert created == core.created.replace(tzinfo=None) == core.modified.replace(tzinfo=None)


def test_the_same_sheet_gives_the_same_bytes_that_bear_no_time() -> None:
    made = sheet_docx(sheet())
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        moments = {part.date_time for part in parts.infolist()}

    assert made == sheet_docx(sheet())
    assert {(1980, 1, 1, 0, 0, 0)} == moments


ORDER = {
    "sectPr": ("footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "docGrid"),
    "tcPr": ("tcW", "tcBorders", "shd", "vAlign"),
    "tblPr": ("tblStyle", "tblW", "tblLayout", "tblCellMar", "tblLook"),
    "pPr": ("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "spacing", "jc", "sectPr"),
    "rPr": ("rFonts", "b", "color", "sz", "lang"),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ORDER)
def test_properties_stand_in_the_order_that_word_insists_on(name: str) -> None:
    body = read_docx(sheet(), sheet(line("x"))).element.body
    for properties in body.xpath(f".//w:{name}"):
        names = [child.tag.split("}")[1] for child in properties]

        assert sorted(names, key=ORDER[name].index) == names


def test_the_page_is_the_sheets_paper() -> None:
    made = sheet_docx(restyled(paper=Paper("a6", landscape=True), blocks=(line("x"),)))
    [section] = docx.Document(io.BytesIO(made)).sections

    assert (420, 298) == (round(section.page_width.pt), round(section.page_height.pt))  # type: ignore[union-attr]  # it has a size


def test_each_sheet_is_a_section_with_its_own_footer_and_pages() -> None:
    document = read_docx(sheet(line("a")), restyled(footer="Other", blocks=(line("b"),)))

    assert ["Ladder v1.0.0\t1", "Other\t1"] == [part.footer.paragraphs[0].text for part in document.sections]
    assert 2 == len(document.element.body.xpath(".//w:pgNumType[@w:start='1']"))


def test_a_sheet_alone_says_how_many_pages_it_has() -> None:
    [section] = read_docx(sheet(line("a"))).sections

    assert "Ladder v1.0.0\t1 / 1" == section.footer.paragraphs[0].text


def test_a_large_sheet_has_letters_of_sixteen_points_and_more() -> None:
    document = read_docx(sheet(large=True))
    sizes = {
        document.styles[name].font.size.pt
        for name in ("Normal", "Footer", "Heading 1", "Heading 2", "Heading 3")
    }

    assert 16 == min(sizes)


def test_a_page_break_goes_before_a_heading_or_else_stands_alone() -> None:
    document = read_docx(sheet(PageBreak(), Heading(1, "Nieuw"), PageBreak(), line("x")))

    assert document.paragraphs[0].paragraph_format.page_break_before
    assert 1 == len(document.element.body.xpath(".//w:br[@w:type='page']"))


def test_a_drawing_is_a_picture_that_says_what_it_shows() -> None:
    body = read_docx(sheet(Drawing(SCENE))).element.body

    assert ["Ladder Begin bij 1. Dan 2."] == body.xpath(".//wp:docPr/@descr")


def test_a_drawing_that_is_a_page_covers_it_in_its_own_size() -> None:
    page = Drawing(SCENE, whole=True)
    body = read_docx(sheet(line("a"), page, page, line("b"), page, PageBreak(), line("c"), page)).element.body

    assert {str(400 * 12700)} == set(body.xpath(".//wp:anchor/wp:extent/@cx"))
    assert 4 == len(body.xpath(".//w:pageBreakBefore"))
    assert 2 == len(body.xpath(".//w:br[@w:type='page']"))
    assert 4 == len(body.xpath(".//wp:anchor/wp:docPr[@descr='Ladder Begin bij 1. Dan 2.']"))


def test_without_typst_a_drawing_is_its_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    document = read_docx(sheet(Drawing(SCENE)))

    assert ["Begin bij 1.", "Dan 2."] == [paragraph.text for paragraph in document.paragraphs]


def test_without_python_docx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(PrintError, match=r"pip install 'policy-engine\[print\]'"):
        sheet_docx(sheet())


def test_contents_are_a_field_that_names_the_headings() -> None:
    blocks = (Heading(1, "Titel"), Contents(), Heading(2, "Een"), Heading(3, "Diep"), Heading(2, "Twee"))
    body = read_docx(sheet(*blocks)).element.body

    assert [' TOC \\o "2-2" \\h \\z \\u '] == [item.text for item in body.xpath(".//w:instrText")]
    assert "Een, Twee" in docx_text(sheet(*blocks))


def test_a_cell_is_filled_and_a_frame_drawn() -> None:
    table = Table(("a",), ((cell("x", fill="#1F6DB3"),),), (1,))
    body = read_docx(sheet(table, Note((line("y"),), "cut"))).element.body

    assert "1F6DB3" in body.xpath(".//w:shd/@w:fill")
    assert "dashed" in body.xpath(".//w:tcBorders/w:top/@w:val")


@given(st.text(max_size=40))
@settings(max_examples=5, deadline=None)
def test_no_text_breaks_the_file(text: str) -> None:
    made = docx_text(restyled(blocks=(line(text), line("after")), title=text, footer=text, author=text))

    assert made.endswith("after")


def test_markup_in_a_text_is_written_as_it_stands() -> None:
    assert '<w:p/> & "x" {PAGE}' == docx_text(sheet(line('<w:p/> & "x" {PAGE}')))


def test_a_character_that_xml_does_not_know_is_replaced() -> None:
    assert "bell \ufffd and \ufffd" == docx_text(sheet(line("bell \x07 and \ud800")))
