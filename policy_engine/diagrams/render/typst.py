"""Scenes as PDF and PNG, by typst: real text in the shipped fonts, in the order in which it is read.

What is drawn stands under the text as one picture, which says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policy_engine.diagrams.measure import FAMILY
from policy_engine.diagrams.render.arrows import arrow_of
from policy_engine.diagrams.render.paragraphs import Paragraph, paragraphs
from policy_engine.diagrams.scene import Circle, Group, Item, Line, Rect, Scene, Stroke, Text
from policy_engine.diagrams.typesetting import printed, tongue, typeset_pdf, typeset_png

_PROGRAM = Path(__file__).parent / "scene.typ"
Data = dict[str, Any]


def to_pdf(
    scenes: Sequence[Scene], *, title: str, author: str | None, date: str | None, language: str
) -> bytes:
    """Each scene as a page of a tagged PDF (PDF/UA-1); the same bytes each time.

    date: the day the PDF bears, as in "2026-11-21". language: of the document. Raises PrintError where typst
    is missing.
    """
    return typeset_pdf(_PROGRAM, _data(scenes, title, author, language), date)


def to_png(scene: Scene, ppi: float = 300) -> bytes:
    """The scene as a picture of so many pixels to the inch. Raises PrintError where typst is missing."""
    [page] = typeset_png(_PROGRAM, _data((scene,), scene.title, None, scene.language), ppi)
    return page


def _data(scenes: Sequence[Scene], title: str, author: str | None, language: str) -> Data:
    pages = [_page(scene) for scene in scenes]
    _order_headings([text for page in pages for text in page["texts"]])
    return {
        "title": printed(title),
        "author": [] if author is None else [printed(author)],
        "tongue": tongue(language),
        "font": FAMILY,
        "pages": pages,
    }


def _page(scene: Scene) -> Data:
    shapes = [shape for item in scene.items for shape in _shapes(item)]
    return {
        "width": scene.width,
        "height": scene.height,
        "tongue": tongue(scene.language),
        "words": printed(" ".join(scene.steps)),
        "shapes": shapes,
        "texts": [_text(paragraph, scene.language) for paragraph in paragraphs(scene.items)],
    }


def _order_headings(texts: list[Data]) -> None:
    """A document's headings begin at the first level and skip none on the way down."""
    last = 0
    for text in texts:
        if text["level"]:
            last = text["level"] = min(text["level"], last + 1)


def _shapes(item: Item) -> Iterator[Data]:
    match item:
        case Group():
            for inner in item.items:
                yield from _shapes(inner)
        case Rect():
            place = {"x": item.x, "y": item.y, "width": item.width, "height": item.height}
            yield {"kind": "rect", **place, "radius": item.radius, **_look(item.fill, item.stroke)}
        case Circle():
            place = {"x": item.x, "y": item.y, "radius": item.radius}
            yield {"kind": "circle", **place, **_look(item.fill, item.stroke)}
        case Line():
            arrow = arrow_of(item)
            yield {"kind": "line", "points": arrow.shaft, **_look(None, item.stroke)}
            for head in arrow.heads:
                yield {"kind": "polygon", "points": head, **_look(item.stroke.color, None)}


def _look(fill: str | None, stroke: Stroke | None) -> Data:
    pen = None if stroke is None else {"color": stroke.color, "width": stroke.width, "dash": stroke.dash}
    return {"fill": fill, "stroke": pen}


def _text(paragraph: Paragraph, language: str) -> Data:
    first = paragraph.first
    return {
        "x": paragraph.left,
        "y": first.y,
        "width": paragraph.width,
        "leading": paragraph.leading,
        "lines": [[_run(text, language) for text in line] for line in paragraph.lines],
        "anchor": first.anchor,
        "level": first.level,
    }


def _run(text: Text, language: str) -> Data:
    return {
        "words": printed(text.words),
        "size": text.size,
        "bold": text.bold,
        "color": text.color,
        "tongue": tongue(text.language or language),
    }
