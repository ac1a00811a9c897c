"""What must not happen on a drawn page, found from where everything was drawn.

A text is its box: from the height of its tallest letters to the depth of its lowest.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from policy_engine.records import record

Box = tuple[float, float, float, float]  # left, top, right, bottom
Point = tuple[float, float]
Kind = Literal["text", "rect", "circle", "polyline", "polygon"]
# Boxes that only touch do not collide; a large letter may lean out of its own by a third of a point.
_TOUCH = 0.5
# Groups whose first rectangle holds their texts.
_HOLDERS = ("card", "pill", "box")
# Groups that keep each other at a distance.
_APART = ("card", "pill")


@record
class Drawn:
    """A thing as it was drawn, in the order of painting. `groups` are the groups it is in, each by its id and
    its kind, the innermost first.
    """

    kind: Kind
    words: str
    box: Box
    points: tuple[Point, ...]
    filled: bool
    stroked: bool
    groups: tuple[tuple[str, str], ...]

    @property
    def group(self) -> str:
        return self.groups[0][0] if self.groups else ""

    @property
    def role(self) -> str:
        return self.groups[0][1] if self.groups else ""


def collisions(drawn: list[Drawn], width: float, height: float, margin: float) -> list[str]:
    """One sentence for each thing that is wrong."""
    page = (margin, margin, width - margin, height - margin)
    return [
        *_cut(drawn, page),
        *_outside(drawn),
        *_on_each_other(drawn),
        *_crossed(drawn),
        *_covered(drawn),
        *_behind(drawn),
    ]


def _cut(drawn: list[Drawn], page: Box) -> Iterator[str]:
    for item in drawn:
        if not _holds(page, item.box):
            yield f"{_name(item)} is cut by the edge of the page"


def _outside(drawn: list[Drawn]) -> Iterator[str]:
    holders = _holders(drawn)
    for item in drawn:
        for group, role in item.groups:
            if item.kind == "text" and group in holders and not _holds(holders[group].box, item.box):
                yield f"{_name(item)} sticks out of the {role} {group}"


def _on_each_other(drawn: list[Drawn]) -> Iterator[str]:
    texts = [item for item in drawn if item.kind == "text"]
    apart = [item for item in _holders(drawn).values() if item.role in _APART]
    for things in (texts, apart):
        for number, one in enumerate(things):
            for other in things[number + 1 :]:
                if _meet(one.box, other.box):
                    yield f"{_name(one)} and {_name(other)} overlap"


def _crossed(drawn: list[Drawn]) -> Iterator[str]:
    """Lines and borders through a text, if no filled shape under the text hides them."""
    strokes = [(at, item, part) for at, item in enumerate(drawn) for part in _strokes(item)]
    for after, text in enumerate(drawn):
        if text.kind != "text":
            continue
        grounds = [at for at in range(after) if drawn[at].filled and _under(drawn[at], text)]
        ground = max(grounds, default=-1)
        crossing = {_name(item): item for at, item, part in strokes if at > ground and _meet(part, text.box)}
        for name in crossing:
            yield f"{_name(text)} is crossed by {name}"


def _covered(drawn: list[Drawn]) -> Iterator[str]:
    for at, text in enumerate(drawn):
        if text.kind == "text":
            for later in drawn[at + 1 :]:
                if later.kind != "text" and later.filled and _meet(later.box, text.box):
                    yield f"{_name(text)} is covered by {_name(later)}"


def _behind(drawn: list[Drawn]) -> Iterator[str]:
    """Lines that disappear behind a card and come out again; one may start or end in a card of its own."""
    cards = [item for item in _holders(drawn).values() if item.role == "card"]
    for line in drawn:
        if line.kind == "polyline":
            ends = [(x, y, x, y) for x, y in (line.points[0], line.points[-1])]
            for card in cards:
                own = card.groups[0] in line.groups or any(_meet(end, card.box) for end in ends)
                if not own and any(_meet(part, card.box) for part in _strokes(line)):
                    yield f"{_name(line)} runs behind {_name(card)}"


def _holders(drawn: list[Drawn]) -> dict[str, Drawn]:
    holders: dict[str, Drawn] = {}
    for item in drawn:
        if item.kind == "rect" and item.role in _HOLDERS:
            holders.setdefault(item.group, item)
    return holders


def _strokes(item: Drawn) -> Iterator[Box]:
    """The parts of a line, or the sides of a rectangle that has a border, as boxes without a breadth."""
    points = item.points if item.kind == "polyline" else ()
    if item.kind == "rect" and item.stroked:
        left, top, right, bottom = item.box
        points = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    for (x1, y1), (x2, y2) in pairwise(points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _under(shape: Drawn, text: Drawn) -> bool:
    return shape.kind in ("rect", "circle") and _holds(shape.box, text.box)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0] + _TOUCH
        and outer[1] <= inner[1] + _TOUCH
        and outer[2] >= inner[2] - _TOUCH
        and outer[3] >= inner[3] - _TOUCH
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - _TOUCH
        and other[0] < one[2] - _TOUCH
        and one[1] < other[3] - _TOUCH
        and other[1] < one[3] - _TOUCH
    )


def _name(item: Drawn) -> str:
    what = f"“{item.words}”" if item.kind == "text" else f"{item.role or 'a'} {item.kind}"
    return f"{what} of {item.group}" if item.group else what
