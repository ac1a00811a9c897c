"""Sheets as PDF and PNG."""

import io
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from policy_engine.diagrams.sheets.data import sheet_data
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Cell,
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
    cell,
    line,
)
from policy_engine.diagrams.sheets.sizes import FOOT, margin_of
from policy_engine.diagrams.sheets.typst import sheet_pdf, sheet_png
from policy_engine.errors import PrintError
from tests.diagrams.sheets.samples import (
    SCENE,
    TEXTS,
    ends,
    least_size,
    pdf_text,
    read_pdf,
    restyled,
    sheet,
    tags,
    tongues,
)


@pytest.mark.no_cover
def test_every_text_can_be_found_in_reading_order() -> None:
    words = pdf_text(sheet()).split()
    place = 0
    for text in TEXTS:
        place = words.index(text, place)

    assert place < len(words)


def test_the_pdf_is_tagged_with_headings_lists_tables_and_figures() -> None:
    reader = read_pdf(sheet())
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_object().get_data()

    found = set(tags(reader))
    assert {
        "/H1",
        "/H2",
        "/H3",
        "/P",
        "/L",
        "/LI",
        "/Table",
        "/TH",
        "/TD",
        "/Figure",
        "/TOC",
        "/Link",
    } <= found
    assert root["/MarkInfo"]["/Marked"]
    assert "nl" == root["/Lang"]
    assert b"pdfuaid:part>1<" in metadata


def test_words_of_another_language_say_so() -> None:
    assert {"en-GB"} == tongues(read_pdf(sheet(line("dag"), line("hello", language="en-GB")))) - {"nl"}


def test_the_shipped_fonts_alone_are_in_it() -> None:
    names = set()
    for page in read_pdf(sheet()).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            [inner] = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            names.add(str(descriptor["/FontName"]).split("+")[1])

    assert {"LiberationSans", "LiberationSans-Bold"} == names


@pytest.mark.parametrize("date", ["2026-11-21", None])
def test_the_same_sheet_gives_the_same_bytes(date: str | None) -> None:
    assert sheet_pdf(sheet(date=date)) == sheet_pdf(sheet(date=date))


def test_title_author_and_date_are_the_policys() -> None:
    information: Any = read_pdf(sheet()).metadata

    assert "Rollenspel: het pakket" == information["/Title"]
    assert "Klantenservice" == information["/Author"]
    assert information["/CreationDate"].startswith("D:20261121")


def feet(*sheets: Sheet) -> list[str]:
    return [page.extract_text().split("\n")[-1] for page in read_pdf(*sheets).pages]


def test_each_sheet_counts_its_own_pages_below_its_own_footer_and_begins_on_paper_of_its_own() -> None:
    assert [
        "Ladder v1.0.0 1 / 3",
        "Ladder v1.0.0 2 / 3",
        "Ladder v1.0.0 3 / 3",
        "",
        "Other 1 / 1",
    ] == feet(sheet(), restyled(footer="Other", blocks=(line("x"),)))


def test_a_back_that_would_be_empty_is_for_notes() -> None:
    one = restyled(footer="One", notes="Aantekeningen", blocks=(line("x"),))
    two = restyled(footer="Two", notes="Aantekeningen", blocks=(line("x"), PageBreak(), line("y")))

    assert ["One 1 / 2", "One 2 / 2", "Two 1 / 2", "Two 2 / 2"] == feet(one, two)
    assert "Aantekeningen" in read_pdf(one, two).pages[1].extract_text()
    assert "Aantekeningen" not in read_pdf(one, two).pages[3].extract_text()
    assert ["One 1 / 1"] == feet(one)


def tall(rows: int, snug: bool) -> Sheet:
    row = (cell("a"), cell("b"))
    table = Table(("x", "y"), tuple((row[0], Cell(())) for _ in range(rows)), (1, 1), rise=40)
    return restyled(snug=snug, blocks=(table, line("last")))


def test_rows_give_way_where_that_saves_a_page() -> None:
    assert 2 == len(read_pdf(tall(16, snug=False)).pages)
    assert 1 == len(read_pdf(tall(16, snug=True)).pages)


def test_what_grows_fills_the_page_and_no_more() -> None:
    asked = Together((Note((line("score"),)), Fields((Field("strong"), Field("again")), 2, grows=True)))
    lines = Numbered(((line("why"), WriteLine(grows=True)), (line("how"), WriteLine(grows=True))))
    for block in (asked, lines):
        assert 1 == len(read_pdf(restyled(snug=True, blocks=(line("x"), block))).pages)
        assert 2 == len(read_pdf(restyled(snug=True, blocks=(line("x"), block, PageBreak(), block))).pages)


@pytest.mark.parametrize("count", [7, 200])
def test_a_short_index_has_two_columns_of_one_length(count: int) -> None:
    terms = tuple(f"term{number:03}" for number in range(count))
    blocks = (Paragraph((Run("x"),), terms=terms), PageBreak(), Index())
    pages = [page.extract_text().split() for page in read_pdf(restyled(blocks=blocks)).pages]
    found = [word for page in pages[1:] for word in page if word.startswith("term")]

    assert list(terms) == found
    assert (2 if count == 7 else 4) >= len(pages)


