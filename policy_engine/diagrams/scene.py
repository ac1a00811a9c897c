"""A drawn page: rectangles, lines and texts at their places, in points, measured from the top left corner.

A layout makes scenes; renderers (SVG, PDF, PNG, PowerPoint, draw.io) write them down and decide nothing.
Every text was measured before it was placed: a renderer neither wraps nor shrinks it.
"""

from __future__ import annotations

from typing import Literal

from policy_engine.records import record

GroupKind = Literal["page", "header", "legend", "footer", "box", "card", "pill", "link", "note"]
Anchor = Literal["start", "middle", "end"]
Level = Literal[0, 1, 2, 3]
Point = tuple[float, float]


@record
class Stroke:
    """A line's look. `width` and the lengths of `dash` are points; no dash is a solid line."""

    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@record
class Rect:
    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


@record
class Circle:
    """`x` and `y` are its middle."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: Stroke | None = None


@record
class Line:
    """A line through points, with horizontal and vertical parts only. `start` and `end` say whether there is
    an arrowhead, which lies inside the line's length.
    """

    points: tuple[Point, ...]
    stroke: Stroke
    start: bool = False
    end: bool = False


@record
class Text:
    """One line of text. `x` and `y` are where its baseline starts (or its middle, or its end).

    `level` says that it is a heading: 1 the page's title, 2 a card's or box's label; 0 is no heading.
    """

    x: float
    y: float
    words: str
    size: float
    bold: bool = False
    color: str = "#1A1A1A"
    anchor: Anchor = "start"
    language: str | None = None  # where it is not the page's
    level: Level = 0


@record
class Group:
    """Things that belong together. `id` is unique in its scene and stable for a given policy.

    `classes` are what a style sheet can take hold of: the role, the tone, an overlay's class. `title` is what
    a screen reader says. A "link" names the groups it joins in `source` and `target`, so that a drawing
    program can glue it to them.
    """

    kind: GroupKind
    id: str
    items: tuple[Item, ...]
    classes: tuple[str, ...] = ()
    title: str = ""
    source: str | None = None
    target: str | None = None


Item = Rect | Circle | Line | Text | Group


@record
class Scene:
    """One page. `width` and `height` are points; `steps` are the same page in words, in reading order."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str
    language: str
    steps: tuple[str, ...] = ()
