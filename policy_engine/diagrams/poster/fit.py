"""Which sizes fit a page: as large a text as reads well, then as much of the policy's words as has room."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.diagrams.poster.sizes import TELLINGS, Sizes
from policy_engine.records import changed

SMALLEST = 9.0
USUAL = 11.0
MOST_PHRASES = 3
_STEP = 0.5
Fits = Callable[[Sizes], bool]


def best(fits: Fits, largest: float, least: float = SMALLEST) -> Sizes | None:
    """The best sizes that fit, or None where the smallest don't.

    Everything is told where it fits at `least` or more; else what is done on the way to another card is left
    out, else the rest is told in brief; and where that does not do either, at smaller sizes down to 9 points,
    at last with what is said under the first condition alone. Text grows to what reads well at a desk, then
    boxes and cards say more, and then text grows again, to be read from afar.
    """
    sizes = None
    for smallest in sorted({least, SMALLEST}, reverse=True):
        sizes = sizes or _first(fits, smallest, min(USUAL, largest))
    if sizes is None or not sizes.every:
        return sizes
    low = max(least - 1, SMALLEST)
    if fits(more := changed(sizes, boxes="all")):
        sizes = more
    else:
        # What holds only sometimes is about what goes wrong.
        sizes = _largest(fits, changed(sizes, boxes="conditional"), low, sizes.body) or sizes
    for phrases in range(2, MOST_PHRASES + 1):
        if not fits(more := changed(sizes, phrases=phrases)):
            return sizes
        sizes = more
    if sizes.body < USUAL:
        return sizes
    return _largest(fits, sizes, sizes.body, largest) or sizes


def _first(fits: Fits, low: float, high: float) -> Sizes | None:
    """The most that can be told at a size between these."""
    tellings = [Sizes(low, 1, telling) for telling in TELLINGS]
    if low == SMALLEST:
        tellings.append(changed(tellings[-1], every=False))
    return next((found for sizes in tellings if (found := _largest(fits, sizes, low, high))), None)


def _largest(fits: Fits, sizes: Sizes, low: float, high: float) -> Sizes | None:
    """The largest size that fits, by halving what is left: what fits at a size fits at a smaller one."""
    if not fits(changed(sizes, body=low)):
        return None
    if fits(changed(sizes, body=high)):
        return changed(sizes, body=high)
    known, beyond = 0, int((high - low) / _STEP)
    while beyond - known > 1:
        middle = (known + beyond) // 2
        if fits(changed(sizes, body=low + middle * _STEP)):
            known = middle
        else:
            beyond = middle
    return changed(sizes, body=low + known * _STEP)
