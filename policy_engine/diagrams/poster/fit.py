"""Which sizes fit a page: as large a text as reads well, then as much of the policy's words as has room."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.diagrams.poster.sizes import Sizes, Telling

SMALLEST = 9.0
USUAL = 11.0
MOST_PHRASES = 3
_STEP = 0.5


def best(fits: Callable[[Sizes], bool], largest: float) -> Sizes | None:
    """The best sizes that fit, or None where the smallest don't.

    Everything is told where it fits at any size; else what is done on the way to another card is left out,
    else the rest is told in brief. Text grows to what reads well at a desk, then cards say more, and then
    text grows again, to be read from afar.
    """
    for telling in ("full", "plain", "brief"):
        body = _largest(_told(fits, 1, telling), SMALLEST, min(USUAL, largest))
        if body is not None:
            break
    else:
        return None
    sizes = Sizes(body, 1, telling)
    for more in (Sizes(body, phrases, telling) for phrases in range(2, MOST_PHRASES + 1)):
        if not fits(more):
            return sizes
        sizes = more
    if body < USUAL:
        return sizes
    grown = _largest(_told(fits, sizes.phrases, sizes.telling), body, largest)
    return Sizes(grown or body, sizes.phrases, sizes.telling)


def _told(fits: Callable[[Sizes], bool], phrases: int, telling: Telling) -> Callable[[float], bool]:
    return lambda body: fits(Sizes(body, phrases, telling))


def _largest(fits: Callable[[float], bool], low: float, high: float) -> float | None:
    """The largest size that fits, by halving what is left: what fits at a size fits at a smaller one."""
    if fits(high):
        return high
    if not fits(low):
        return None
    known, beyond = 0, int((high - low) / _STEP)
    while beyond - known > 1:
        middle = (known + beyond) // 2
        if fits(low + middle * _STEP):
            known = middle
        else:
            beyond = middle
    return low + known * _STEP
