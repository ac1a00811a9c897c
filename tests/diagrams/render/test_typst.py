"""Scenes as PDF and PNG."""

import io
import sys
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from PIL import Image

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.render.typst import to_pdf, to_png
from policy_engine.diagrams.scene import Group, Line, Rect, Scene, Stroke, Text
from policy_engine.errors import PrintError
from policy_engine.records import changed
from tests.diagrams.render.scenes import page


def pdf(*scenes: Scene, date: str | None = "2026-11-21", language: str = "nl") -> bytes:
    return to_pdf(scenes, title="Ladder & meer", author="Team Zorg", date=date, language=language)


def read(*scenes: Scene) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf(*scenes)))


def drawn(*items: Text | Rect | Line | Group, steps: tuple[str, ...] = ()) -> Scene:
    return Scene(300, 200, items, "t", "nl", steps)


def tags(reader: pypdf.PdfReader) -> list[tuple[str, str | None]]:
    """The kind and the language of each element of the structure, in reading order."""
    return [(element["/S"], element.get("/Lang")) for element in elements(root(reader)["/StructTreeRoot"])]


def root(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_every_text_can_be_found_in_the_order_of_the_scene() -> None:
    [found] = [sheet.extract_text().splitlines() for sheet in read(page()).pages]

    assert [
        'Ladder <&> "één"',
        "1",
        "Herkennen",
        "“I hear you are angry.”",
        "2",
        "Waarschuwen",
        "“Please stop.”",
        "scheldt – “é” →",
        "versie 1.0",
    ] == found


def test_each_scene_is_a_page_of_its_own_size() -> None:
    reader = read(page(), changed(page(), width=500, height=100))

    assert [(300, 200), (500, 100)] == [
        (sheet.mediabox.width, sheet.mediabox.height) for sheet in reader.pages
    ]


def test_the_document_is_marked_as_accessible() -> None:
    reader = read(page())

    xmp = reader.xmp_metadata
    assert xmp is not None
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp.stream.get_data().decode()
    assert (True, "nl") == (root(reader)["/MarkInfo"]["/Marked"], root(reader)["/Lang"])
    assert root(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert ("Ladder & meer", "Team Zorg") == (reader.metadata.title, reader.metadata.author)


def test_the_picture_says_in_words_what_it_shows() -> None:
    figures = [
        element for element in elements(root(read(page()))["/StructTreeRoot"]) if element["/S"] == "/Figure"
    ]

    assert ["1. Herkennen 2. Waarschuwen"] == [figure["/Alt"] for figure in figures]


def test_a_picture_without_words_is_decoration() -> None:
    reader = read(drawn(Rect(1, 1, 9, 9, "#FF0000"), Text(20, 20, "a", 9)))

    assert [("/Document", None), ("/P", None)] == tags(reader)


def test_a_text_in_another_language_says_so() -> None:
    scene = drawn(
        Text(9, 9, "een", 9), Text(9, 40, "one", 9, language="en-GB"), Text(9, 80, "?", 9, language="x")
    )

    assert [("/Document", None), ("/P", None), ("/P", "en-GB"), ("/P", None)] == tags(read(scene))


def test_lines_below_each_other_are_one_paragraph() -> None:
    lines = [Text(50, 20 + 11 * row, f"line {row}", 9, anchor="middle") for row in range(3)]
    apart = Text(50, 80, "apart", 9, anchor="middle")

    scene = drawn(*lines, apart, Group("note", "n", (Text(50, 91, "in a group", 9, anchor="middle"),)))

    assert ["/Document", "/P", "/P", "/P"] == [tag for tag, _ in tags(read(scene))]


def test_lines_at_uneven_distances_are_no_paragraph() -> None:
    scene = drawn(Text(5, 20, "a", 9), Text(5, 30, "b", 9), Text(5, 42, "c", 9))

    assert ["/Document", "/P", "/P"] == [tag for tag, _ in tags(read(scene))]


def test_a_line_of_several_runs_is_one_paragraph_that_says_their_languages() -> None:
    start = Text(5, 20, "kalm /", 9)
    scene = drawn(start, Text(5 + width("kalm / ", 9), 20, "calm", 9, bold=True, language="en"))

    [sheet] = read(scene).pages
    contents = sheet.get_contents()
    assert contents is not None
    assert "kalm / calm" == sheet.extract_text()
    assert ["/Document", "/P"] == [tag for tag, _ in tags(read(scene))]
    assert b"/Span<</MCID 1/Lang(en)>>BDC" in contents.get_data()


def test_headings_begin_at_the_first_level_and_skip_none() -> None:
    scene = drawn(Text(5, 20, "card", 9, level=2), Text(5, 60, "b", 9, level=3), Text(5, 99, "c", 9, level=1))

    assert ["/Document", "/H1", "/H2", "/H1"] == [tag for tag, _ in tags(read(scene, page()))][:4]


def test_the_fonts_are_in_the_document() -> None:
    resources: Any = read(page()).pages[0]["/Resources"]
    fonts = resources["/Font"].values()

    descriptors = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert 2 == len(descriptors)
    assert all("/FontFile2" in descriptor for descriptor in descriptors)
    assert all("+LiberationSans" in descriptor["/FontName"] for descriptor in descriptors)


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert pdf(page()) == pdf(page())
    assert to_png(page(), 72) == to_png(page(), 72)


def test_a_document_without_a_date_bears_a_fixed_one() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(page(), date=None)))

    assert reader.metadata is not None
    assert "D:20000101000000Z" == reader.metadata.creation_date_raw


