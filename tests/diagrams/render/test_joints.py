"""What the ends of lines touch."""

import pytest

from policy_engine.diagrams.render.joints import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    holders_of,
    joined,
    middle_of,
    side_of,
)
from policy_engine.diagrams.scene import Group, Line, Point, Rect, Scene, Stroke
from tests.diagrams.render.scenes import page

BLACK = Stroke("#000000")
RECT = Rect(10, 20, 100, 40)


def test_cards_pills_and_boxes_can_be_joined() -> None:
    assert ["card-listen", "card-warn", "pill-insult"] == list(holders_of(page()))


def test_a_group_without_a_rectangle_cannot_be_joined() -> None:
    assert {} == holders_of(Scene(9, 9, (Group("card", "c", ()),), "t", "en"))


@pytest.mark.parametrize(
    ("points", "touched"),
    [
        (((100, 60), (100, 120)), ("card-listen", "card-warn")),
        (((100, 61), (100, 79)), ("card-listen", "pill-insult")),
        (((100, 65), (100, 70)), (None, None)),
        (((100, 40), (182, 40)), (None, None)),
        (((181, 40), (250, 40)), ("card-listen", None)),
    ],
)
def test_an_end_near_a_border_touches_it(
    points: tuple[Point, ...], touched: tuple[str | None, str | None]
) -> None:
    assert touched == joined(Line(points, BLACK), holders_of(page()), None)


def test_what_a_link_names_is_preferred() -> None:
    around = Group("box", "talk", (Rect(20, 20, 200, 150),))
    scene = Scene(300, 200, (*page().items, around), "t", "en")
    line = Line(((20, 40), (5, 40)), BLACK)

    holders = holders_of(scene)
    assert ("card-listen", None) == joined(line, holders, None)
    assert ("talk", None) == joined(line, holders, Group("link", "l", (line,), source="talk", target="gone"))


@pytest.mark.parametrize(
    ("point", "side", "middle"),
    [
        ((30, 20), TOP, (60, 20)),
        ((30, 60), BOTTOM, (60, 60)),
        ((10, 30), LEFT, (10, 40)),
        ((110, 30), RIGHT, (110, 40)),
    ],
)
def test_a_point_on_the_border_is_on_a_side(point: Point, side: int, middle: Point) -> None:
    assert side == side_of(point, RECT)
    assert middle == middle_of(side, RECT)
