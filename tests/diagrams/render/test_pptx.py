"""Scenes as PowerPoint slides."""

import io
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.render.pptx import to_pptx
from policy_engine.diagrams.scene import Circle, Group, Line, Rect, Scene, Stroke, Text
from policy_engine.errors import PrintError
from policy_engine.records import changed
from tests.diagrams.render.scenes import BLUE, page

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def slides(*scenes: Scene) -> Any:
    return Presentation(io.BytesIO(to_pptx(scenes))).slides


def drawn(*items: Any, steps: tuple[str, ...] = ()) -> Scene:
    return Scene(300, 200, items, "t", "nl", steps)


def all_shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and "GROUP" in str(shape.shape_type):
            yield from all_shapes(shape.shapes)


def named(slide: Any) -> dict[str, Any]:
    return {shape.name: shape for shape in slide.shapes}


def words(slide: Any) -> list[str]:
    return [
        shape.text_frame.text
        for shape in all_shapes(slide.shapes)
        if shape.has_text_frame and shape.text_frame.text
    ]


def test_each_scene_is_a_slide_of_its_size_that_holds_every_text() -> None:
    presentation = Presentation(io.BytesIO(to_pptx((page(), page()))))

    assert (Pt(300), Pt(200)) == (presentation.slide_width, presentation.slide_height)
    assert 2 == len(presentation.slides)
    assert {
        'Ladder <&> "één"',
        "1",
        "Herkennen",
        "“I hear you are angry.”",
        "2",
        "Waarschuwen",
        "“Please stop.”",
        "scheldt – “é” →",
        "versie 1.0",
    } == set(words(presentation.slides[1]))


def test_a_card_is_a_group_that_is_spoken_of() -> None:
    card = named(slides(page())[0])["card-listen"]

    assert (Pt(20), Pt(20), Pt(160), Pt(40)) == (card.left, card.top, card.width, card.height)
    assert "1. Herkennen" == card._element.nvGrpSpPr.cNvPr.get("descr")
    assert ["1", "Herkennen", "“I hear you are angry.”"] == [
        shape.text_frame.text for shape in card.shapes if shape.text_frame.text
    ]


def test_a_pill_is_one_shape_with_its_text() -> None:
    pill = named(slides(page())[0])["pill-insult"]

    assert "scheldt – “é” →" == pill.text_frame.text
    assert "roundRect" == pill._element.spPr.prstGeom.get("prst")


def test_a_pill_that_shows_more_than_a_text_is_a_group() -> None:
    pill = Group(
        "pill", "p", (Rect(5, 5, 50, 12, "#FFFFFF", BLUE), Circle(10, 9, 3, "#000000"), Text(15, 9, "a", 9))
    )

    assert 3 == len(named(slides(drawn(pill))[0])["p"].shapes)


def test_lines_are_connectors_that_are_glued_to_what_they_join() -> None:
    slide = slides(page())[0]
    numbers = {shape.shape_id: shape for shape in all_shapes(slide.shapes)}

    connectors = [shape for shape in slide.shapes if shape._element.tag.endswith("cxnSp")]
    ends = [
        (connector.name, [numbers[end.id].name for end in (glue.stCxn, glue.endCxn)])
        for connector in connectors
        for glue in [connector._element.nvCxnSpPr.cNvCxnSpPr]
    ]
    assert len(numbers) == len(list(all_shapes(slide.shapes)))
    # The first ends away from the middle of a side, so there are dots; the second has two corners.
    assert ["link-insult", "link-calm", "link-calm"] == [name for name, _ in ends]
    [(_, insult), (_, calm), (_, calms)] = ends
    assert insult[0].startswith("dot")
    assert ("shape 3", "shape 2") == (calm[0], calms[1])
    assert calm[1] == calms[0]


def test_a_dot_that_holds_a_line_moves_with_its_card() -> None:
    card = named(slides(page())[0])["card-listen"]

    assert 1 == len([shape for shape in card.shapes if shape.name.startswith("dot")])


@pytest.mark.parametrize(
    ("points", "sides"),
    [
        (((10, 10), (50, 10), (50, 90), (90, 90)), [(None, 0), (2, None)]),
        (((90, 10), (50, 10), (50, 90), (10, 90)), [(None, 0), (2, None)]),
        (((10, 90), (10, 50), (80, 50), (80, 10)), [(None, 1), (3, None)]),
        (((80, 10), (80, 50), (10, 50), (10, 90)), [(None, 3), (1, None)]),
    ],
)
def test_pieces_of_a_line_meet_at_the_sides_of_a_dot(points: Any, sides: list[tuple[Any, Any]]) -> None:
    first, second, dot = slides(drawn(Line(points, BLUE)))[0].shapes

    glue = [shape._element.nvCxnSpPr.cNvCxnSpPr for shape in (first, second)]
    assert [dot.shape_id] * 2 == [glue[0].endCxn.id, glue[1].stCxn.id]
    assert sides == [(getattr(one.stCxn, "idx", None), getattr(one.endCxn, "idx", None)) for one in glue]


def test_a_line_that_touches_nothing_is_free() -> None:
    [connector] = slides(drawn(Line(((10, 10), (50, 10)), BLUE)))[0].shapes

    assert "line" == connector.name
    assert None is connector._element.nvCxnSpPr.cNvCxnSpPr.stCxn


def test_a_line_of_a_sign_is_a_shape_of_its_card() -> None:
    hand = Line(((20, 50), (20, 60), (30, 60)), Stroke("#000000"))
    clock = Group("note", "clock", (Circle(20, 60, 10, "#FFFFFF"), hand))

    slide = slides(drawn(Group("card", "c", (Rect(20, 20, 100, 60, "#FFFFFF"), clock))))[0]

    line = named(slide)["c"].shapes[1].shapes[1]
    assert (Pt(20), Pt(50), Pt(10), Pt(10)) == (line.left, line.top, line.width, line.height)
    assert 2 == len(list(line._element.iter(f"{DRAWING}lnTo")))


