"""One interleaved run: every contender in turn, round after round, each between two runs of the bound.

A contender's ratio is taken within one round, against the mean of the two runs of the bound around it, so
that a machine that slows down for a while slows both. What is reported is the median of those ratios.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.clock import Section, mean_of, repeats

ROUNDS = 7


@dataclass
class Measured:
    """Per round: nanoseconds of one run of the section, and the ratio to the bound."""

    nanoseconds: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Pair:
    """A section and the bound for the same work."""

    section: Section
    bound: Section


def compete(pairs: Mapping[str, Pair], rounds: int = ROUNDS) -> dict[str, Measured]:
    """Runs all pairs `rounds` times, round robin."""
    counts = {name: (repeats(pair.section), repeats(pair.bound)) for name, pair in pairs.items()}
    found = {name: Measured() for name in pairs}
    gc.collect()
    gc.freeze()  # collections run at Python's own settings for all; what stands by now is nobody's rubbish
    for _ in range(rounds):
        for name, pair in pairs.items():
            often, bound_often = counts[name]
            before = mean_of(pair.bound, bound_often)
            took = mean_of(pair.section, often)
            after = mean_of(pair.bound, bound_often)
            found[name].nanoseconds.append(took)
            found[name].ratios.append(took / ((before + after) / 2))
    gc.unfreeze()
    return found
