"""Scenes as a draw.io file, with one page for each: cards and boxes that hold what is in them, pills with
their text, lines that are tied to what they join.

draw.io counts 100 units to the inch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from policy_engine.diagrams.render.joints import holders_of, joined
from policy_engine.diagrams.render.markup import escaped, number
from policy_engine.diagrams.render.paragraphs import Paragraph, paragraphs
from policy_engine.diagrams.scene import Circle, Group, Item, Line, Point, Rect, Scene, Stroke, Text
from policy_engine.records import record

_SCALE = 100 / 72
_ALIGNED = {"start": "left", "middle": "center", "end": "right"}
_LAYER = "1"


def to_drawio(scenes: Sequence[Scene]) -> str:
    """The scenes as one file, not compressed; the same scenes give the same text."""
    pages = (line for count, scene in enumerate(scenes, 1) for line in _page(count, scene))
    return "\n".join(('<mxfile host="policy_engine" type="device">', *pages, "</mxfile>")) + "\n"


def _page(count: int, scene: Scene) -> Iterator[str]:
    size = f'pageWidth="{_scaled(scene.width)}" pageHeight="{_scaled(scene.height)}"'
    yield f'<diagram id="page-{count}" name="{count}">'
    yield f'<mxGraphModel grid="0" guides="1" connect="1" arrows="1" page="1" pageScale="1" {size} math="0">'
    yield f'<root><mxCell id="0"/><mxCell id="{_LAYER}" parent="0"/>'
    cells = _Cells(scene)
    yield from cells.all(scene.items, cells.layer, None)
    yield "</root></mxGraphModel></diagram>"


@record
class _Parent:
    """The cell that others stand in, and where it stands itself."""

    id: str
    x: float
    y: float


class _Cells:
    def __init__(self, scene: Scene) -> None:
        self.layer = _Parent(_LAYER, 0, 0)
        self.holders = holders_of(scene)
        self.used: Counter[str] = Counter()

    def all(self, items: Sequence[Item], parent: _Parent, link: Group | None) -> Iterator[str]:
        blocks = {
            block.first: block for block in paragraphs([item for item in items if isinstance(item, Text)])
        }
        for item in items:
            match item:
                case Group(kind="link"):
                    yield from self.all(item.items, self.layer, item)
                case Group():
                    yield from self._group(item, parent)
                case Rect():
                    yield self._vertex(parent, _box(item), _look(item))
                case Circle():
                    box = (item.x - item.radius, item.y - item.radius, 2 * item.radius, 2 * item.radius)
                    yield self._vertex(parent, box, f"ellipse;{_look(item)}")
                case Line():
                    yield self._edge(item, parent, link)
                case Text() if item in blocks:
                    block = blocks[item]
                    yield self._vertex(parent, _room(block), f"text;{_font(block)}", _words(block))

    def _group(self, group: Group, parent: _Parent) -> Iterator[str]:
        """A group is its first rectangle, with the rest in it; without one, what is in it stands alone."""
        rect = next((item for item in group.items if isinstance(item, Rect)), None)
        if rect is None:
            yield from self.all(group.items, parent, None)
            return
        rest = [item for item in group.items if item is not rect]
        [*blocks] = paragraphs(rest)
        if group.kind == "pill" and len(blocks) == 1 and all(isinstance(item, Text) for item in rest):
            style = _look(rect).removeprefix("html=0;") + _font(blocks[0])
            yield self._vertex(parent, _box(rect), style, _words(blocks[0]), group.id)
            return
        style = f"{_look(rect)}container=1;collapsible=0;recursiveResize=0;"
        yield self._vertex(parent, _box(rect), style, id=group.id)
        yield from self.all(rest, _Parent(group.id, rect.x, rect.y), None)

    def _vertex(
        self,
        parent: _Parent,
        box: tuple[float, float, float, float],
        style: str,
        words: str = "",
        id: str | None = None,
    ) -> str:
        x, y, width, height = box
        place = f'x="{_scaled(x - parent.x)}" y="{_scaled(y - parent.y)}"'
        size = f'width="{_scaled(width)}" height="{_scaled(height)}"'
        return (
            f'<mxCell id="{escaped(id or self._new(parent.id))}" value="{words}" style="{escaped(style)}"'
            f' vertex="1" parent="{escaped(parent.id)}"><mxGeometry {place} {size} as="geometry"/></mxCell>'
        )

    def _edge(self, line: Line, parent: _Parent, link: Group | None) -> str:
        # A line in a sign, such as a clock's hand, joins nothing; it moves with its card.
        joins = link is not None or parent.id == _LAYER
        source, target = joined(line, self.holders, link) if joins else (None, None)
        style = f"edgeStyle=none;rounded=0;html=0;{_pen(line.stroke)}{_head('start', line.start)}"
        style += f"{_head('end', line.end)}{self._tie('exit', source, line.points[0])}"
        style += self._tie("entry", target, line.points[-1])
        ends = "".join(
            f' {role}="{escaped(name)}"'
            for role, name in (("source", source), ("target", target))
            if name is not None
        )
        first, *bends, last = ((x - parent.x, y - parent.y) for x, y in line.points)
        corners = "".join(_point(bend) for bend in bends)
        name = self._new(parent.id if link is None else link.id)
        return (
            f'<mxCell id="{escaped(name)}" style="{escaped(style)}"'
            f' edge="1" parent="{escaped(parent.id)}"{ends}><mxGeometry relative="1" as="geometry">'
            f"{_point(first, 'sourcePoint')}{_point(last, 'targetPoint')}"
            f'<Array as="points">{corners}</Array></mxGeometry></mxCell>'
        )

    def _tie(self, end: str, name: str | None, point: Point) -> str:
        """Where on its border a cell holds a line."""
        if name is None:
            return ""
        rect = self.holders[name]
        across, down = (point[0] - rect.x) / rect.width, (point[1] - rect.y) / rect.height
        return f"{end}X={number(across)};{end}Y={number(down)};{end}Perimeter=0;"

    def _new(self, name: str) -> str:
        """An id that no other cell of the page has."""
        self.used[name] += 1
        return f"{name}.{self.used[name]}"


def _look(shape: Rect | Circle) -> str:
    fill = shape.fill or "none"
    border = "strokeColor=none;" if shape.stroke is None else _pen(shape.stroke)
    rounded = ""
    if isinstance(shape, Rect) and shape.radius:
        rounded = f"rounded=1;absoluteArcSize=1;arcSize={_scaled(2 * shape.radius)};"
    return f"html=0;{rounded}fillColor={fill};{border}"


def _pen(stroke: Stroke) -> str:
    pen = f"strokeColor={stroke.color};strokeWidth={_scaled(stroke.width)};"
    if stroke.dash:
        lengths = " ".join(_scaled(length) for length in stroke.dash)
        pen += f"dashed=1;fixDash=1;dashPattern={lengths};"
    return pen


def _head(end: str, there: bool) -> str:
    return f"{end}Arrow=block;{end}Fill=1;{end}Size=6;" if there else f"{end}Arrow=none;"


def _font(block: Paragraph) -> str:
    first = block.first
    weight = "fontStyle=1;" if first.bold and not _mixed(block) else ""
    return (
        f"html={int(_mixed(block))};fontFamily=Arial;fontSize={_scaled(first.size)};fontColor={first.color};"
        f"{weight}align={_ALIGNED[first.anchor]};verticalAlign=middle;spacing=0;"
    )


def _words(block: Paragraph) -> str:
    if not _mixed(block):
        return "&#10;".join(escaped("".join(text.words for text in line)) for line in block.lines)
    return escaped("<br>".join("".join(map(_marked_up, line)) for line in block.lines))


def _mixed(block: Paragraph) -> bool:
    """Whether it needs HTML, as some of it is bold and some is not."""
    return len({text.bold for line in block.lines for text in line}) > 1


def _marked_up(text: Text) -> str:
    return f"<b>{escaped(text.words)}</b>" if text.bold else escaped(text.words)


def _box(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.width, rect.height


def _room(block: Paragraph) -> tuple[float, float, float, float]:
    left, top, right, bottom = block.bounds
    return left, top, right - left, bottom - top


def _point(point: Point, role: str = "") -> str:
    name = f' as="{role}"' if role else ""
    return f'<mxPoint x="{_scaled(point[0])}" y="{_scaled(point[1])}"{name}/>'


def _scaled(points: float) -> str:
    return number(points * _SCALE)
