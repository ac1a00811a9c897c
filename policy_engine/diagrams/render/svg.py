"""A scene as SVG: text stays text, and everything that is drawn is a rectangle, circle, line or triangle.

The usual kind has groups with ids and classes, for style sheets, and speaks to screen readers. The flat kind
holds plain attributes only, which Word, PowerPoint and draw.io import.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator

from policy_engine.diagrams import measure
from policy_engine.diagrams.render.arrows import arrow_of
from policy_engine.diagrams.render.markup import escaped, number
from policy_engine.diagrams.scene import Circle, Group, Item, Line, Point, Rect, Scene, Stroke, Text

# Fonts of the same widths, for a machine that has not the first.
_FAMILIES = f"{measure.FAMILY}, Arimo, Arial, Helvetica, sans-serif"
# What reads flat SVG takes a list of fonts for the name of one.
_FLAT_FAMILY = "Arial"
# We measured without kerning and ligatures, and at any zoom.
_MEASURED = 'style="font-kerning:none;font-variant-ligatures:none" text-rendering="geometricPrecision"'


def to_svg(scene: Scene, *, flat: bool = False, embed_fonts: bool = False) -> str:
    """The scene as one SVG document; the same scene gives the same text.

    flat: without ids, classes, styles and languages. embed_fonts: with the fonts in it (about 1 MB), for a
    machine that has no font of these widths.
    """
    return "\n".join(_document(scene, flat, embed_fonts)) + "\n"


def _document(scene: Scene, flat: bool, embed_fonts: bool) -> Iterator[str]:
    width, height = number(scene.width), number(scene.height)
    size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    title, steps = escaped(scene.title), escaped("\n".join(scene.steps))
    if flat:
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{_FLAT_FAMILY}">'
        yield f"<title>{title}</title>"
        yield f"<desc>{steps}</desc>"
    else:
        spoken = f'{_language(scene.language)} role="img" aria-labelledby="_title _desc"'
        look = f'font-family="{_FAMILIES}" {_MEASURED}'
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {size}{spoken} {look}>'
        yield f'<title id="_title">{title}</title>'
        yield f'<desc id="_desc">{steps}</desc>'
    if embed_fonts:
        yield f"<style>{font_faces()}</style>"
    for item in scene.items:
        yield from _item(item, scene.language, flat)
    yield "</svg>"


def _item(item: Item, language: str, flat: bool) -> Iterator[str]:
    match item:
        case Rect():
            place = f'x="{number(item.x)}" y="{number(item.y)}"'
            size = f'width="{number(item.width)}" height="{number(item.height)}"'
            radius = f' rx="{number(item.radius)}"' if item.radius else ""
            yield f"<rect {place} {size}{radius}{_look(item.fill, item.stroke)}/>"
        case Circle():
            place = f'cx="{number(item.x)}" cy="{number(item.y)}" r="{number(item.radius)}"'
            yield f"<circle {place}{_look(item.fill, item.stroke)}/>"
        case Line():
            arrow = arrow_of(item)
            yield f'<polyline points="{_points(arrow.shaft)}"{_look(None, item.stroke)}/>'
            for head in arrow.heads:
                yield f'<polygon points="{_points(head)}"{_look(item.stroke.color, None)}/>'
        case Text():
            yield _text(item, language, flat)
        case _:
            yield f"<g{'' if flat else _hooks(item)}>"
            if item.title and not flat:
                yield f"<title>{escaped(item.title)}</title>"
            for inner in item.items:
                yield from _item(inner, language, flat)
            yield "</g>"


def _text(text: Text, language: str, flat: bool) -> str:
    place = f'x="{number(text.x)}" y="{number(text.y)}" font-size="{number(text.size)}"'
    weight = ' font-weight="bold"' if text.bold else ""
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    own = text.language or language
    spoken = "" if flat or own == language else _language(own)
    color = f' fill="{escaped(text.color)}"'
    return f"<text {place}{weight}{anchor}{color}{spoken}>{escaped(text.words)}</text>"


def _language(language: str) -> str:
    return f' lang="{escaped(language)}" xml:lang="{escaped(language)}"'


def _hooks(group: Group) -> str:
    classes = " ".join((group.kind, *group.classes))
    return f' id="{escaped(group.id)}" class="{escaped(classes)}" role="group"'


def _look(fill: str | None, stroke: Stroke | None) -> str:
    look = f' fill="{"none" if fill is None else escaped(fill)}"'
    if stroke is not None:
        look += f' stroke="{escaped(stroke.color)}" stroke-width="{number(stroke.width)}"'
        if stroke.dash:
            look += f' stroke-dasharray="{" ".join(number(length) for length in stroke.dash)}"'
    return look


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def font_faces() -> str:
    """A style sheet that holds the shipped fonts."""
    return "".join(
        f'@font-face{{font-family:"{measure.FAMILY}";font-weight:{weight};'
        f"src:url(data:font/ttf;base64,{base64.b64encode((measure.FONTS / file).read_bytes()).decode()})}}"
        for weight, file in (
            ("normal", "LiberationSans-Regular.ttf"),
            ("bold", "LiberationSans-Bold.ttf"),
        )
    )