def test_the_rest_of_a_page_is_to_write_on_where_enough_is_left() -> None:
    def pages(high: float) -> list[str]:
        blocks = (Gap(high), Rest("Ruimte"))
        return [page.extract_text() for page in read_pdf(restyled(snug=True, blocks=blocks)).pages]

    assert ["Ruimte" in page for page in pages(2)] == [True]
    assert ["Ruimte" in page for page in pages(56)] == [False]


def test_a_footer_of_more_lines_takes_more_of_the_page() -> None:
    [short, long] = [sheet_data(0, restyled(footer=words)) for words in ("Ladder", "Een lang protocol " * 20)]

    assert FOOT == short["foot"] < long["foot"]
    assert FOOT < sheet_data(0, restyled(footer="Een protocol " * 8, large=True))["foot"]
    assert short["room"] - long["room"] == pytest.approx(long["foot"] - short["foot"])


def test_contents_and_index_name_the_pages() -> None:
    text = pdf_text(sheet())

    assert "Draaiboek . " in text
    assert " 1 Poster . " in text
    assert "Één 1 ezel 1 zet 1" in text


@pytest.mark.parametrize(("large", "least"), [(False, 9), (True, 16)])
def test_no_letter_is_too_small(large: bool, least: float) -> None:
    # The drawing brings its own sizes along.
    blocks = tuple(block for block in sheet().blocks if type(block).__name__ != "Drawing")

    assert least <= least_size(sheet(*blocks, large=large))


def test_a_drawing_can_be_a_page_of_its_own_in_its_own_size() -> None:
    pages = read_pdf(sheet(line("before"), Drawing(SCENE, whole=True), line("after"))).pages

    assert [595, 400, 595] == [round(page.mediabox.width) for page in pages]
    assert ["before Ladder v1.0.0 1 / 3", "Herkennen", "after Ladder v1.0.0 3 / 3"] == [
        " ".join(page.extract_text().split()) for page in pages
    ]


def test_a_frame_longer_than_a_page_goes_on_on_the_next() -> None:
    text = pdf_text(sheet(Note(tuple(line(f"line {number}") for number in range(120)))))

    assert all(f"line {number}" in text for number in range(120))


def test_a_table_repeats_its_header() -> None:
    rows = tuple((cell(str(number)), cell("x")) for number in range(80))
    pages = read_pdf(sheet(Table(("Number", "Mark"), rows, (1, 1)))).pages

    assert ["Number Mark"] * len(pages) == [page.extract_text().split("\n")[0] for page in pages]
    assert 1 < len(pages)


@pytest.mark.parametrize("language", ["", "xx-unknown-private"])
def test_a_language_that_no_page_knows_leaves_it_english(language: str) -> None:
    assert pdf_text(sheet(line("hello"), language=language)).startswith("hello")


NASTY = (
    '#read("/etc/passwd")',
    '"; #panic("x") //',
    "*bold* _it_ `raw` $x^2$ <label> @ref",
    "\\u{41} \\ ] } ) [#let x = 1]",
    "= Heading /* comment */ --- ...",
    "#sys.inputs",
)


@pytest.mark.parametrize("text", NASTY)
def test_markup_in_a_text_is_printed_as_it_stands(text: str) -> None:
    blocks = (
        Heading(1, text, anchor=text, terms=(text,)),
        line(text, bold=True),
        Table((text,), ((Cell((line(text),)),),), (1,)),
        Paragraph((Run(text, link=text),)),
    )

    assert 6 == pdf_text(restyled(blocks=blocks, footer=text, title=text, author=text)).count(text)


@given(st.text(max_size=40))
@settings(max_examples=15, deadline=None)
def test_no_text_breaks_out(text: str) -> None:
    after = pdf_text(restyled(blocks=(line(text), line("after")), title=f"t{text}", footer=text, author=text))

    assert "after" in after


def test_a_character_that_the_fonts_lack_is_a_square() -> None:
    assert "hello □ bell □" in pdf_text(sheet(line("hello \U0001f600 bell \x07")))


LONG = "Vertrouwenspersoon" * 12


@pytest.mark.parametrize(
    "block",
    [
        line(LONG),
        line(LONG, bold=True, size="big"),
        Heading(1, LONG),
        Bullets(((line(LONG),),)),
        Note((line(LONG),)),
        Beside(((line("x"),), (line(LONG),)), (1, 1)),
        Table((LONG, LONG), ((cell(LONG), Cell((TickBox((Run(LONG),)),))),), (1, 1)),
        Fields((Field(LONG, LONG), Field(LONG)), 2),
        TickBox((Run(LONG),)),
        WriteLine(LONG),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_word_wider_than_its_place_is_broken(block: Block) -> None:
    page = restyled(blocks=(block,))
    edge = page.paper.width - margin_of(page)

    # What is read says where a piece begins to within a space.
    assert max(ends(page)) <= edge + 5
    assert LONG in pdf_text(page).replace(" ", "").replace("\u200b", "")


def test_each_page_is_a_picture() -> None:
    pictures = [Image.open(io.BytesIO(page)) for page in sheet_png(sheet(), ppi=36)]

    assert 3 == len(pictures)
    assert {(298, 421)} == {picture.size for picture in pictures}


def test_one_page_is_one_picture() -> None:
    assert 1 == len(sheet_png(sheet(line("x")), ppi=36))


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(PrintError, match=r"pip install 'policy-engine\[print\]'"):
        sheet_pdf(sheet())
