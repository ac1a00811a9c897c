"""Lines that belong to transitions, and the dot where a call begins."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Canvas
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.shown import kind_of
from policy_engine.diagrams.scene import Circle, Group, Line, Point
from policy_engine.diagrams.theme import INK


def draw_link(
    press: Press,
    exit: Exit,
    part: str,
    points: tuple[Point, ...],
    ends: tuple[str, str],
    canvas: Canvas,
    *,
    head: bool,
) -> None:
    """A line for an exit between two groups. `part` tells its lines apart: "" for the one that leaves."""
    stamp = press.stamp_of(exit.links)
    stroke = press.stroke_of(exit)
    canvas.shown.lines.add(kind_of(exit.shown))
    rounded = tuple((round(x, 2), round(y, 2)) for x, y in points)
    source, target = ends
    group = Group(
        "link",
        f"link-{exit.id}{part}",
        (Line(rounded, stroke, end=head),),
        press.classes(stamp, f"tone-{exit.shown.tone}"),
        source=source,
        target=target,
    )
    canvas.lines.append(group)
    canvas.ways.append(rounded)


def draw_start(press: Press, card: str, x: float, y: float, top: float, canvas: Canvas) -> None:
    """The black dot, and the line from it to where a card begins."""
    radius = press.sizes.body * 0.45
    stroke = press.weighed(press.stroke_of_start(), press.overlay.states.get(card))
    points = ((round(x, 2), round(y + radius, 2)), (round(x, 2), round(top, 2)))
    canvas.lines.append(
        Group(
            "link",
            f"start-{card}",
            (Circle(round(x, 2), round(y, 2), round(radius, 2), fill=INK), Line(points, stroke, end=True)),
            target=f"state-{card}",
        )
    )
    canvas.ways.append(points)
