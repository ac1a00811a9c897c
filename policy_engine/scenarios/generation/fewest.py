"""The fewest sets that together hold everything wanted, and among equally few the cheapest.

A set cover. What is forced is taken first, and a set that another one outdoes is left out. What remains is
searched through, from the greedy answer down; where that would take too long the greedy answer stands, with
what it can do without taken out.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

# So many partial choices are looked at before the best one so far is taken.
MOST_LOOKED_AT = 20_000
T = TypeVar("T", bound=Hashable)


class Priced(NamedTuple):
    """What a choice holds, as bits, and what it costs."""

    holds: int
    cost: int


def fewest(sets: Mapping[T, frozenset[str]], costs: Mapping[T, int], wanted: frozenset[str]) -> list[T]:
    """The fewest of `sets` that hold all of `wanted`, in the order in which they are given.

    What no set holds is left out. The same input always gives the same answer.
    """
    places = {item: place for place, item in enumerate(sorted(wanted))}
    names = list(sets)
    priced = [
        Priced(sum(1 << places[item] for item in sets[name] if item in places), costs[name]) for name in names
    ]
    chosen = _Search(priced).best()
    return [name for place, name in enumerate(names) if place in chosen]


class _Search:
    def __init__(self, sets: Sequence[Priced]) -> None:
        self._sets = sets
        self._useful = [place for place, one in enumerate(sets) if one.holds and not self._outdone(place)]
        self._left = MOST_LOOKED_AT
        self._everything = 0
        for place in self._useful:
            self._everything |= sets[place].holds
        self._best = self._greedy()

    def best(self) -> frozenset[int]:
        """The places of the sets that are chosen."""
        self._look(frozenset(), self._everything)
        return self._best

    def _outdone(self, place: int) -> bool:
        """Whether another set holds all that one does and costs no more; of two equals the first stays."""
        holds, cost = self._sets[place]
        return any(
            other != place
            and one.holds & holds == holds
            and (one.cost, one.holds == holds and other > place) <= (cost, False)
            for other, one in enumerate(self._sets)
        )

    def _greedy(self) -> frozenset[int]:
        chosen: list[int] = []
        open_ = self._everything
        while open_:
            new = max(self._useful, key=lambda place: self._worth(place, open_))
            chosen.append(new)
            open_ &= ~self._sets[new].holds
        for place in reversed(chosen):
            rest = [other for other in chosen if other != place]
            if self._held(rest) == self._everything:
                chosen = rest
        return frozenset(chosen)

    def _worth(self, place: int, open_: int) -> tuple[int, int, int]:
        one = self._sets[place]
        return (one.holds & open_).bit_count(), -one.cost, -place

    def _held(self, chosen: Sequence[int]) -> int:
        held = 0
        for place in chosen:
            held |= self._sets[place].holds
        return held

    def _look(self, chosen: frozenset[int], open_: int) -> None:
        """Looks for better choices among those that go on from `chosen`."""
        self._left -= 1
        if not open_:
            if self._price(chosen) < self._price(self._best):
                self._best = chosen
            return
        least = -(-open_.bit_count() // max((one.holds & open_).bit_count() for one in self._sets))
        if self._left < 0 or len(chosen) + least > len(self._best):
            return
        # Whatever is chosen in the end holds the bit that the fewest sets hold.
        rarest = min(_bits(open_), key=self._holders)
        holders = [place for place in self._useful if self._sets[place].holds & rarest]
        for place in sorted(holders, key=lambda place: self._worth(place, open_), reverse=True):
            self._look(chosen | {place}, open_ & ~self._sets[place].holds)

    def _holders(self, bit: int) -> int:
        return sum(self._sets[place].holds & bit > 0 for place in self._useful)

    def _price(self, chosen: frozenset[int]) -> tuple[int, int]:
        return len(chosen), sum(self._sets[place].cost for place in chosen)


def _bits(number: int) -> list[int]:
    return [1 << place for place in range(number.bit_length()) if number >> place & 1]
