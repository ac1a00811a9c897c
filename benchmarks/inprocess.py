"""Milliseconds of work in this process, each run between two of the bound.

A machine that shares its cores runs at half its speed for a while, and at another one when the bound was
timed. So the bound is timed beside each run, and what a run would take on the machine of the targets is
reckoned from those two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.clock import Spread, mean_of, spread, timed
from benchmarks.comparison import driving
from benchmarks.engines.bound import Bound
from benchmarks.ladder import seeded_calls, unrolled
from benchmarks.row import REFERENCE, Row


def timed_row(
    figure: str,
    limit: float,
    work: Callable[[], object],
    times: int,
    note: str = "",
    of: Callable[[Iterable[float]], Spread] = spread,
) -> Row:
    """CPU time of each of `times` runs of `work`, after two that warm up; `of` them all."""
    calls = seeded_calls(unrolled())
    events = sum(len(call) for call in calls)
    bound = driving(Bound(), calls)
    for _ in range(2):
        work()
    took, paced = [], []
    before = mean_of(bound, BESIDE)
    for _ in range(times):
        took.append(timed(work) / 1e6)
        after = mean_of(bound, BESIDE)
        paced.append(took[-1] * REFERENCE * events / ((before + after) / 2))
        before = after
    return Row(figure, limit, "ms", of(took), note, of(paced))


BESIDE = 5  # runs of the bound, about as long as what stands between them
