"""Time and its spread. CPU time of this process, so that other programs count as little as they can."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles
from time import process_time_ns

Section = Callable[[], int]  # does its work and returns the nanoseconds that count
ENOUGH = 20_000_000  # nanoseconds: a section is repeated until it lasts this long


@dataclass(frozen=True, slots=True)
class Spread:
    """A median, with the quartiles around it."""

    median: float
    low: float
    high: float


def spread(values: Iterable[float]) -> Spread:
    found = sorted(values)
    if len(found) < 2:
        return Spread(found[0], found[0], found[0])
    low, _, high = quantiles(found, n=4, method="inclusive")
    return Spread(median(found), low, high)


def tail(values: Iterable[float]) -> Spread:
    """The 95th percentile where else the median stands, between the median and the largest value."""
    found = sorted(values)
    return Spread(found[-(-len(found) * 95 // 100) - 1], median(found), found[-1])


def timed(work: Callable[[], object]) -> int:
    """Nanoseconds of CPU time that `work` takes."""
    begin = process_time_ns()
    work()
    return process_time_ns() - begin


def repeats(section: Section) -> int:
    """How often the section is to run for its time to be worth reading. Warms it up too."""
    section()
    count, spent = 1, section()
    while spent < ENOUGH:
        count = max(count + 1, min(count * 10, 2 * count * ENOUGH // max(spent, 1)))
        spent = sum(section() for _ in range(count))
    return count


def mean_of(section: Section, count: int) -> float:
    """Mean nanoseconds of `count` runs. Rubbish of earlier sections is cleared away before, not during."""
    gc.collect()
    return sum(section() for _ in range(count)) / count
