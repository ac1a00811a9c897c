"""The nodes and edges of a table, each node read with its edges when a session comes to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from policy_engine.automaton.damage import reading
from policy_engine.automaton.lazily import Lazily, Together
from policy_engine.automaton.node import Key, Node
from policy_engine.automaton.places import within
from policy_engine.automaton.shapes import items, maybe, text, value, whole
from policy_engine.automaton.stored_parts import StoredParts
from policy_engine.automaton.tree import Branch, Edge, Tree, Trigger
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart

_values = items(value)
_outcome = maybe(text)


class StoredTable:
    """`ids` are those of the states; `starts` is what starts do. The rest is read when it is asked for:
    `nodes` one by one, `edges` together.
    """

    def __init__(self, table: Mapping[str, Any], chart: Chart) -> None:
        self._parts = StoredParts(table, chart)
        self._span = Span.start_of(chart.file)
        self._types = [item.type for item in chart.context.values() if item.type.finite]
        states = table["chart"]["states"]
        self.ids = tuple([text(state["id"], self._span) for state in states])
        self._kinds = [state["kind"] for state in states]
        self._parents = [state["parent"] for state in states]
        self._outcomes = [_outcome(state.get("outcome"), self._span) for state in states]
        timers = len(table["chart"]["timers"])
        self._timers = [within(state.get("after", ()), 0, timers) for state in states]
        self._rows: list[Any] = table["nodes"]
        self.starts = self._trees(table["start"], -1)
        self.nodes = Lazily(len(self._rows), self._node)
        self.edges = Together(self._all_edges)

    def keys(self) -> list[Key]:
        """The keys of all nodes. Raises TableError."""
        return reading(self._all_keys)

    def _all_keys(self) -> list[Key]:
        keys = [self._key(row) for row in self._rows]
        if len(set(keys)) < len(keys):
            raise ValueError("a node that stands twice")
        return keys

    def _key(self, row: Any) -> Key:
        mask = 0
        for place in within(row["states"], 1, len(self.ids)):
            mask |= 1 << place
        history = [sum(1 << place for place in within(stored, 1, len(self.ids))) for stored in row["history"]]
        values = _values(row["values"], self._span)
        if len(history) != self._kinds.count("history") or len(values) != len(self._types):
            raise ValueError("a node with more or less than the chart remembers")
        if not all(wanted.accepts(given) for wanted, given in zip(self._types, values, strict=True)):
            raise ValueError("a variable outside its range")
        return mask, tuple(history), values

    def _node(self, place: int) -> Node:
        row = self._rows[place]
        active = sorted(row["states"])
        mask, history, values = self._key(row)
        ended = [state for state in active if self._kinds[state] == "final" and self._parents[state] == 0]
        return Node(
            place,
            mask,
            history,
            values,
            tuple([self.ids[state] for state in active if self._kinds[state] in ("atomic", "final")]),
            tuple([self.ids[state] for state in active]),
            self._outcomes[ended[0]] if ended else None,
            () if ended else tuple([timer for state in active for timer in self._timers[state]]),
            self._trees(row, place),
        )

    def _trees(self, row: Any, source: int) -> dict[Trigger, Tree]:
        """What each trigger does in a node. Its edges have the numbers from its first one on."""
        rest = map(int, text(row["does"], self._span).split())
        numbers = count(whole(row["first"], self._span))
        trees: dict[Trigger, Tree] = {}
        for place in rest:
            trigger = self._parts.trigger(place)
            trees[trigger] = self._tree(rest, source, trigger, numbers)
        if source + 1 < len(self._rows) and next(numbers) != self._rows[source + 1]["first"]:
            raise ValueError("edges that were not counted")
        return trees

    def _tree(self, rest: Iterator[int], source: int, trigger: Trigger, numbers: Iterator[int]) -> Tree:
        """The tree that comes next: a question, or the step of an edge and the node that it leads to."""
        event = trigger.name if trigger.kind == "on" else None
        what = next(rest)
        if what < 0:
            test, answers = self._parts.test(-1 - what, event)
            below = {}
            for _ in range(next(rest)):
                (place,) = within([next(rest)], 0, len(answers))
                below[answers[place]] = self._tree(rest, source, trigger, numbers)
            return Branch(test, below)
        step, target = self._parts.step(what, event), next(rest)
        edge = Edge(next(numbers), step[0], source, trigger, target, *step[1:])
        # Only a start that is refused leads nowhere; no role and no `forbid` refuses one.
        within([target], 0 if edge.refusal is None else source, len(self._rows))
        if source < 0 and edge.refusal is not None and edge.refusal.code not in ("out-of-range", "endless"):
            raise ValueError("a start that can't be refused so")
        return edge

    def _all_edges(self) -> list[Edge]:
        every = [self.starts, *(node.trees for node in self.nodes)]
        return [edge for trees in every for tree in trees.values() for edge in _leaves(tree)]


def _leaves(tree: Tree) -> Iterator[Edge]:
    if isinstance(tree, Edge):
        yield tree
    else:
        for below in tree.answers.values():
            yield from _leaves(below)