def test_a_document_may_have_neither_author_nor_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(to_pdf((page(),), title="t", author=None, date=None, language="")))

    assert reader.metadata is not None
    assert None is reader.metadata.author


@pytest.mark.parametrize(
    "words", ['#panic("x")', "*bold* _x_ $y$ \\ // c", '"); #image("/etc/passwd")', "a -- 'b'"]
)
def test_what_a_policy_says_is_never_markup(words: str) -> None:
    assert words == read(drawn(Text(5, 20, words, 9))).pages[0].extract_text()


def test_a_character_that_the_fonts_lack_is_a_square() -> None:
    assert "a □ b" == read(drawn(Text(5, 20, "a \U0001f600\tb", 9))).pages[0].extract_text()


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 90), ("end", 80)])
def test_a_text_is_drawn_where_the_scene_says(anchor: Any, left: int) -> None:
    # The letter i of this size is 20 points wide, and its stem stands in the middle of that.
    [size] = [20 * 2048 / 455]
    picture = Image.open(io.BytesIO(to_png(drawn(Text(100, 150, "i", size, anchor=anchor)), 72)))

    columns = [x for x in range(300) if picture.getpixel((x, 140)) != (255, 255, 255, 255)]
    rows = [y for y in range(200) if picture.getpixel((left + 10, y)) != (255, 255, 255, 255)]
    assert left + 10 in columns
    assert max(columns) - min(columns) < 10
    assert 149 == rows[-1]


def test_shapes_are_drawn_where_the_scene_says() -> None:
    line = Line(((100, 100), (200, 100), (200, 150)), Stroke("#00FF00", 4))
    scene = drawn(Rect(10, 20, 30, 40, "#FF0000"), line)

    picture = Image.open(io.BytesIO(to_png(scene, 72)))

    assert (300, 200) == picture.size
    red, green, white = (255, 0, 0, 255), (0, 255, 0, 255), (255, 255, 255, 255)
    assert [red, red, white, white] == [
        picture.getpixel(at) for at in [(10, 20), (39, 59), (9, 20), (40, 59)]
    ]
    assert [green, green, white] == [picture.getpixel(at) for at in [(150, 100), (200, 149), (150, 105)]]


@pytest.mark.parametrize("form", ["PDF", "PNG"])
def test_without_typst_one_sentence_says_what_to_install(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(PrintError) as raised:
        pdf(page()) if form == "PDF" else to_png(page())

    problem, advice = str(raised.value).split("; ")
    assert f"`typst` is not installed, which writing {form} needs" == problem
    assert "install it with `pip install 'policy-engine[print]'`" == advice


def test_a_heading_looks_like_any_text_of_its_size() -> None:
    heading, plain = (
        drawn(Text(20, 50, "Two words", 18, level=level), Text(20, 71, "in two lines", 18, level=level))
        for level in (1, 0)
    )

    assert to_png(plain, 72) == to_png(heading, 72)
