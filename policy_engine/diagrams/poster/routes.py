"""Lines that the page has room for beside those of the ladder: from a chip back up the ladder, or over to the
side lane. A line that would cross anything is not drawn; the chip says where to go all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.grid import Grid
from policy_engine.diagrams.poster.links import draw_link
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.scene import Point

Route = tuple[Point, ...]
_CLEAR = 1.0  # from a line to anything else, in points
_HEADS = 5.0  # from a line to another, so that their heads have room


def draw_routes(press: Press, grid: Grid, canvas: Canvas) -> None:
    """Draws what there is room for, the shortest ways first."""
    wanted = [
        (length(route), route, exit, target)
        for exits in press.content.exits.values()
        for exit in exits
        for target, route in _routes(press, grid, exit, canvas)
    ]
    done: set[str] = set()
    for _, route, exit, target in sorted(wanted, key=lambda one: (one[0], one[2].id)):
        chip = f"ref-{exit.id}"
        if exit.id not in done and _free(route, {chip, f"state-{exit.shown.source}", target}, canvas):
            done.add(exit.id)
            draw_link(press, exit, "", route, (chip, target), canvas, head=True)


def length(route: Route) -> float:
    """How long a route is, in points."""
    return sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pairwise(route))


def _routes(press: Press, grid: Grid, exit: Exit, canvas: Canvas) -> Iterator[tuple[str, Route]]:
    chip = canvas.places.get(f"ref-{exit.id}")
    arrivals = tuple(dict.fromkeys(exit.shown.arrivals))
    if chip is None or exit.shown.back or len(arrivals) != 1 or arrivals == (exit.shown.source,):
        return
    target = f"state-{arrivals[0]}"
    place = canvas.places[target]
    edge = grid.card + grid.width
    own = canvas.places.get(f"state-{exit.shown.source}")
    inside = own is not None and own.y < chip.middle < own.bottom
    start = (own.right if own is not None and inside else chip.right, chip.middle)
    if chip.right > edge:
        return
    if place.x > edge:
        if place.y < chip.middle < place.bottom:
            yield target, (start, (place.x, chip.middle))
        else:
            middle = (grid.main + grid.side) / 2
            yield target, (start, (middle, chip.middle), (middle, place.middle), (place.x, place.middle))
    elif exit.shown.tone == "calms" and abs(place.right - edge) < _CLEAR and place.bottom < chip.y:
        # Between the borders of two boxes, so that it runs along neither.
        lane = edge + 1.5 * press.sizes.pad
        if lane < grid.main - _CLEAR:
            yield target, (start, (lane, chip.middle), (lane, place.middle), (edge, place.middle))


def _free(route: Route, own: set[str], canvas: Canvas) -> bool:
    """Whether a route crosses nothing but borders of boxes, and runs along no other line."""
    around = [canvas.places[id] for id in own if id in canvas.places]
    parts = list(pairwise(route))
    for place in canvas.solid:
        if place not in around and any(_through(part, place) for part in parts):
            return False
    others = [part for way in canvas.ways for part in pairwise(way)]
    return not any(_along(part, other) for part in parts for other in others)


def _through(part: tuple[Point, Point], place: Place) -> bool:
    (x1, y1), (x2, y2) = part
    return (
        min(x1, x2) < place.right + _CLEAR
        and max(x1, x2) > place.x - _CLEAR
        and min(y1, y2) < place.bottom + _CLEAR
        and max(y1, y2) > place.y - _CLEAR
    )


def _along(part: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two lines meet: a reader could not tell which is which."""
    (x1, y1), (x2, y2) = part
    (x3, y3), (x4, y4) = other
    return (
        min(x1, x2) < max(x3, x4) + _HEADS
        and max(x1, x2) > min(x3, x4) - _HEADS
        and min(y1, y2) < max(y3, y4) + _HEADS
        and max(y1, y2) > min(y3, y4) - _HEADS
    )