@pytest.mark.parametrize(
    ("anchor", "x", "sides"), [("start", 55, (5, 0)), ("middle", 100, (0, 0)), ("end", 147, (0, 3))]
)
@pytest.mark.parametrize(("y", "ends"), [(72.465, (0, 2)), (73.465, (0, 0)), (75.465, (4, 0))])
def test_the_text_of_a_pill_stands_where_it_stood(
    anchor: Any, x: float, sides: tuple[int, int], y: float, ends: tuple[int, int]
) -> None:
    pill = Group("pill", "p", (Rect(50, 60, 100, 20, "#FFFFFF"), Text(x, y, "a", 10, anchor=anchor)))

    frame = named(slides(drawn(pill))[0])["p"].text_frame
    assert sides == (frame.margin_left.pt, frame.margin_right.pt)
    assert ends == (frame.margin_top.pt, frame.margin_bottom.pt)
    assert "MIDDLE" in str(frame.vertical_anchor)


def test_heads_and_dashes_are_the_programs_own() -> None:
    line = Line(((10, 10), (50, 10), (50, 90), (90, 90)), Stroke("#FF0000", 2, (4, 2)), start=True, end=True)

    pieces = [shape._element for shape in slides(drawn(line))[0].shapes if "line" in shape.name]
    heads = [[len(list(piece.iter(DRAWING + end))) for end in ("headEnd", "tailEnd")] for piece in pieces]
    assert [[1, 0], [0, 1]] == heads
    [dash] = pieces[0].iter(f"{DRAWING}ds")
    assert ("200000", "100000") == (dash.get("d"), dash.get("sp"))


def test_the_first_heading_is_the_title_of_the_slide_and_the_steps_are_its_notes() -> None:
    title = Text(20, 30, "Ladder", 18, bold=True, level=1)

    with_title, without = slides(drawn(Group("header", "h", (title,)), steps=("1. a", "2. b")), drawn())

    assert "Ladder" == with_title.shapes.title.text_frame.text
    assert "1. a\n2. b" == with_title.notes_slide.notes_text_frame.text
    assert (None, False) == (without.shapes.title, without.has_notes_slide)


def test_lines_of_a_paragraph_are_reworded_together() -> None:
    lines = [Text(20, 30 + 12 * row, f"line {row}", 9, anchor="end") for row in range(3)]

    assert ["line 0\vline 1\vline 2"] == words(slides(drawn(*lines))[0])


def test_a_line_of_several_runs_is_one_text() -> None:
    bold = Text(5 + width("kalm ", 9), 20, "→ 5", 9, bold=True)

    [shape] = slides(drawn(Text(5, 20, "kalm", 9), bold))[0].shapes
    assert [("kalm", False), (" → 5", True)] == [
        (run.text, run.font.bold) for run in shape.text_frame.paragraphs[0].runs
    ]


def test_each_text_says_its_language() -> None:
    texts = (
        Text(9, 9, "een", 9),
        Text(9, 40, "one", 9, language="en"),
        Text(9, 80, "un", 9, language="fr-BE"),
    )

    languages = [
        run.get("lang")
        for shape in slides(drawn(*texts))[0].shapes
        for run in shape._element.iter(f"{DRAWING}rPr")
    ]
    assert ["nl-NL", "en-GB", "fr-BE"] == languages


def test_a_policy_without_a_language_says_none() -> None:
    [shape] = slides(changed(drawn(Text(9, 9, "a", 9)), language=""))[0].shapes

    assert [None] == [run.get("lang") for run in shape._element.iter(f"{DRAWING}rPr")]


def test_a_single_length_is_dash_and_gap() -> None:
    [line] = slides(drawn(Line(((10, 10), (50, 10)), Stroke("#FF0000", 2, (4,)))))[0].shapes

    assert [("200000", "200000")] == [
        (dash.get("d"), dash.get("sp")) for dash in line._element.iter(f"{DRAWING}ds")
    ]


def test_the_same_scene_gives_the_same_bytes_without_a_time() -> None:
    made = to_pptx((page(),))

    assert made == to_pptx((page(),))
    assert {(1980, 1, 1, 0, 0, 0)} == {
        part.date_time for part in zipfile.ZipFile(io.BytesIO(made)).infolist()
    }


@pytest.mark.parametrize(
    ("said", "read"), [("</a:t><x/>", "</a:t><x/>"), ("a & \x07", "a & \ufffd"), ("a" * 999, "a" * 999)]
)
def test_what_a_policy_says_is_never_markup(said: str, read: str) -> None:
    scene = changed(drawn(Group("card", said, (Text(9, 9, said, 9),), title=said), steps=(said,)), title=said)

    slide = slides(scene)[0]
    assert [read] == words(slide)
    assert read == slide.shapes[0].name


def test_an_empty_group_is_no_shape() -> None:
    assert 0 == len(slides(drawn(Group("card", "c", ())))[0].shapes)


def test_a_group_goes_around_everything_in_it() -> None:
    inner = Group("note", "n", (Circle(200, 100, 10, "#000000"), Line(((150, 150), (160, 180)), BLUE)))

    [group] = slides(drawn(Group("card", "c", (Rect(50, 50, 10, 10), inner))))[0].shapes
    assert (Pt(50), Pt(50), Pt(160), Pt(130)) == (group.left, group.top, group.width, group.height)


def test_without_the_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)

    with pytest.raises(
        PrintError, match=r"`python-pptx` is not installed, .* `pip install 'policy-engine\[print\]'`"
    ):
        to_pptx((page(),))
