"""Where the two columns of a page may part."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.poster.canvas import Place
from policy_engine.diagrams.poster.column import levels
from policy_engine.diagrams.poster.plan import Scope
from policy_engine.diagrams.poster.press import Press
from policy_engine.records import record

# Parts of the width that the main column takes, the likeliest first.
_PARTS = (0.5, 0.55, 0.48, 0.6, 0.52, 0.46)


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


def grids(press: Press, plan: Scope, body: Place) -> Iterator[Grid]:
    """Grids to try for a plan."""
    pad = press.sizes.pad
    spanning, nested, beside = _depths(plan, 0)
    card = body.x + pad * (spanning + nested)
    for part in _PARTS if beside else (1.0,):
        main = body.x + body.width * part
        yield Grid(
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
