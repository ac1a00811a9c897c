"""Nodes of a table that no call can tell apart: of each such class one node stands for all.

Most nodes of a table differ in a variable that nothing reads any more before it is set anew. Nodes are first
put together by what they show and by their own steps, and then parted as long as steps of one class lead to
several (Moore, Gedanken-experiments on sequential machines, 1956).
"""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.tree import Computed, Edge, Tree
from policy_engine.courses.common import exported
from policy_engine.courses.guided import phrase_conditions
from policy_engine.courses.skeleton import bare
from policy_engine.model.chart import Cancel, Chart
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Ref
from policy_engine.model.types import Value


def standing_for(automaton: Automaton, read: Iterable[str]) -> tuple[int, ...]:
    """For each node of a whole table the first node that is like it, by index.

    read: the finite variables that are read off a session between its steps: nodes with other values of
    these are told apart.
    """
    places = {name: place for place, name in enumerate(automaton.program.finite)}
    seen = [places[name] for name in sorted({*read}) if name in places]
    shapes = _Shapes(automaton, places)
    classes: list[int] = []
    ways: list[tuple[int, ...]] = []
    for node in automaton.nodes:
        targets: list[int] = []
        trees = [
            (trigger.kind, trigger.name, trigger.timer, shapes.of(tree, targets))
            for trigger, tree in node.trees.items()
        ]
        shown = tuple([node.values[place] for place in seen])
        label = (node.leaves, node.outcome, node.timers, shown, tuple(trees))
        classes.append(shapes.number(label))
        ways.append(tuple(targets))
    count = len(set(classes))
    while True:
        parted: dict[tuple[int, ...], int] = {}
        classes = [
            parted.setdefault((mine, *[classes[target] for target in targets]), len(parted))
            for mine, targets in zip(classes, ways, strict=True)
        ]
        if len(parted) == count:
            break
        count = len(parted)
    first: dict[int, int] = {}
    return tuple([first.setdefault(mine, place) for place, mine in enumerate(classes)])


class _Shapes:
    """What trees and edges are without the nodes that they lead to. What is alike has one number."""

    def __init__(self, automaton: Automaton, places: dict[str, int]) -> None:
        self._automaton = automaton
        self._places = places
        self._numbers: dict[object, int] = {}
        self._edges: dict[int, int] = {}
        self._tests: dict[int, str] = {}

    def number(self, shape: object) -> int:
        return self._numbers.setdefault(shape, len(self._numbers))

    def of(self, tree: Tree, targets: list[int]) -> object:
        """The shape of a tree; the nodes that its edges lead to are put behind `targets`."""
        if isinstance(tree, Edge):
            if tree.target >= 0:
                targets.append(tree.target)
            found = self._edges.get(tree.index)
            if found is None:
                found = self._edges[tree.index] = self.number(self._edge(tree))
            return found
        expr = tree.test.expr
        asked = self._tests.get(id(expr))
        if asked is None:
            asked = self._tests[id(expr)] = str(expr)
        return asked, tuple([(answer, self.of(below, targets)) for answer, below in tree.answers.items()])

    def _edge(self, edge: Edge) -> object:
        refusal, timers = edge.refusal, self._automaton.chart.timers
        delays = [order.delay for order in edge.orders if not isinstance(order, Cancel)]
        begun = [*(timers[place].duration for place in edge.armed), *delays]
        return (
            (edge.verdict, edge.target < 0, edge.exited, edge.entered, edge.transitions),
            tuple([(call.action, call.to, _values(call.params)) for call in edge.actions]),
            (edge.armed, edge.kept, bare(edge.orders), self._lengths(begun, edge)),
            _values(edge.assigned),
            None if refusal is None else (refusal.code, bare(refusal.params), bare(refusal.forbid)),
            tuple([(item.event, item.refusal.code, bare(item.refusal.params)) for item in edge.dropped]),
        )

    def _lengths(self, begun: Iterable[Duration | None], edge: Edge) -> tuple[Value, ...]:
        """The variables that say how long what begins takes, as they are where an edge leads."""
        if edge.target < 0:
            return ()
        values = self._automaton.nodes[edge.target].values
        named = [item.name for item in begun if item is not None and item.name is not None]
        return tuple([values[self._places[name]] for name in named if name in self._places])


def _values(values: Iterable[tuple[str, Value | Computed]]) -> tuple[tuple[str, Value | str], ...]:
    return tuple([(name, str(one.expr) if isinstance(one, Computed) else one) for name, one in values])


def read_off(chart: Chart) -> frozenset[str]:
    """The variables that exports read, and conditions of phrases."""
    return frozenset(
        part.name
        for expr in (*exported(chart), *phrase_conditions(chart))
        for part in walk(expr)
        if isinstance(part, Ref) and part.kind == "context"
    )
