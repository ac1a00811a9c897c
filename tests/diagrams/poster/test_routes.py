from policy_engine.diagrams.overlay import NOTHING
from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.content import Content
from policy_engine.diagrams.poster.grid import Grid
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.routes import draw_routes
from policy_engine.diagrams.poster.sizes import Sizes
from policy_engine.diagrams.theme import Look
from tests.diagrams.poster.test_shapes import shaped

FIGURE = shaped(
    """
initial: one
states:
  one: {on: {a: two, c: help}}
  two: {on: {a: three, d: help}}
  three: {type: final}
  help: {on: {b: one}}
"""
)
PRESS = Press(Content(FIGURE, ("",), "full"), Sizes(10), Look(), NOTHING)
GRID = Grid(left=0, right=420, main=250, side=270, card=20, width=220, lane=420)


def drawn(help_top: float) -> list[str]:
    """The lines between two cards of the ladder and one beside it, whose top is there."""
    canvas = Canvas()
    for top, card, chip in ((80, "one", "one.on.c.0"), (180, "two", "two.on.d.0")):
        canvas.block(f"state-{card}", Place(20, top, 220, 40))
        canvas.block(f"ref-{chip}", Place(60, top + 20, 50, 12))
    canvas.block("state-help", Place(270, help_top, 100, 40))
    draw_routes(PRESS, GRID, canvas)
    return [line.id for line in canvas.lines]


def test_lines_go_to_a_card_beside_the_ladder_where_nothing_is_in_the_way() -> None:
    assert ["link-one.on.c.0", "link-two.on.d.0"] == drawn(95)


def test_a_line_whose_head_would_touch_another_is_not_drawn() -> None:
    assert ["link-one.on.c.0"] == drawn(88)
