"""A node of the table: one stable snapshot without the outside world and without time."""

from __future__ import annotations

from policy_engine.automaton.tree import Tree, Trigger
from policy_engine.model.types import Value
from policy_engine.records import field, record

Key = tuple[int, tuple[int, ...], tuple[Value, ...]]


@record(frozen=False, eq=False)
class Node:
    """A configuration (mask), what each history state would bring back (masks), and the finite variables.

    `trees` grows while the table is made, or on demand; `explored` are those that were made as far as they
    ever are. Everything else is fixed.
    """

    index: int
    configuration: int
    history: tuple[int, ...]
    values: tuple[Value, ...]
    leaves: tuple[str, ...]
    states: tuple[str, ...]
    outcome: str | None  # set when the session is done
    timers: tuple[int, ...]  # of the active states, by place in Chart.timers
    trees: dict[Trigger, Tree] = field(default_factory=dict)
    explored: set[Trigger] = field(default_factory=set)

    @property
    def done(self) -> bool:
        return self.outcome is not None
