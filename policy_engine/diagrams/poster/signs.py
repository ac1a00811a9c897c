"""Signs that are drawn, because fonts lack them: a clock, no entry, the H of history."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.scene import Circle, Item, Line, Rect, Stroke, Text
from policy_engine.diagrams.theme import WHITE

# In sizes of the text around them.
SIGN_WIDTHS = {"clock": 0.95, "no": 0.95, "history": 1.2}
_RADIUS = 0.4


def sign_items(sign: str, x: float, baseline: float, size: float, color: str, alarm: str) -> Iterator[Item]:
    """A sign whose left edge is at x, on a text's baseline; `alarm` is the colour of no entry."""
    middle_x = round(x + SIGN_WIDTHS[sign] * size / 2, 2)
    middle_y = round(baseline - 0.34 * size, 2)
    radius = round(_RADIUS * size, 2)
    if sign == "no":
        yield Circle(middle_x, middle_y, radius, fill=alarm)
        yield Rect(
            round(middle_x - 0.6 * radius, 2),
            round(middle_y - 0.2 * radius, 2),
            round(1.2 * radius, 2),
            round(0.4 * radius, 2),
            fill=WHITE,
        )
    elif sign == "clock":
        yield Circle(middle_x, middle_y, radius, fill=WHITE, stroke=Stroke(color, 0.8))
        hands = (
            (middle_x, round(middle_y - 0.65 * radius, 2)),
            (middle_x, middle_y),
            (round(middle_x + 0.5 * radius, 2), middle_y),
        )
        yield Line(hands, Stroke(color, 0.8))
    else:
        yield Circle(middle_x, middle_y, round(0.57 * size, 2), fill=WHITE, stroke=Stroke(color, 0.9))
        yield Text(middle_x, round(baseline, 2), "H", size, True, color, anchor="middle")
