"""Which edges of two trees can be taken by one and the same call.

Trees that ask the same are followed together. Where two of them ask different things everything that can be
told is tried, once for all trees that ask alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.tree import Branch, Edge, Tree
from policy_engine.courses.common import Common
from policy_engine.courses.side import Half, Side
from policy_engine.model.types import Value

Edges = tuple[Edge | None, Edge | None]
# So much is tried for two trees that ask different things; past that any edge may meet any other.
MOST_TRIED = 20_000
# Past so many pairs of edges that may meet it is not worth while.
MOST_MEETINGS = 4_000


class Meeting:
    """Finds the edges that meet."""

    def __init__(self, old: Side, new: Side, common: Common) -> None:
        self._sides = old, new
        self._common = common
        self._found: dict[object, tuple[tuple[int, int], ...]] = {}

    def edges(
        self, event: str, nodes: tuple[int, int], old: Tree | None, new: Tree | None
    ) -> list[Edges] | None:
        """The edges of two trees of these nodes that meet; None where there are too many. event: what is
        told; empty for what comes by itself.
        """
        ways = list(_ways(old)), list(_ways(new))
        if _asked(old) == _asked(new):
            return [(one, other) for (_, one), (_, other) in zip(*ways, strict=True)]
        if event and isinstance(old, Branch) and isinstance(new, Branch):
            asked = event, _asked(old), _asked(new)
            met = self._found.get(asked)
            if met is None:
                met = self._found[asked] = tuple(dict.fromkeys(self._tried(event, nodes, old, new)))
            return [(ways[0][one][1], ways[1][other][1]) for one, other in met]
        if len(ways[0]) * len(ways[1]) > MOST_MEETINGS:
            return None
        return [(one, other) for (_, one), (_, other) in product(*ways)]

    def _tried(
        self, event: str, nodes: tuple[int, int], old: Branch, new: Branch
    ) -> Iterator[tuple[int, int]]:
        """The places of edges that meet."""
        places = [{way: place for place, (way, _) in enumerate(_ways(tree))} for tree in (old, new)]
        read = frozenset().union(
            *(side.read(Half(node, (), ()), event) for side, node in zip(self._sides, nodes, strict=True))
        )
        kept = sorted(name for kind, name in read if kind == "context")
        told = self._common.told(event, read)
        worlds = self._common.known if any(kind == "fact" for kind, _ in read) else self._common.known[:1]
        people = product(self._common.persons, repeat=len(kept))
        count = len(told) * len(worlds) * len(self._common.persons) ** len(kept)
        if count > MOST_TRIED or not all(map(self._is_person, kept)):
            yield from product(*(mine.values() for mine in places))
            return
        for people_kept, known, (data, by, person) in product(people, worlds, told):
            context = dict(zip(kept, people_kept, strict=True))
            ways = [
                _way(tree, Inputs(facts, side.given(event, data), context, by, parameters, person=person))
                for tree, side, facts in zip((old, new), self._sides, known, strict=True)
                for parameters in (side.automaton.parameters,)
            ]
            yield places[0][ways[0]], places[1][ways[1]]

    def _is_person(self, name: str) -> bool:
        return all(
            name in side.chart.context and side.chart.context[name].type.kind == "person"
            for side in self._sides
        )


_Way = tuple[Value, ...]  # the answers on the way to an edge


def _ways(tree: Tree | None, before: _Way = ()) -> Iterator[tuple[_Way, Edge | None]]:
    if isinstance(tree, Branch):
        for answer, below in tree.answers.items():
            yield from _ways(below, (*before, answer))
    else:
        yield before, tree


def _way(tree: Tree, inputs: Inputs) -> _Way:
    way: list[Value] = []
    while isinstance(tree, Branch):
        way.append(tree.test.evaluate(inputs))
        tree = tree.answers[way[-1]]
    return tuple(way)


def _asked(tree: Tree | None) -> object:
    """What a tree asks, without the edges."""
    if isinstance(tree, Branch):
        below = tuple([(answer, _asked(tree.answers[answer])) for answer in tree.answers])
        return str(tree.test.expr), below
    return ()
