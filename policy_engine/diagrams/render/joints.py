"""What the ends of lines touch, so that a drawing program can glue them to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_engine.diagrams.scene import Group, Item, Line, Point, Rect, Scene

# An end this near to a border, in points, touches it.
_NEAR = 2.0
# What may be glued to, the likeliest first.
_GLUED = ("card", "pill", "box")
# The sides of a rectangle, as PowerPoint counts them.
TOP, LEFT, BOTTOM, RIGHT = range(4)
Holders = Mapping[str, Rect]


def holders_of(scene: Scene) -> Holders:
    """The rectangle of each card, pill and box, by the id of its group."""
    groups = sorted(_groups(scene.items), key=lambda group: _GLUED.index(group.kind))
    return {
        group.id: rect
        for group in groups
        if (rect := next((item for item in group.items if isinstance(item, Rect)), None)) is not None
    }


def joined(line: Line, holders: Holders, link: Group | None) -> tuple[str | None, str | None]:
    """The ids of the groups that the line's two ends touch; those that its link names are preferred."""
    ends = () if link is None else (link.source, link.target)
    named = tuple(name for name in ends if name is not None and name in holders)
    names = (*named, *(name for name in holders if name not in named))
    return _touched(line.points[0], holders, names), _touched(line.points[-1], holders, names)


def side_of(point: Point, rect: Rect) -> int:
    """The side of a rectangle that a point is nearest to."""
    x, y = point
    distances = {
        TOP: abs(y - rect.y),
        LEFT: abs(x - rect.x),
        BOTTOM: abs(y - rect.y - rect.height),
        RIGHT: abs(x - rect.x - rect.width),
    }
    return min(distances, key=lambda side: distances[side])


def middle_of(side: int, rect: Rect) -> Point:
    """The point half-way along a side."""
    x = {LEFT: rect.x, RIGHT: rect.x + rect.width}.get(side, rect.x + rect.width / 2)
    y = {TOP: rect.y, BOTTOM: rect.y + rect.height}.get(side, rect.y + rect.height / 2)
    return x, y


def _groups(items: Sequence[Item]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            if item.kind in _GLUED:
                yield item
            yield from _groups(item.items)


def _touched(point: Point, holders: Holders, names: tuple[str, ...]) -> str | None:
    return next((name for name in names if _distance(point, holders[name]) < _NEAR), None)


def _distance(point: Point, rect: Rect) -> float:
    """From a point to the border of a rectangle."""
    x, y = point
    aside = max(rect.x - x, x - rect.x - rect.width)
    above = max(rect.y - y, y - rect.y - rect.height)
    # Inside both are negative and the nearest side counts; outside the farther of the two does.
    return abs(max(aside, above))
