"""The shape of a chart as bit masks: who contains whom, who handles what.

A set of states is a whole number whose bit i stands for the state with index i. The root (index 0) is never
in a configuration; as a domain it contains everything. Indices stand in document order, so walking the bits
upwards is entry order and walking them downwards is exit order.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.model.chart import Chart, Forbid


def bits(mask: int) -> Iterator[int]:
    """The indices in a mask, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def bits_down(mask: int) -> Iterator[int]:
    """The indices in a mask, highest first."""
    while mask:
        index = mask.bit_length() - 1
        yield index
        mask ^= 1 << index


class Topology:
    """Masks of one chart. Immutable once built."""

    def __init__(self, chart: Chart) -> None:
        states = chart.states
        count = len(states)
        self.states = states
        self.parent = [0 if state.parent is None else state.parent for state in states]
        self.below = [0] * count  # proper descendants
        for state in reversed(states[1:]):
            self.below[self.parent[state.index]] |= self.below[state.index] | 1 << state.index
        # Ancestors from the innermost out, the root last.
        self.above: list[tuple[int, ...]] = [()]
        for state in states[1:]:
            parent = self.parent[state.index]
            self.above.append((parent, *self.above[parent]))
        self.regions = [
            tuple(child for child in state.children if states[child].kind != "history") for state in states
        ]
        self.atomic = self._mask("atomic") | self._mask("final")
        self.compound = self._mask("compound") | 1
        self.parallel = self._mask("parallel")
        self.final = self._mask("final")
        self.history = self._mask("history")
        self.histories = tuple(state.index for state in states if state.kind == "history")
        self.slot = {index: place for place, index in enumerate(self.histories)}
        # For each state, the history states among its children.
        self.remembers = [
            tuple(child for child in state.children if states[child].kind == "history") for state in states
        ]
        self.remembering = sum(1 << state.index for state in states if self.remembers[state.index])
        self.always = sum(1 << state.index for state in states if state.always)
        self.handles: dict[str, int] = dict.fromkeys(chart.events, 0)
        for state in states:
            for event in state.on:
                # The root is active whatever the configuration says.
                self.handles[event] |= 1 << state.index if state.index else -1
        self.forbids = self._forbids()
        self.timed = sum(1 << state.index for state in states if state.after)

    def _mask(self, kind: str) -> int:
        return sum(1 << state.index for state in self.states[1:] if state.kind == kind)

    def _forbids(self) -> dict[str, tuple[tuple[int, Forbid], ...]]:
        """For each event who forbids it, in the order in which their texts count: innermost, then document
        order.
        """
        found: dict[str, list[tuple[int, int, Forbid]]] = {}
        for state in self.states:
            for forbid in state.forbid:
                for event in forbid.events:
                    found.setdefault(event, []).append((-state.depth, state.index, forbid))
        return {
            event: tuple((index, forbid) for _, index, forbid in sorted(items, key=lambda item: item[:2]))
            for event, items in found.items()
        }

    def leaves(self, configuration: int) -> tuple[str, ...]:
        """The ids of the active states without active children, in document order."""
        return tuple(self.states[index].id for index in bits(configuration & self.atomic))

    def ids(self, mask: int) -> tuple[str, ...]:
        """The ids of a set of states, in document order."""
        return tuple(self.states[index].id for index in bits(mask))

    def is_legal(self, configuration: int) -> bool:
        """Whether a mask is a legal configuration: one child of each active compound state, all regions of
        each active parallel one, and the parent of each active state (SCXML 3.11)."""
        for index in (0, *bits(configuration)):
            if index and not (self.parent[index] == 0 or configuration >> self.parent[index] & 1):
                return False
            if not self._is_filled(index, configuration):
                return False
        return not configuration & self.history

    def may_remember(self, history: int, stored: int) -> bool:
        """Whether a history state can have stored this mask when its parent was left: a shallow one the
        active children, a deep one the innermost states of a legal inside.
        """
        parent = self.parent[history]
        if not self.states[history].deep:
            children = sum(1 << child for child in self.regions[parent])
            return not stored & ~children and self._is_filled(parent, stored)
        if stored & ~(self.below[parent] & self.atomic):
            return False
        inside = stored
        for leaf in bits(stored):
            for above in self.above[leaf]:
                inside |= 1 << above
        inside &= self.below[parent]
        return all(self._is_filled(index, inside) for index in (parent, *bits(inside)))

    def _is_filled(self, index: int, active: int) -> bool:
        """Whether a state has one active child if it is compound, all of them if it is parallel."""
        found = sum(active >> child & 1 for child in self.regions[index])
        if self.parallel >> index & 1:
            return found == len(self.regions[index])
        return not self.compound >> index & 1 or found == 1
