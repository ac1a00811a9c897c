"""What comes by itself: which timer or send can be the next, and what is still to come after a step.

How long it takes is left out but for this: of the timers that a state started together a longer one never
comes before a shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import MOST_ALIKE
from policy_engine.model.chart import Cancel

Sends = tuple[int, ...]


class Pending:
    """What is due later in the sessions of one automaton. `sends` are the sends by `Send.order`; of those
    with one event and one id the first stands for all.
    """

    def __init__(self, automaton: Automaton) -> None:
        self._chart = automaton.chart
        self.sends = {send.order: send for send in automaton.sends}
        first: dict[tuple[str, str | None], int] = {}
        self._stands = {
            order: first.setdefault((send.event, send.id), order) for order, send in self.sends.items()
        }
        self._timers: dict[tuple[int, frozenset[int], int], frozenset[int]] = {}
        self._next: dict[frozenset[int], tuple[int, ...]] = {}

    def stands_for(self, order: int) -> int:
        """The send that stands for another in situations."""
        return self._stands[order]

    def next_timers(self, timers: frozenset[int]) -> tuple[int, ...]:
        """Those that can come first."""
        found = self._next.get(timers)
        if found is None:
            found = self._next[timers] = tuple(
                [timer for timer in sorted(timers) if not any(self._sooner(other, timer) for other in timers)]
            )
        return found

    def next_sends(self, sends: Sends) -> Iterator[tuple[int, tuple[Sends, ...]]]:
        """What can arrive, with what is left then: where there may be more than are told apart, as many may
        be.
        """
        for order in sorted(set(sends)):
            left = list(sends)
            left.remove(order)
            yield order, (tuple(left), sends) if sends.count(order) == MOST_ALIKE else (tuple(left),)

    def timers_after(self, edge: Edge, timers: frozenset[int], fired: int) -> frozenset[int]:
        """The timers that are running after an edge."""
        key = (edge.index, timers, fired)
        found = self._timers.get(key)
        if found is None:
            kept = {timer for timer in timers if timer in edge.kept and timer != fired}
            found = self._timers[key] = frozenset(kept.union(edge.armed))
        return found

    def sends_after(self, edge: Edge, sends: Sends) -> tuple[Sends, ...]:
        """What is still to come after an edge, each way that it can be."""
        if not edge.orders:
            return (sends,)
        ways: list[Sends] = [sends]
        for order in edge.orders:
            if isinstance(order, Cancel):
                ways = list(dict.fromkeys(new for way in ways for new in self._without(way, order)))
            else:
                place = self._stands[order.order]
                ways = [way if way.count(place) >= MOST_ALIKE else (*way, place) for way in ways]
        return tuple(dict.fromkeys(tuple(sorted(way)) for way in ways))

    def _without(self, sends: Sends, cancel: Cancel) -> Iterator[Sends]:
        """What may be left where all of an id, or the newest of it, is taken back."""
        gone = sorted({order for order in sends if self.sends[order].id == cancel.id})
        rest = tuple(order for order in sends if order not in gone)
        if cancel.count is None:
            yield rest
            return
        # What was sent last is not known: any of them, and of what there may be more of, as many as that.
        most = {order: sends.count(order) for order in gone}
        for left in product(*(range(several + 1) for several in most.values())):
            if self._fits(most, left, cancel.count):
                yield (*rest, *(order for order, count in zip(gone, left, strict=True) for _ in range(count)))

    @staticmethod
    def _fits(most: dict[int, int], left: Sequence[int], taken: int) -> bool:
        """Whether so many can be left of each, where `taken` of them are taken back."""
        if any(several == MOST_ALIKE for several in most.values()):
            gone = sum(several - count for several, count in zip(most.values(), left, strict=True))
            return gone <= taken
        return sum(left) == max(0, sum(most.values()) - taken)

    def _sooner(self, one: int, other: int) -> bool:
        """Whether a timer always comes before another that the same state started with it."""
        first, second = self._chart.timers[one], self._chart.timers[other]
        if first.state != second.state or one == other:
            return False
        calendar = self._chart.calendar
        shorter, longer = first.duration.fixed_in(calendar), second.duration.fixed_in(calendar)
        return shorter is not None and longer is not None and shorter < longer
