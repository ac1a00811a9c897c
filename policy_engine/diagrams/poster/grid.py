"""Where the two columns of a page may part."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Place
from policy_engine.diagrams.poster.column import levels
from policy_engine.diagrams.poster.plan import Scope
from policy_engine.diagrams.poster.press import Press
from policy_engine.records import record

_ROOMY = 14  # a column, in sizes of its text


@record
class Grid:
    """The edges of the two columns. Without a side lane the main column has the whole width."""

    left: float
    right: float
    main: float  # the right edge of the main column
    side: float  # the left edge of the side lane
    card: float  # where the ladder's cards start
    width: float  # and how wide they are
    lane: float  # the right edge of what stands in the side lane

    def roomy(self, size: float) -> bool:
        """Whether words have room in both columns, so that hardly any is broken."""
        side = self.lane - self.side
        return self.width >= _ROOMY * size and (side <= 0 or side >= _ROOMY * size)


def grid_of(press: Press, plan: Scope, body: Place, part: float) -> Grid:
    """The grid in which the main column takes a part of the width; all of it where nothing stands beside."""
    pad = press.sizes.pad
    spanning, nested, beside = _depths(plan, 0)
    card = body.x + pad * (spanning + nested)
    main = body.x + body.width * (part if beside else 1.0)
    return Grid(
        left=body.x,
        right=body.right,
        main=main,
        side=main + 2 * press.sizes.gap,
        card=card,
        width=main - pad * nested - card,
        lane=body.right - pad * spanning,
    )


def _depths(scope: Scope, depth: int) -> tuple[int, int, bool]:
    """How many boxes span both columns in each other, how many stand in each other in the main column, and
    whether anything stands beside it.
    """
    spanning, nested, beside = depth, 0, False
    for band in scope.bands:
        if band.spanning is not None:
            inner = _depths(band.spanning, depth + 1)
            spanning, nested, beside = max(spanning, inner[0]), max(nested, inner[1]), beside or inner[2]
        else:
            nested = max(nested, levels(band.tape))
            beside = beside or bool(band.side)
    return spanning, nested, beside
