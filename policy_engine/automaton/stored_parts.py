"""What the edges of a table share: triggers, questions about the outside world, and what steps do.

Each is read when the first edge that has it is. That it reads only what is there to be read, is seen to for
every event that it goes with. For one thread at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from policy_engine.automaton.codec import PARTS, test
from policy_engine.automaton.places import within
from policy_engine.automaton.sense import (
    Scope,
    check_actions,
    check_assigned,
    check_orders,
    check_refusal,
    kind_of,
    outside,
)
from policy_engine.automaton.shapes import choice, items, text, value, whole
from policy_engine.automaton.tree import Test, Trigger
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart
from policy_engine.model.types import Value

# The columns of a step. States, transitions and timers stand in it by their place in the chart; what is asked
# for, sent, assigned, refused and dropped by its place among the parts of its kind.
STEP = (
    "verdict",
    "exited",
    "entered",
    "actions",
    "transitions",
    "armed",
    "kept",
    "orders",
    "assigned",
    "refusal",
    "dropped",
    "microsteps",
)
Step = tuple[Any, ...]  # the columns of a step
_values = items(value)
# What an edge that refuses can say, by the code of its refusal; None for one that does not.
_VERDICTS = {
    None: choice("applied", "ignored"),
    "forbidden": choice("forbidden"),
    "role-may-not": choice("rejected"),
    "person-needed": choice("rejected"),
    "requires": choice("forbidden"),
    "out-of-range": choice("rejected"),
    "endless": choice("rejected"),
}
_kind = choice("start", "on", "sent", "after", "facts")


class StoredParts:
    """The shared rows of a table. Asking for one that is damaged raises what reading it raises."""

    def __init__(self, table: Mapping[str, Any], chart: Chart) -> None:
        self._chart = chart
        self._span = Span.start_of(chart.file)
        raw = table["chart"]
        self._sizes = len(raw["states"]), len(raw["transitions"]), len(raw["timers"])
        self._triggers = _Rows(table["triggers"], self._trigger)
        self._tests = _Rows(table["tests"], self._test)
        self._steps = _Rows(table["steps"], self._step)
        self._parts = {name: _Rows(table["parts"][name], self._part(name)) for name in PARTS}
        self._scopes: dict[str | None, Scope] = {}
        self._sound: set[tuple[int, int, str | None]] = set()

    def trigger(self, place: Any) -> Trigger:
        """What makes a step."""
        found: Trigger = self._triggers.at(place)
        return found

    def test(self, place: Any, event: str | None) -> tuple[Test, tuple[Value, ...]]:
        """A question that is asked while an event from outside is in hand, or none; and its answers."""
        found: tuple[Test, tuple[Value, ...]] = self._tests.at(place)
        if (0, place, event) not in self._sound:
            kind_of(found[0].expr, self._scope(event))
            self._sound.add((0, place, event))
        return found

    def step(self, place: Any, event: str | None) -> Step:
        """A step that is taken while an event from outside is in hand, or none."""
        found: Step = self._steps.at(place)
        if (1, place, event) not in self._sound:
            check_actions(found[STEP.index("actions")], self._scope(event))
            check_assigned(found[STEP.index("assigned")], self._scope(event))
            self._sound.add((1, place, event))
        return found

    def _scope(self, event: str | None) -> Scope:
        if event not in self._scopes:
            self._scopes[event] = outside(self._chart, event)
        return self._scopes[event]

    def _trigger(self, row: Any) -> Trigger:
        kind, name, timer = row
        return Trigger(_kind(kind, self._span), text(name, self._span), *within([timer], -1, self._sizes[2]))

    def _test(self, row: Any) -> tuple[Test, tuple[Value, ...]]:
        return test(row, self._span), _values(row["answers"], self._span)

    def _step(self, row: Any) -> Step:
        (
            verdict, exited, entered, actions, transitions, armed, kept, orders, assigned, refusal, dropped,
            microsteps,
        ) = row  # fmt: skip
        states, arrows, timers = self._sizes
        parts = self._parts
        refused = parts["refusal"].at(refusal)
        return (
            _VERDICTS[None if refused is None else refused.code](verdict, self._span),
            within(exited, 1, states),
            within(entered, 1, states),
            parts["actions"].at(actions),
            within(transitions, 0, arrows),
            within(armed, 0, timers),
            frozenset(within(kept, 0, timers)),
            parts["orders"].at(orders),
            parts["assigned"].at(assigned),
            refused,
            parts["dropped"].at(dropped),
            whole(microsteps, self._span),
        )

    def _part(self, name: str) -> Callable[[Any], Any]:
        def read(row: Any) -> Any:
            part = PARTS[name](row, self._span)
            if name == "orders":
                check_orders(part, self._chart)
            elif name == "refusal":
                check_refusal(part, self._chart)
            elif name == "dropped":
                for item in part:
                    check_refusal(item.refusal, self._chart)
            return part

        return read


class _Rows:
    """Rows that are each read once."""

    def __init__(self, rows: list[Any], read: Callable[[Any], Any]) -> None:
        self._rows = rows
        self._read = read
        self._found: dict[int, Any] = {}

    def at(self, place: Any) -> Any:
        """What the row at a place holds."""
        if place not in self._found:
            (place,) = within([place], 0, len(self._rows))
            self._found[place] = self._read(self._rows[place])
        return self._found[place]
