"""Arrowheads as triangles. Markers get lost when a drawing is imported elsewhere; triangles don't."""

from __future__ import annotations

from math import hypot

from policy_engine.diagrams.scene import Line, Point
from policy_engine.records import record

Triangle = tuple[Point, Point, Point]


@record
class Arrow:
    """A line as it is drawn. `shaft` ends where a head begins, so that no head is blunted by it."""

    shaft: tuple[Point, ...]
    heads: tuple[Triangle, ...]


def arrow_of(line: Line) -> Arrow:
    """The line's shaft and heads; the tip of a head is where the line ends."""
    shaft, heads = line.points, []
    if line.end:
        shaft, head = _headed(shaft, line.stroke.width)
        heads.append(head)
    if line.start:
        backwards, head = _headed(shaft[::-1], line.stroke.width)
        shaft = backwards[::-1]
        heads.append(head)
    return Arrow(shaft, tuple(heads))


def _headed(points: tuple[Point, ...], width: float) -> tuple[tuple[Point, ...], Triangle]:
    """The points with the last one drawn back to the base of a head, and that head."""
    (fromx, fromy), (tipx, tipy) = points[-2:]
    distance = hypot(tipx - fromx, tipy - fromy) or 1.0
    alongx, alongy = (tipx - fromx) / distance, (tipy - fromy) / distance
    # The last part of a line may be shorter than a head.
    length = min(4 + 2 * width, distance)
    half = length * 0.4
    basex, basey = tipx - length * alongx, tipy - length * alongy
    head = (
        (tipx, tipy),
        (basex - half * alongy, basey + half * alongx),
        (basex + half * alongy, basey - half * alongx),
    )
    return (*points[:-1], (basex, basey)), head
