"""How well texts stand out from what is under them, in colour and on a printer that has none.

The ratio is that of the Web Content Accessibility Guidelines 2: 1 is nothing, 21 is black on white, and 4.5
is asked for.
"""

from collections.abc import Iterator, Sequence

from policy_engine.diagrams.render.paragraphs import Paragraph
from policy_engine.diagrams.scene import Circle, Group, Item, Point, Rect, Scene, Text

ENOUGH = 4.5
PAPER = "#FFFFFF"
Colour = tuple[float, float, float]


def faint(scene: Scene) -> list[str]:
    """The texts that do not stand out enough, a sentence each."""
    return [
        f"“{text.words}” in {text.color} on {ground}: {ratio:.1f}"
        for text, ground in _grounds(scene)
        for ratio in [min(contrast(text.color, ground), contrast(grey(text.color), grey(ground)))]
        if ratio < ENOUGH
    ]


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, each as in "#1A1A1A"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grey(color: str) -> str:
    """The grey that a printer without colours makes of a colour."""
    red, green, blue = _parts(color)
    level = round(255 * (0.299 * red + 0.587 * green + 0.114 * blue))
    return f"#{level:02X}{level:02X}{level:02X}"


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(color: str) -> Colour:
    assert len(color) == 7
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def _grounds(scene: Scene) -> Iterator[tuple[Text, str]]:
    """Each text with the colour of what was painted under its middle."""
    painted: list[Rect | Circle] = []
    for item in _flat(scene.items):
        if isinstance(item, Text):
            left, top, right, bottom = Paragraph(((item,),)).bounds
            middle = ((left + right) / 2, (top + bottom) / 2)
            fills = [shape.fill for shape in painted if shape.fill is not None and _covers(shape, middle)]
            yield item, fills[-1] if fills else PAPER
        elif isinstance(item, Rect | Circle):
            painted.append(item)


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from _flat(item.items)
        else:
            yield item


def _covers(shape: Rect | Circle, point: Point) -> bool:
    x, y = point
    if isinstance(shape, Circle):
        return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius**2
    return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
