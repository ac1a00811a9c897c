"""Shortest courses: how a session gets from its start to an edge, told step by step.

The table leaves the facts open, so a path through it may assume a fact at one step and its opposite at the
next. A course does not: it fixes the facts, and changes them only by a step of its own, after which
`always` is settled.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from itertools import islice, product
from math import prod
from typing import TypeVar

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Input, InputKind, Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.outline import facts_in_use
from policy_engine.automaton.tree import FACTS, START, Edge, Tree
from policy_engine.automaton.worlds import Assumption, open_edges
from policy_engine.model.hidden import is_hidden
from policy_engine.model.types import Value, defaults_of
from policy_engine.records import record

# Past so many combinations of facts, or places that a session can be in, the search is not thorough.
MOST_FACTS = 256
MOST_STAGES = 20_000
Place = TypeVar("Place")
FREE: tuple[InputKind, ...] = ("data", "by", "person", "context")


@record
class Stage:
    """Where a session can be: a node, and the facts that guards read."""

    node: int
    facts: tuple[Value, ...]


@record
class Move:
    """One step of a course: an edge with what it assumes, or new facts (`edge` None if nothing follows)."""

    edge: Edge | None
    assumed: tuple[Assumption, ...] = ()
    learned: tuple[tuple[str, Value], ...] = ()


class Courses:
    """The courses of an automaton, as far as it is made."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        chart = automaton.chart
        self.names = facts_in_use(chart)
        self.defaults = tuple(_given(chart.facts[name].default) for name in self.names)
        domains = [automaton.program.partial.domain(Input("fact", name)) for name in self.names]
        # Whether every combination of facts is tried, and no course was left for want of time.
        self.thorough = prod(len(domain) for domain in domains) <= MOST_FACTS
        # Courses that need no facts but the defaults come first among equally long ones.
        self.valuations = sorted(
            islice(product(*domains), MOST_FACTS),
            key=lambda facts: sum(a != b for a, b in zip(facts, self.defaults, strict=True)),
        )
        self._inputs = {facts: self._assuming(facts) for facts in self.valuations}
        self._learned: set[int] = set()

    def _assuming(self, facts: tuple[Value, ...]) -> Inputs:
        known = defaults_of(self.automaton.chart.facts)
        return Inputs({**known, **dict(zip(self.names, facts, strict=True))}, {}, {}, None)

    def shortest(self, goals: Collection[Edge]) -> list[Move] | None:
        """A shortest course whose last step takes one of the goals, or None if none was found.

        Where `thorough` is False then, there may be one all the same.
        """
        wanted = set(goals)
        before: dict[Stage, tuple[Stage | None, Move]] = {}
        waiting: deque[Stage] = deque()
        self._learned.clear()
        for next_stage, move in self._starts():
            if move.edge in wanted:
                return [move]
            if next_stage not in before:
                before[next_stage] = (None, move)
                waiting.append(next_stage)
        while waiting:
            if len(before) > MOST_STAGES:
                self.thorough = False
                return None
            stage = waiting.popleft()
            for next_stage, move in self._moves(stage):
                if move.edge in wanted:
                    return [*_back(stage, before), move]
                if next_stage not in before:
                    before[next_stage] = (stage, move)
                    waiting.append(next_stage)
        return None

    def likely(self, goals: Collection[Edge]) -> list[Move] | None:
        """A course through the table that says what it assumes of the facts at each step."""
        wanted = set(goals)
        everything = (*FREE, "fact")
        nowhere = self._assuming(self.defaults)
        before: dict[int, tuple[int | None, Move]] = {}
        waiting: deque[tuple[int | None, Tree | None]] = deque([(None, self.automaton.starts.get(START))])
        while waiting:
            source, tree = waiting.popleft()
            for edge, assumed in open_edges(tree, nowhere, everything):
                move = Move(edge, assumed)
                if edge in wanted:
                    return [*_back(source, before), move]
                if edge.target not in before:
                    before[edge.target] = (source, move)
                    node = self.automaton.nodes[edge.target]
                    waiting.extend((edge.target, below) for below in node.trees.values())
        return None

    def _starts(self) -> Iterator[tuple[Stage, Move]]:
        tree = self.automaton.starts.get(START)
        for facts, inputs in self._inputs.items():
            for edge, assumed in open_edges(tree, inputs, FREE):
                yield Stage(edge.target, facts), Move(edge, assumed, self._changes(self.defaults, facts))

    def _moves(self, stage: Stage) -> Iterator[tuple[Stage, Move]]:
        node = self.automaton.nodes[stage.node]
        for trigger, tree in node.trees.items():
            if trigger != FACTS:
                for edge, assumed in open_edges(tree, self._inputs[stage.facts], FREE):
                    yield Stage(edge.target, stage.facts), Move(edge, assumed)
        # What new facts lead to does not depend on the old ones, so each node learns once.
        if not node.done and stage.node not in self._learned:
            self._learned.add(stage.node)
            yield from self._learning(stage, node)

    def _learning(self, stage: Stage, node: Node) -> Iterator[tuple[Stage, Move]]:
        tree = node.trees.get(FACTS)
        for facts, inputs in self._inputs.items():
            changes = self._changes(stage.facts, facts)
            if not changes:
                continue
            if tree is None:
                yield Stage(stage.node, facts), Move(None, (), changes)
            for edge, assumed in open_edges(tree, inputs, FREE):
                yield Stage(edge.target, facts), Move(edge, assumed, changes)

    def _changes(self, old: tuple[Value, ...], new: tuple[Value, ...]) -> tuple[tuple[str, Value], ...]:
        return tuple(
            (name, after) for name, now, after in zip(self.names, old, new, strict=True) if now != after
        )


def _back(place: Place | None, before: Mapping[Place, tuple[Place | None, Move]]) -> list[Move]:
    """The moves that led to a place, first to last."""
    moves: list[Move] = []
    while place is not None:
        place, move = before[place]
        moves.append(move)
    return moves[::-1]


def _given(value: Value | None) -> Value:
    assert value is not None  # a fact has a default
    return value


def tell(moves: list[Move], automaton: Automaton) -> str:
    """A course in the policy's own words: `insult → insult → at_risk = yes → 2 min`."""
    parts: list[str] = []
    for move in moves:
        parts += [f"{name} = {_shown(value)}" for name, value in move.learned]
        edge = move.edge
        if edge is None or edge.trigger.kind in ("start", "facts"):
            continue
        if edge.trigger.kind == "after":
            parts.append(str(automaton.chart.timers[edge.trigger.timer].duration))
            continue
        given = ", ".join(
            str(test.expr)
            if answer is True
            else f"not {test.expr}"
            if answer is False
            else f"{test.expr} = {_shown(answer)}"
            for test, answer in move.assumed
        )
        name = _named(edge.trigger.name, automaton)
        parts.append(f"{name} ({given})" if given else name)
    return " → ".join(parts) or "start"


def _named(event: str, automaton: Automaton) -> str:
    """An event; one of the engine's own is told by how long it took to come."""
    if not is_hidden(event):
        return event
    return next(str(send.delay) for send in automaton.sends if send.event == event)


def _shown(value: Value) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
