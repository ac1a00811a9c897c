"""Lines with corners as chains of connectors, none of which has more than one corner.

Programs differ in where they put the corners of a connector that has several, and put a single one where it
was. The pieces of a line meet in knots, small shapes that can be moved, half-way between its corners.
"""

from __future__ import annotations

from itertools import pairwise

from policy_engine.diagrams.scene import Point
from policy_engine.records import record

Way = tuple[Point, ...]


@record
class Connector:
    """A line of two or three points. `x`, `y`, `width`, `height` are its frame before it is turned.

    It starts to the right, and goes down after its corner if it has one. `turned` (a quarter to the right,
    about its middle), `flipped` (its left and right) and `upended` (its top and bottom), the last two done
    first, make it run as it does.
    """

    bent: bool
    x: float
    y: float
    width: float
    height: float
    turned: bool
    flipped: bool
    upended: bool


def pieces_of(points: Way) -> tuple[Way, ...]:
    """The pieces of a line. Where one ends the next begins."""
    points = _corners(points)
    knots = [_middle(one, other) for one, other in pairwise(points[1:-1])]
    if not knots:
        return (points,)
    ends = (points[0], *knots, points[-1])
    return tuple(
        (begin, corner, end) for corner, (begin, end) in zip(points[1:-1], pairwise(ends), strict=True)
    )


def connector_of(piece: Way) -> Connector:
    """The connector that runs through the points of a piece."""
    (x1, y1), (x2, y2) = piece[0], piece[-1]
    bent = len(piece) > 2
    # Between points on a straight line nothing needs to be turned.
    turned = bent and piece[0][0] == piece[1][0]
    along, across = (y2 - y1, x2 - x1) if turned else (x2 - x1, y2 - y1)
    return Connector(
        bent=bent,
        x=(x1 + x2 - abs(along)) / 2,
        y=(y1 + y2 - abs(across)) / 2,
        width=abs(along),
        height=abs(across),
        turned=turned,
        flipped=along < 0,
        # Turning to the right sends what was below to the left.
        upended=across > 0 if turned else across < 0,
    )


def _corners(points: Way) -> Way:
    """The points without those in the middle of a straight part."""
    kept = [points[0]]
    for here, after in pairwise(points[1:]):
        before = kept[-1]
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return (*kept, points[-1])


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
