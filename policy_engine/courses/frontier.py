"""Pairs that were met and not yet looked at: those from which a difference can be nearest come first."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from policy_engine.courses.pair import Met
from policy_engine.courses.parting import Parting

# What is left of the way is measured anew after so many pairs, if something was told since.
OFTEN = 32


class Frontier:
    """A queue of pairs by the calls of the shortest difference that can follow from them (A*: no pair comes
    before one with a shorter difference). From which none can follow is left out.
    """

    def __init__(self, parting: Parting) -> None:
        self._parting = parting
        self._heap: list[tuple[int, int, Met]] = []
        self._put = self._taken = 0

    def put(self, met: Met) -> None:
        """Adds a pair."""
        left = self._parting.calls_left(met.pair)
        if left is not None:
            self._put += 1
            heappush(self._heap, (met.depth + left, self._put, met))

    def take(self) -> Met | None:
        """The next pair; None where there is none."""
        self._taken += 1
        if self._taken % OFTEN == 0 and self._parting.measured():
            kept = [
                (met.depth + left, place, met)
                for _, place, met in self._heap
                if (left := self._parting.calls_left(met.pair)) is not None
            ]
            heapify(kept)
            self._heap = kept
        return heappop(self._heap)[2] if self._heap else None
