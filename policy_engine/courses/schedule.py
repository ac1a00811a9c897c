"""When the calls of a course are made: the earliest moments that agree with all that is said of them.

Each wish says that one call comes at least so long after another; moments are counted in nanoseconds from the
start. Where a moment has to lie before another it lies one microsecond before it, the smallest step that a
host can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

MICROSECOND = 1_000


class Wish(NamedTuple):
    """`call` comes at least `least` nanoseconds after `other` (both by their places in the course)."""

    call: int
    other: int
    least: int


def earliest(calls: int, wishes: Sequence[Wish]) -> tuple[int, ...] | None:
    """The earliest moment of each call, the first at 0; None where no moments agree with all wishes."""
    moments = [0] * calls
    for _ in range(calls + 1):
        settled = True
        for call, other, least in wishes:
            if moments[call] < moments[other] + least:
                moments[call] = moments[other] + least
                settled = False
        if settled:
            return tuple(moments) if moments[0] == 0 else None
    return None
