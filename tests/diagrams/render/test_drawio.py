"""Scenes as a draw.io file."""

from typing import Any
from xml.etree import ElementTree

import pytest

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.render.drawio import to_drawio
from policy_engine.diagrams.scene import Circle, Group, Line, Rect, Scene, Stroke, Text
from tests.diagrams.render.scenes import BLUE, page


def cells(*scenes: Scene) -> list[dict[str, Any]]:
    """The cells of the first page, each with its place."""
    first = ElementTree.fromstring(to_drawio(scenes)).find("diagram/mxGraphModel/root")
    assert first is not None
    return [
        {
            **cell.attrib,
            "points": [(point.get("x"), point.get("y")) for point in cell.iter("mxPoint")],
            "at": [] if geometry is None else [geometry.get(key) for key in ("x", "y", "width", "height")],
        }
        for cell in first
        for geometry in [cell.find("mxGeometry")]
    ]


def drawn(*items: Any) -> list[dict[str, Any]]:
    return cells(Scene(300, 200, items, "t", "nl"))[2:]


def style(cell: dict[str, Any]) -> dict[str, str]:
    return dict(part.split("=") for part in cell["style"].split(";") if "=" in part)


def test_each_scene_is_a_page_of_its_size() -> None:
    pages = ElementTree.fromstring(to_drawio((page(), page()))).findall("diagram/mxGraphModel")

    assert [("416.67", "277.78")] * 2 == [(one.get("pageWidth"), one.get("pageHeight")) for one in pages]


def test_every_text_is_there_and_every_cell_has_an_id_of_its_own() -> None:
    found = cells(page())

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
    ] == [cell["value"] for cell in found if cell.get("value")]
    assert len(found) == len({cell["id"] for cell in found})


def test_a_card_holds_what_is_in_it() -> None:
    by_id = {cell["id"]: cell for cell in cells(page())}

    card, number = by_id["card-listen"], by_id["card-listen.2"]
    assert ["27.78", "27.78", "222.22", "55.56"] == card["at"]
    assert ("1", "1") == (style(card)["container"], style(card)["rounded"])
    assert ("card-listen", "1") == (number["parent"], number["value"])


def test_a_pill_is_one_cell_with_its_text() -> None:
    [pill] = [cell for cell in cells(page()) if cell["id"].startswith("pill")]

    assert ("pill-insult", "scheldt – “é” →", "1") == (pill["id"], pill["value"], pill["parent"])


def test_a_line_is_tied_to_what_it_joins_where_it_ends() -> None:
    by_id = {cell["id"]: cell for cell in cells(page())}

    insult, calm = by_id["link-insult.1"], by_id["link-calm.1"]
    assert ("card-listen", "card-warn") == (insult["source"], insult["target"])
    assert ("0.62", "1", "0.62", "0") == tuple(
        style(insult)[key] for key in ("exitX", "exitY", "entryX", "entryY")
    )
    assert ("none", "block") == (style(insult)["startArrow"], style(insult)["endArrow"])
    assert ("block", "5.56 2.78") == (style(calm)["startArrow"], style(calm)["dashPattern"])


def test_a_line_keeps_its_corners() -> None:
    root = ElementTree.fromstring(to_drawio((page(),)))

    [calm] = [cell for cell in root.iter("mxCell") if cell.get("id") == "link-calm.1"]
    points = [(point.get("x"), point.get("y"), point.get("as")) for point in calm.iter("mxPoint")]
    assert [
        ("250", "194.44", "sourcePoint"),
        ("250", "55.56", "targetPoint"),
        ("333.33", "194.44", None),
        ("333.33", "55.56", None),
    ] == points


def test_a_line_that_touches_nothing_is_free() -> None:
    [line] = drawn(Line(((10, 10), (50, 10)), Stroke("#FF0000")))

    assert ("1.1", "1") == (line["id"], line["parent"])
    assert not {"source", "target"} & set(line)


def test_a_line_of_a_sign_moves_with_its_card() -> None:
    hand = Line(((20, 50), (20, 60)), Stroke("#000000"))
    clock = Group("note", "clock", (Circle(20, 60, 10, "#FFFFFF"), hand))

    _, _, line = drawn(Group("card", "c", (Rect(20, 20, 100, 60, "#FFFFFF"), clock)))

    assert ("c", "c.2") == (line["parent"], line["id"])
    assert not {"source", "target"} & set(line)
    assert [("0", "41.67"), ("0", "55.56")] == line["points"]


def test_a_group_without_a_rectangle_only_names_nothing() -> None:
    circle, text = drawn(Group("note", "n", (Circle(50, 50, 18, "#FF0000"), Text(9, 9, "a", 9))))

    assert (["44.44", "44.44", "50", "50"], "1") == (circle["at"], circle["parent"])
    assert ("a", "1") == (text["value"], text["parent"])


def test_a_pill_that_shows_more_than_a_text_holds_it() -> None:
    shapes = (Rect(5, 5, 50, 12, "#FFFFFF", BLUE), Circle(10, 9, 3, "#000000"), Text(15, 9, "a", 9))

    assert ["p", "p.1", "p.2"] == [cell["id"] for cell in drawn(Group("pill", "p", shapes))]


def test_lines_of_a_paragraph_are_one_text() -> None:
    [text] = drawn(*(Text(50, 20 + 11 * row, f"line {row}", 9, anchor="end") for row in range(3)))

    assert ("line 0\nline 1\nline 2", "right") == (text["value"], style(text)["align"])


def test_a_text_that_is_partly_bold_is_written_as_html() -> None:
    [text] = drawn(Text(5, 20, "a < b", 9), Text(5 + width("a < b ", 9), 20, "→ 5", 9, bold=True))

    assert ("a &lt; b<b> → 5</b>", "1") == (text["value"], style(text)["html"])


@pytest.mark.parametrize(
    ("said", "read"), [('"/><mxCell id="x', '"/><mxCell id="x'), ("a & \x07", "a & \ufffd")]
)
def test_what_a_policy_says_is_never_markup(said: str, read: str) -> None:
    card, text = drawn(Group("card", said, (Rect(0, 0, 9, 9), Text(9, 9, said, 9))))

    assert (read, read) == (card["id"], text["value"])


def test_the_same_scene_gives_the_same_text() -> None:
    assert to_drawio((page(),)) == to_drawio((page(),))
