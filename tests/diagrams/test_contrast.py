"""The check for contrast finds texts that are hard to read."""

import pytest

from policy_engine.diagrams.scene import Circle, Group, Item, Rect, Scene, Text
from tests.diagrams.contrast import contrast, faint, grey
from tests.diagrams.render.scenes import page


def found(*items: Item) -> list[str]:
    return faint(Scene(300, 200, items, "t", "en"))


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert 21 == pytest.approx(contrast("#000000", "#FFFFFF"))
    assert 1 == contrast("#123456", "#123456")
    assert 4.54 == pytest.approx(contrast("#767676", "#FFFFFF"), abs=0.01)


def test_a_printer_without_colours_makes_greys_of_them() -> None:
    assert ["#4C4C4C", "#969696", "#FFFFFF"] == [grey("#FF0000"), grey("#00FF00"), grey("#FFFFFF")]


def test_a_readable_page_passes() -> None:
    assert [] == faint(page())


def test_a_pale_text_is_found() -> None:
    assert ["“a” in #AAAAAA on #FFFFFF: 2.3"] == found(Text(50, 50, "a", 9, color="#AAAAAA"))


@pytest.mark.parametrize("shape", [Rect(40, 40, 30, 30, "#1A1A1A"), Circle(52, 48, 20, "#1A1A1A")])
def test_what_counts_is_what_was_painted_under_a_text(shape: Item) -> None:
    text = Text(50, 50, "a", 9)

    assert ["“a” in #1A1A1A on #1A1A1A: 1.0"] == found(Group("card", "c", (shape, text)))
    assert [] == found(text, shape)
    assert [] == found(shape, Rect(0, 0, 90, 90, "#FFFFFF"), Rect(0, 0, 90, 90), text)
    assert [] == found(shape, Text(150, 50, "a", 9))


def test_a_text_that_stands_out_in_colour_alone_is_found() -> None:
    ground = Rect(0, 0, 300, 200, "#00FF00")

    assert 5 < contrast("#595959", "#00FF00")
    assert ["“a” in #595959 on #00FF00: 2.4"] == found(ground, Text(50, 50, "a", 9, color="#595959"))
