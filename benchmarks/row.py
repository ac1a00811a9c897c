"""One figure with its target, and what the table says about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.clock import Spread, spread

REFERENCE = 84.0  # nanoseconds of the bound's event on the machine where the targets were set


@dataclass(frozen=True, slots=True)
class Row:
    """`limit` and the figure are in `unit`; the smaller, the better.

    `at_pace` is the figure on the machine of the targets, where the bound was timed beside each run. Then its
    median is held against the limit, which was set there; else that of the figure itself.
    """

    figure: str
    limit: float
    unit: str
    found: Spread
    note: str = ""
    at_pace: Spread | None = None

    @property
    def met(self) -> bool:
        return (self.at_pace or self.found).median <= self.limit

    @property
    def met_here(self) -> bool:
        """Whether the figure as it was measured is within the limit too."""
        return self.found.median <= self.limit


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
