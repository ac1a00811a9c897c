"""One figure with its target, and what the table says about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.clock import Spread, spread

REFERENCE = 84.0  # nanoseconds of the bound's event on the machine where the targets were set


@dataclass(frozen=True, slots=True)
class Row:
    """`limit` and the figure are in `unit`; the smaller, the better. The median is held against the limit.

    `at_pace` is the figure on the machine of the targets, where the bound was timed beside each run.
    """

    figure: str
    limit: float
    unit: str
    found: Spread
    note: str = ""
    at_pace: Spread | None = None

    @property
    def met(self) -> bool:
        return self.found.median <= self.limit

    def paced(self, pace: float) -> float | None:
        """A time on a machine that is `pace` times as fast as this one; None for other figures."""
        if self.at_pace is not None:
            return self.at_pace.median
        return self.found.median / pace if self.unit == "ms" else None


def row(figure: str, limit: float, unit: str, values: Iterable[float], note: str = "") -> Row:
    return Row(figure, limit, unit, spread(values), note)


@dataclass(frozen=True, slots=True)
class Contender:
    """One engine in the comparison: ratios to the bound, and `event_ns` and `session_ns` in nanoseconds."""

    name: str
    event: Spread
    event_ns: float
    session: Spread
    session_ns: float
    idle: float
    made: int
    slower: float  # one of the last sessions against one of the first
    pause_ns: float
