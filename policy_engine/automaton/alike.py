"""What was worked out in one node and holds in another.

Two nodes with one configuration and one history answer a trigger alike where they agree in every variable
that was read on the way; most nodes of a table differ in variables that most of their triggers never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policy_engine.automaton.choices import Trail
from policy_engine.automaton.node import Node
from policy_engine.automaton.partial import Operand
from policy_engine.automaton.tree import Edge, Trigger
from policy_engine.model.types import Value
from policy_engine.records import record

# So many answers are kept at most: a table with more of them has no end in sight, and its memory should.
MOST_KEPT = 50_000

Places = tuple[int, ...]


class Watched(list[Operand]):
    """The values of a run, by slot; `read` are those that it asked for, `written` those that it gave."""

    __slots__ = ("read", "written")

    def __init__(self, values: Iterable[Operand]) -> None:
        super().__init__(values)
        self.read: set[int] = set()
        self.written: set[int] = set()

    def __getitem__(self, slot: int) -> Operand:  # type: ignore[override]  # a run asks for no slices
        self.read.add(slot)
        return super().__getitem__(slot)

    def __setitem__(self, slot: int, value: Operand) -> None:  # type: ignore[override]  # see above
        self.written.add(slot)
        super().__setitem__(slot, value)


@record(eq=False)
class Outcome:
    """One answer: what was asked to get there, an edge of the node where it was met, and the new values of
    finite variables, each by its place in `Node.values`.
    """

    trail: Trail
    edge: Edge
    written: tuple[tuple[int, Value], ...]


class Alike:
    """The answers so far, by what they depend on."""

    def __init__(self) -> None:
        self._known: dict[object, dict[Places, dict[tuple[Value, ...], Sequence[Outcome]]]] = {}
        self._count = 0

    def outcomes(self, node: Node, trigger: Trigger) -> Sequence[Outcome] | None:
        """Every answer of a trigger in a node, if they were met in a node that is alike."""
        values = node.values
        for places, found in self._known.get((node.configuration, node.history, trigger), {}).items():
            outcomes = found.get(tuple([values[place] for place in places]))
            if outcomes is not None:
                return outcomes
        return None

    def keep(self, node: Node, trigger: Trigger, places: Iterable[int], outcomes: Sequence[Outcome]) -> None:
        """Takes in every answer of a trigger in a node; `places` are what was read for them."""
        self._count += len(outcomes)
        if self._count <= MOST_KEPT:
            read = tuple(sorted(places))
            situation = self._known.setdefault((node.configuration, node.history, trigger), {})
            situation.setdefault(read, {})[tuple(node.values[place] for place in read)] = outcomes
