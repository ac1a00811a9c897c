"""A scene as the shapes of one slide.

A card or box is a group, a pill is one shape with its text, and lines are connectors that are glued to what
they join: to the middle of a side, or to a dot on the border where they end elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from policy_engine.diagrams.render import drawing_ml as ml
from policy_engine.diagrams.render.connectors import connector_of, pieces_of
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
from policy_engine.diagrams.render.paragraphs import Box, Paragraph, paragraphs
from policy_engine.diagrams.scene import Circle, Group, Item, Line, Point, Rect, Scene, Text
from policy_engine.records import record

# An end this near to the middle of a side, in points, is glued to it.
_NEAR = 1.0
# What lines are glued to where there is nothing else is a square of so many points.
_DOT = 0.8


@record
class _Glue:
    """A shape and the side of it that an end of a line is glued to."""

    shape: int
    side: int


@record
class _Dot:
    """A small shape that holds an end of a line."""

    number: int
    at: Point
    color: str


class Slide:
    """`title` names the slide: the scene's first heading of the first level, if it has one."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.holders = holders_of(scene)
        self.numbers = count(2)
        self.own = {name: next(self.numbers) for name in self.holders}
        self.dots: dict[str, list[_Dot]] = {name: [] for name in self.holders}
        self.glue = {id(line): self._ends(line, link) for line, link in _lines(scene.items, None)}
        self.title = next((block.first for block in paragraphs(scene.items) if block.first.level == 1), None)

    def shapes(self) -> Iterator[str]:
        """Each shape that stands on the slide itself, as one XML element."""
        return self._all(self.scene.items, None)

    def _ends(self, line: Line, link: Group | None) -> tuple[_Glue | None, _Glue | None]:
        begin, end = joined(line, self.holders, link)
        color = line.stroke.color
        return self._end(line.points[0], begin, color), self._end(line.points[-1], end, color)

    def _end(self, point: Point, name: str | None, color: str) -> _Glue | None:
        if name is None:
            return None
        rect = self.holders[name]
        side = side_of(point, rect)
        x, y = middle_of(side, rect)
        if abs(point[0] - x) + abs(point[1] - y) < _NEAR:
            return _Glue(self.own[name], side)
        dot = _Dot(next(self.numbers), point, color)
        self.dots[name].append(dot)
        return _Glue(dot.number, side)

    def _all(self, items: Sequence[Item], group: Group | None) -> Iterator[str]:
        blocks = {
            block.first: block for block in paragraphs([item for item in items if isinstance(item, Text)])
        }
        for item in items:
            match item:
                # A slide's title stands in no group; a connector needs none.
                case Group(kind="page" | "header" | "link"):
                    yield from self._all(item.items, item)
                case Group():
                    yield from self._group(item)
                case Rect():
                    yield self._rect(item, group)
                case Circle():
                    place = ml.placed(
                        item.x - item.radius, item.y - item.radius, 2 * item.radius, 2 * item.radius
                    )
                    look = ml.filled(item.fill) + ml.stroked(item.stroke)
                    yield self._unnamed(place, ml.preset("ellipse"), look)
                # A line in a sign, such as a clock's hand, joins nothing.
                case Line() if not _joins(group):
                    left, top, right, bottom = box = _frame((item,))
                    look = "<a:noFill/>" + ml.stroked(item.stroke, start=item.start, end=item.end)
                    place = ml.placed(left, top, right - left, bottom - top)
                    yield self._unnamed(place, ml.freeform(item.points, box), look)
                case Line():
                    yield from self._line(item, group)
                case Text() if item in blocks:
                    yield self._text(blocks[item])

    def _group(self, group: Group) -> Iterator[str]:
        [*blocks] = paragraphs(group.items)
        [*rects] = (item for item in group.items if isinstance(item, Rect))
        texts = sum(isinstance(item, Text) for item in group.items)
        dots = self.dots.get(group.id, [])
        if (
            group.kind == "pill"
            and len(rects) == len(blocks) == 1
            and len(group.items) == 1 + texts
            and not dots
        ):
            yield self._rect(rects[0], group, group.id, ml.body(blocks[0], self.scene.language, rects[0]))
        elif group.items:
            inner = "".join(self._all(group.items, group)) + "".join(map(_dot, dots))
            yield ml.group(next(self.numbers), group.id, group.title, _frame(group.items), inner)

    def _rect(self, rect: Rect, group: Group | None, name: str = "", words: str = "") -> str:
        holds = group is not None and self.holders.get(group.id) is rect
        number = self.own[group.id] if group is not None and holds else next(self.numbers)
        place = ml.placed(rect.x, rect.y, rect.width, rect.height)
        look = ml.filled(rect.fill) + ml.stroked(rect.stroke)
        return ml.shape(number, name or f"shape {number}", place, ml.rectangle(rect), look, words)

    def _unnamed(self, place: str, geometry: str, look: str) -> str:
        number = next(self.numbers)
        return ml.shape(number, f"shape {number}", place, geometry, look)

    def _text(self, block: Paragraph) -> str:
        number = next(self.numbers)
        left, top, right, bottom = block.bounds
        words = ml.body(block, self.scene.language)
        place = ml.placed(left, top, right - left, bottom - top)
        return ml.text_box(number, f"text {number}", place, words, block.first is self.title)

    def _line(self, line: Line, link: Group | None) -> Iterator[str]:
        begin, end = self.glue[id(line)]
        name, spoken = ("line", "") if link is None else (link.id, link.title)
        pieces = pieces_of(line.points)
        knots = [_Dot(next(self.numbers), piece[-1], line.stroke.color) for piece in pieces[:-1]]
        for index, piece in enumerate(pieces):
            first, last = index == 0, index == len(pieces) - 1
            before = begin if first else _Glue(knots[index - 1].number, _side_towards(piece[0], piece[1]))
            after = end if last else _Glue(knots[index].number, _side_towards(piece[-1], piece[-2]))
            look = ml.stroked(line.stroke, start=line.start and first, end=line.end and last)
            glue = _glued("a:stCxn", before) + _glued("a:endCxn", after)
            yield ml.connector(next(self.numbers), name, spoken, connector_of(piece), glue, look)
            spoken = ""  # a line is spoken of once
        yield from map(_dot, knots)


