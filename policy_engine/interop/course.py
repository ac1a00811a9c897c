"""The microsteps of a decision, found again from what it tells.

A decision lists all exits and all entries, each in the order it happened. A microstep leaves states from the
innermost out and enters states from the outermost in until the configuration is legal again; in the midst of
it the configuration is not. So the shortest beginning of both lists that leads from one legal configuration
to another is the first microstep, and there is no other way to cut them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policy_engine.automaton.topology import Topology, bits


@dataclass(frozen=True, slots=True)
class Microstep:
    """`exited` and `entered` are state ids in order; `active` and `leaves` what is active afterwards."""

    exited: tuple[str, ...]
    entered: tuple[str, ...]
    active: tuple[str, ...]
    leaves: tuple[str, ...]


class Courses:
    """Cuts the decisions of one chart."""

    def __init__(self, topology: Topology) -> None:
        self._topology = topology
        self._index = {state.id: state.index for state in topology.states[1:]}

    def microsteps(
        self, before: Iterable[str], exited: Iterable[str], entered: Iterable[str]
    ) -> tuple[Microstep, ...]:
        """The microsteps from the active leaf states `before`; those without exits and entries are left
        out.
        """
        active = self._configuration(before)
        exits = [self._index[state] for state in exited]
        entries = [self._index[state] for state in entered]
        found: list[Microstep] = []
        while entries:
            left, new = self._first(active, exits, entries)
            active = _without(active, exits[:left]) | _mask(entries[:new])
            found.append(self._microstep(exits[:left], entries[:new], active))
            exits, entries = exits[left:], entries[new:]
        return tuple(found)

    def _configuration(self, leaves: Iterable[str]) -> int:
        active = 0
        for leaf in leaves:
            index = self._index[leaf]
            active |= 1 << index | _mask(self._topology.above[index])
        return active & ~1

    def _first(self, active: int, exits: Sequence[int], entries: Sequence[int]) -> tuple[int, int]:
        """How many exits and how many entries the first microstep has."""
        return next(
            (left, new)
            for left in range(len(exits) + 1)
            if (new := self._completing(_without(active, exits[:left]), entries))
        )

    def _completing(self, active: int, entries: Sequence[int]) -> int:
        """How many entries make a configuration legal; 0 if none do."""
        for count, index in enumerate(entries, 1):
            if active >> index & 1:
                return 0
            active |= 1 << index
            if self._topology.is_legal(active):
                return count
        return 0

    def _microstep(self, exits: Iterable[int], entries: Iterable[int], active: int) -> Microstep:
        states = self._topology.states
        return Microstep(
            exited=tuple(states[index].id for index in exits),
            entered=tuple(states[index].id for index in entries),
            active=tuple(states[index].id for index in bits(active)),
            leaves=self._topology.leaves(active),
        )


def _mask(indices: Iterable[int]) -> int:
    mask = 0
    for index in indices:
        mask |= 1 << index
    return mask


def _without(active: int, indices: Iterable[int]) -> int:
    return active & ~_mask(indices)
