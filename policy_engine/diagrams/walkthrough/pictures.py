"""The picture that lights up while a call is walked through: the poster without its header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster import poster, poster_if_it_fits
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.scene import Circle, Group, Item, Line, Rect, Scene, Text
from policy_engine.diagrams.theme import Look
from policy_engine.records import changed

# On a screen any sheet will do; the smallest that it fits has the largest letters.
_PAPERS = (Paper("a4"), Paper("a3"), Paper("a3", landscape=True))
_MARGIN = 4.0  # points around the picture
_SIZE = re.compile(r' width="[^"]*" height="[^"]*" viewBox="[^"]*"')
_STYLE = re.compile(r' style="[^"]*"')


def pictures(figure: Figure, language: str) -> tuple[str, ...]:
    """The sheets of the poster in a language, as SVG to stand inside an HTML page."""
    scenes = _sheets(_open(figure), language)
    return tuple(_picture(scene, number) for number, scene in enumerate(scenes, start=1))


def _open(figure: Figure) -> Figure:
    """The figure without values of parameters: on the page they may be changed, in the picture they can't."""
    parameters = figure.chart.parameters
    unset = {name: changed(declared, default=None) for name, declared in parameters.items()}
    return changed(figure, chart=changed(figure.chart, parameters=unset))


def _sheets(figure: Figure, language: str) -> tuple[Scene, ...]:
    for paper in _PAPERS:
        scenes = poster_if_it_fits(figure, languages=(language,), paper=paper, look=Look())
        if scenes is not None:
            return scenes
    return poster(figure, languages=(language,), paper=Paper("a4"), look=Look(), tiled=True)


def _picture(scene: Scene, number: int) -> str:
    """A sheet cut down to what is drawn on it. Its steps stand in the page as a list of their own, and its
    style in the page's, which allows no other.
    """
    items = tuple(item for item in scene.items if not (isinstance(item, Group) and item.kind == "header"))
    tops, bottoms = zip(*_heights(items), strict=True)
    top, bottom = min(tops) - _MARGIN, max(bottoms) + _MARGIN
    svg = to_svg(changed(scene, items=items, steps=()))
    svg = _SIZE.sub(f' viewBox="0 {top:.2f} {scene.width:.2f} {bottom - top:.2f}"', svg, count=1)
    svg = _STYLE.sub("", svg, count=1)
    return svg.replace('"_title _desc"', f'"sheet-{number}"', 1).replace(
        '<title id="_title">', f'<title id="sheet-{number}">', 1
    )


def _heights(items: Iterable[Item]) -> Iterator[tuple[float, float]]:
    """From where to where each thing stands."""
    for item in items:
        match item:
            case Rect():
                yield item.y, item.y + item.height
            case Circle():
                yield item.y - item.radius, item.y + item.radius
            case Line():
                yield from ((y, y) for _, y in item.points)
            case Text():
                yield item.y - item.size, item.y
            case _:
                yield from _heights(item.items)
