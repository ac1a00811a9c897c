"""Shapes in DrawingML, the XML that PowerPoint draws from. Each function gives one element as text."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.render.connectors import Connector
from policy_engine.diagrams.render.markup import escaped
from policy_engine.diagrams.render.paragraphs import Paragraph
from policy_engine.diagrams.scene import Point, Rect, Stroke, Text

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
# Arial has the widths of our fonts and is everywhere.
_FONT = '<a:latin typeface="Arial"/><a:cs typeface="Arial"/>'
# No pair of letters is kerned below this size, in hundredths of a point.
_UNKERNED = 400000
# From baseline to baseline in Arial, where the spacing is 100 %.
_SINGLE = 1.149
_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
# The languages as PowerPoint's dictionaries are called.
_DICTIONARIES = {"nl": "nl-NL", "en": "en-GB"}
_QUARTER = 90 * 60000


def shape(number: int, name: str, place: str, geometry: str, look: str, words: str = "") -> str:
    """A shape, with a text in it if there is one."""
    return (
        f"<p:sp {SPACES}><p:nvSpPr>{named(number, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{place}</a:xfrm>{geometry}{look}</p:spPr>{words}</p:sp>"
    )


def text_box(number: int, name: str, place: str, words: str, title: bool) -> str:
    """A text of its own, or the slide's title."""
    kind = '<p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr>' if title else '<p:cNvSpPr txBox="1"/><p:nvPr/>'
    return (
        f"<p:sp {SPACES}><p:nvSpPr>{named(number, name)}{kind}</p:nvSpPr>"
        f"<p:spPr><a:xfrm>{place}</a:xfrm>{preset('rect')}<a:noFill/></p:spPr>{words}</p:sp>"
    )


def group(number: int, name: str, spoken: str, frame: tuple[float, float, float, float], inner: str) -> str:
    """Shapes that are moved together. frame: left, top, right and bottom in points."""
    left, top, right, bottom = frame
    at = placed(left, top, right - left, bottom - top)
    inside = at.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return (
        f"<p:grpSp {SPACES}><p:nvGrpSpPr>{named(number, name, spoken)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{at}{inside}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def connector(number: int, name: str, spoken: str, way: Connector, glue: str, look: str) -> str:
    """A line that follows the shapes it is glued to."""
    turn = f' rot="{_QUARTER}"' if way.turned else ""
    turn += ' flipH="1"' if way.flipped else ""
    turn += ' flipV="1"' if way.upended else ""
    geometry = preset("bentConnector2" if way.bent else "straightConnector1")
    frame = f"<a:xfrm{turn}>{placed(way.x, way.y, way.width, way.height)}</a:xfrm>"
    return (
        f"<p:cxnSp {SPACES}><p:nvCxnSpPr>{named(number, name, spoken)}"
        f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{frame}{geometry}{look}</p:spPr></p:cxnSp>"
    )


def body(block: Paragraph, language: str, around: Rect | None = None) -> str:
    """The words of a shape: in their place in a rectangle, or filling a shape of their own."""
    first = block.first
    lines = ("".join(_run(text, language) for text in line) for line in block.lines)
    spacing = round(100000 * (block.leading / first.size / _SINGLE or 1))
    return (
        f'<p:txBody><a:bodyPr wrap="none" {_insets(block, around)}>'
        f'<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="{_ALIGNED[first.anchor]}">'
        f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef></a:pPr>'
        f"{f'<a:br>{_font(first, language)}</a:br>'.join(lines)}</a:p></p:txBody>"
    )


def _run(text: Text, language: str) -> str:
    return f"<a:r>{_font(text, language)}<a:t>{escaped(text.words)}</a:t></a:r>"


def _font(text: Text, language: str) -> str:
    spoken = text.language or language
    tongue = f'lang="{escaped(_DICTIONARIES.get(spoken, spoken))}" ' if spoken else ""
    return (
        f'<a:rPr {tongue}sz="{round(text.size * 100)}"'
        f' b="{int(text.bold)}" kern="{_UNKERNED}">{filled(text.color)}{_FONT}</a:rPr>'
    )


def _insets(block: Paragraph, around: Rect | None) -> str:
    """How far words stay from the sides of their shape; in a rectangle they keep to its middle."""
    if around is None:
        return 'lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"'
    left, top, right, bottom = block.bounds
    before, after = left - around.x, around.x + around.width - right
    lower = top + bottom - 2 * around.y - around.height  # twice as much as they stand below the middle
    start, end = {"start": (before, 0), "middle": (0, 0), "end": (0, after)}[block.first.anchor]
    return (
        f'lIns="{_emu(start)}" tIns="{_emu(max(lower, 0))}" rIns="{_emu(end)}" bIns="{_emu(max(-lower, 0))}"'
        ' anchor="ctr"'
    )


def freeform(points: Sequence[Point], box: tuple[float, float, float, float]) -> str:
    """The geometry of a line through points. box: left, top, right and bottom around them."""
    left, top, right, bottom = box
    first, *rest = (f'<a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/>' for x, y in points)
    path = f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    size = f'w="{_emu(right - left)}" h="{_emu(bottom - top)}"'
    way = f'<a:path {size} fill="none">{path}</a:path>'
    return f"<a:custGeom><a:avLst/><a:pathLst>{way}</a:pathLst></a:custGeom>"


def rectangle(rect: Rect) -> str:
    """The geometry of a rectangle, with its corners rounded or not."""
    if not rect.radius:
        return preset("rect")
    part = min(rect.radius / min(rect.width, rect.height), 0.5)
    return preset("roundRect", f'<a:gd name="adj" fmla="val {round(100000 * part)}"/>')


def preset(name: str, guides: str = "") -> str:
    """A geometry that PowerPoint knows by name."""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def named(number: int, name: str, spoken: str = "") -> str:
    """How a shape is known: by its number, by its name in the list of shapes, by what is said of it."""
    spoken = f' descr="{escaped(spoken)}"' if spoken else ""
    return f'<p:cNvPr id="{number}" name="{escaped(name)}"{spoken}/>'


def filled(color: str | None) -> str:
    """A fill, or none."""
    if color is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{escaped(color.lstrip("#"))}"/></a:solidFill>'


def stroked(stroke: Stroke | None, *, start: bool = False, end: bool = False) -> str:
    """A border or line, with heads at its ends or not."""
    if stroke is None:
        return "<a:ln><a:noFill/></a:ln>"
    # Dashes and gaps are parts of the line's width. An odd number of lengths comes twice, as in SVG.
    lengths = [round(100000 * length / stroke.width) for length in stroke.dash * (1 + len(stroke.dash) % 2)]
    pairs = zip(lengths[::2], lengths[1::2], strict=True)
    dashes = "".join(f'<a:ds d="{dash}" sp="{gap}"/>' for dash, gap in pairs)
    dash = f"<a:custDash>{dashes}</a:custDash>" if dashes else ""
    heads = '<a:headEnd type="triangle"/>' if start else ""
    heads += '<a:tailEnd type="triangle"/>' if end else ""
    width = f'w="{_emu(stroke.width)}"'
    return f'<a:ln {width}>{filled(stroke.color)}{dash}<a:miter lim="800000"/>{heads}</a:ln>'


def placed(x: float, y: float, width: float, height: float) -> str:
    """Where a shape is and how large, in points."""
    return f'<a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/>'


def _emu(points: float) -> int:
    return round(points * 12700)
