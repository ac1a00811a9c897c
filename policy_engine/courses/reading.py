"""What the table of one version says in words that another version's table has, too: without places."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import START, Computed, Edge, Tree, Trigger
from policy_engine.courses.noticed import Noticed
from policy_engine.courses.side import Due, Side
from policy_engine.model.chart import Cancel, Send
from policy_engine.model.duration import Duration
from policy_engine.model.types import Value

What = tuple[object, ...]  # what happens: its kind, and its name or its place in the policy
Place = tuple[str, int | str | None]  # of what is due: see `Side.place_of`


class Shape:
    """What an edge does: `seen` is noticed, `hidden` shows later; `stays`: everything is left as it was."""

    __slots__ = ("hidden", "seen", "stays")

    def __init__(self, seen: Noticed, hidden: object, *, stays: bool) -> None:
        self.seen = seen
        self.hidden = hidden
        self.stays = stays


class Reading:
    """Reads one version's table."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self._automaton = automaton = side.automaton
        self._timers = [
            side.place_of(Due(0, 0, timer.order, timer.index)) for timer in automaton.chart.timers
        ]
        self._sends: dict[int, Place] = {send.order: (send.event, send.id) for send in automaton.sends}
        self._finite = {name: place for place, name in enumerate(automaton.program.finite)}

    def trees(self, node: int | None) -> dict[What, Tree]:
        """The decision trees of a node, or of the start."""
        found = self._automaton.starts if node is None else self._automaton.nodes[node].trees
        return {self.what(trigger): tree for trigger, tree in found.items()}

    def what(self, trigger: Trigger) -> What:
        """What makes a step."""
        if trigger.kind == "after":
            return "after", *self._timers[trigger.timer]
        return trigger.kind, "" if trigger == START else trigger.name

    def read_off(self, node: int) -> dict[str, Value]:
        """The finite variables that can be read off a session that stands in a node."""
        values = self._automaton.nodes[node].values
        return {name: values[place] for name, place in self._finite.items() if name in self.side.shown_names}

    def in_order(self) -> list[Place]:
        """What can be due, in the order in which it comes at one moment."""
        orders = [(timer.order, self._timers[timer.index]) for timer in self._automaton.chart.timers]
        return [place for _, place in sorted([*orders, *self._sends.items()], key=lambda item: item[0])]

    def shape(self, edge: Edge | None, node: Node) -> Shape:
        """What an edge of a node does; None stands for what no state speaks of."""
        seen = self.side.noticing.written(edge, node)
        if edge is None or edge.refusal is not None:
            return Shape(seen, (), stays=True)
        hidden = (
            tuple([(self._timers[place], self._length(edge, place)) for place in edge.armed]),
            frozenset([self._timers[place] for place in edge.kept if place in node.timers]),
            tuple([self._order(edge, order) for order in edge.orders]),
            _values(edge.assigned),
        )
        idle = edge.verdict == "ignored" and edge.target == edge.source
        if idle and not (edge.armed or edge.orders or edge.assigned):
            return Shape(seen, (), stays=True)
        return Shape(seen, hidden, stays=False)

    def _length(self, edge: Edge, timer: int) -> str:
        return self._read(edge, self._automaton.chart.timers[timer].duration)

    def _order(self, edge: Edge, order: Send | Cancel) -> object:
        if isinstance(order, Cancel):
            return order.id, str(order.times)
        return order.event, order.id, str(order.times), order.delay and self._read(edge, order.delay)

    def _read(self, edge: Edge, duration: Duration) -> str:
        """A duration as it is where an edge leads; one that may be any of several as it is written."""
        if duration.name in self._finite:
            values = self._automaton.nodes[edge.target].values
            return str(duration.read({duration.name: values[self._finite[duration.name]]}))
        if duration.name in self._automaton.parameters and duration.name not in self.side.lengths:
            return str(duration.read(self._automaton.parameters))
        return str(duration)


def _values(values: Iterable[tuple[str, Value | Computed]]) -> tuple[tuple[str, str], ...]:
    return tuple([(name, str(one.expr if isinstance(one, Computed) else repr(one))) for name, one in values])