def _joins(group: Group | None) -> bool:
    """Whether a line in a group, or in none, joins one thing to another."""
    return group is None or group.kind == "link"


def _lines(items: Sequence[Item], group: Group | None) -> Iterator[tuple[Line, Group | None]]:
    """The lines that join things, each with its link."""
    for item in items:
        if isinstance(item, Group):
            yield from _lines(item.items, item)
        elif isinstance(item, Line) and _joins(group):
            yield item, group


def _dot(dot: _Dot) -> str:
    x, y = dot.at
    place = ml.placed(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT)
    look = ml.filled(dot.color) + ml.stroked(None)
    return ml.shape(dot.number, f"dot {dot.number}", place, ml.preset("rect"), look)


def _side_towards(point: Point, other: Point) -> int:
    """The side of a dot at one point that faces another point."""
    if point[0] == other[0]:
        return TOP if other[1] < point[1] else BOTTOM
    return LEFT if other[0] < point[0] else RIGHT


def _glued(tag: str, glue: _Glue | None) -> str:
    return "" if glue is None else f'<{tag} id="{glue.shape}" idx="{glue.side}"/>'


def _frame(items: Sequence[Item]) -> Box:
    """Left, top, right and bottom of everything."""
    lefts, tops, rights, bottoms = zip(*(box for item in items for box in _boxes(item)), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _boxes(item: Item) -> Iterator[Box]:
    match item:
        case Group():
            for inner in item.items:
                yield from _boxes(inner)
        case Rect():
            yield item.x, item.y, item.x + item.width, item.y + item.height
        case Circle():
            yield item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
        case Line():
            for x, y in item.points:
                yield x, y, x, y
        case _:
            yield Paragraph(((item,),)).bounds
