"""Chips that stand side by side in lines, each where there is room first; branches of one list stay in the
order in which they are tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from policy_engine.diagrams.poster.content import Chip
from policy_engine.diagrams.poster.runs import Paragraph, paragraph
from policy_engine.diagrams.poster.sizes import Sizes
from policy_engine.records import record


@record
class Laid:
    """A chip at its place in a flow, in points from the flow's top left corner."""

    chip: Chip
    text: Paragraph
    x: float
    y: float
    width: float
    height: float


@record
class Flow:
    chips: tuple[Laid, ...]
    height: float


def flow(chips: Iterable[Chip], sizes: Sizes, width: float, taken: float = 0.0, first: float = 0.0) -> Flow:
    """Chips in lines of a width. `taken` is what stands in the first line already, `first` its height."""
    across, gap = sizes.body * 0.35, sizes.between
    rows = [_Row(taken, first)] if taken else []
    reached: dict[object, int] = {}  # the lines of the latest branches, by their lists
    several = list(chips)
    for chip, following in zip_longest(several, several[1:]):
        text = paragraph(chip.runs, sizes.body, width - 2 * across)
        wide, high = text.width + 2 * across, text.height + sizes.over
        whole = len(text.lines) > 1
        begin = reached.get(chip.list, 0)
        if following is not None and following.follows:
            begin = max(begin, len(rows) - 1)
        fitting = (
            place
            for place in range(begin, len(rows))
            if not rows[place].full and rows[place].end + wide <= width
        )
        place = len(rows) if whole else next(fitting, len(rows))
        if place == len(rows):
            rows.append(_Row(0.0, 0.0))
        if chip.follows:
            # Nothing may come between it and the branch before it.
            for earlier in rows[begin:place]:
                earlier.full = True
        if chip.list is not None:
            reached[chip.list] = place
        row = rows[place]
        row.laid.append((chip, text, row.end, wide, high))
        row.end += wide + gap
        row.full = whole
        row.height = max(row.height, high)
    laid: list[Laid] = []
    y = 0.0
    for row in rows:
        for chip, text, x, wide, high in row.laid:
            laid.append(Laid(chip, text, x, y + (row.height - high) / 2, wide, high))
        y += row.height + sizes.apart
    return Flow(tuple(laid), max(0.0, y - sizes.apart))


class _Row:
    """A line of chips while it is filled."""

    def __init__(self, end: float, height: float) -> None:
        self.end = end
        self.height = height
        self.full = False
        self.laid: list[tuple[Chip, Paragraph, float, float, float]] = []
