"""Where everything on a scene stands, without a browser: texts by the widths of the shipped fonts."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams import measure
from policy_engine.diagrams.paper import SAFE
from policy_engine.diagrams.scene import Circle, Group, Item, Line, Rect, Scene, Stroke, Text
from tests.diagrams.collisions import Box, Drawn, Point, collisions

Groups = tuple[tuple[str, str], ...]


def wrong(scene: Scene) -> list[str]:
    """One sentence for everything that overlaps, is cut or sticks out."""
    return collisions(drawn(scene), scene.width, scene.height, SAFE)


def drawn(scene: Scene) -> list[Drawn]:
    """What the scene draws, in order."""
    return [one for item in scene.items for one in _item(item, ())]


def groups(scene: Scene) -> Iterator[Group]:
    """Every group, those in groups too."""
    stack: list[Item] = list(scene.items)
    while stack:
        item = stack.pop(0)
        if isinstance(item, Group):
            yield item
            stack = [*item.items, *stack]


def texts(scene: Scene) -> list[Text]:
    """Every text."""
    inner = [item for group in groups(scene) for item in group.items]
    return [item for item in (*scene.items, *inner) if isinstance(item, Text)]


def _item(item: Item, around: Groups) -> Iterator[Drawn]:
    match item:
        case Group():
            for inner in item.items:
                yield from _item(inner, ((item.id, item.kind), *around))
        case Rect():
            box = (item.x, item.y, item.x + item.width, item.y + item.height)
            yield Drawn("rect", "", box, (), item.fill is not None, item.stroke is not None, around)
        case Circle():
            box = (item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius)
            yield Drawn("circle", "", box, (), item.fill is not None, item.stroke is not None, around)
        case Line():
            yield Drawn("polyline", "", _around(item.points), item.points, False, True, around)
        case Text():
            yield Drawn("text", item.words, _text(item), (), True, False, around)


def _around(points: tuple[Point, ...]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _text(text: Text) -> Box:
    width = measure.width(text.words, text.size, text.bold)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - measure.ASCENT * text.size, left + width, text.y + measure.DESCENT * text.size


def overlapping() -> Scene:
    """A page on which two cards, two texts, and a line and a text overlap."""
    border = Stroke("#000000")
    card = (Rect(60, 60, 100, 40, "#FFFFFF", border), Text(70, 80, "one", 10))
    other = (Rect(120, 80, 100, 40, "#FFFFFF", border), Text(130, 100, "two", 10))
    line = Group("link", "link-a", (Line(((60, 196), (200, 196)), border),))
    items = (
        Group("card", "state-one", card),
        Group("card", "state-two", other),
        Text(60, 200, "three words here", 10),
        Text(100, 202, "four", 10),
        line,
    )
    return Scene(300, 300, items, "overlapping", "en")
