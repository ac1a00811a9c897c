"""What a caller notices of one step, apart from texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Computed, Edge, Refusal
from policy_engine.model.hidden import is_hidden
from policy_engine.model.types import Value

# The parts in which two answers can differ, the weightiest first.
Part = Literal[
    "declared",
    "verdict",
    "reason",
    "actions",
    "after",
    "path",
    "outcome",
    "dropped",
    "fired",
    "deadline",
    "duties",
    "exports",
    "guidance",
    "context",  # only asked for by `courses.expected`: variables are no behaviour
]
Params = tuple[tuple[str, object], ...]


class Noticed(NamedTuple):
    """What one step shows. `event` is the one that came by itself, None for all others; `actions` are names,
    receivers and parameters, in order; states are named as the new version names them.
    """

    verdict: str
    event: str | None = None
    code: str | None = None
    params: Params = ()
    actions: tuple[tuple[str, str | None, tuple[tuple[str, Value], ...]], ...] = ()
    after: tuple[str, ...] = ()
    exited: tuple[str, ...] = ()
    entered: tuple[str, ...] = ()
    outcome: str | None = None
    dropped: tuple[tuple[str, str, Params], ...] = ()


def parts_of(old: Noticed, new: Noticed) -> tuple[Part, ...]:
    """In which parts two answers differ."""
    if old == new:
        return ()
    pairs: tuple[tuple[Part, object, object], ...] = (
        ("verdict", old.verdict, new.verdict),
        ("reason", (old.code, old.params), (new.code, new.params)),
        ("actions", old.actions, new.actions),
        ("after", old.after, new.after),
        ("path", (old.exited, old.entered), (new.exited, new.entered)),
        ("outcome", old.outcome, new.outcome),
        ("dropped", old.dropped, new.dropped),
        ("fired", old.event, new.event),
    )
    return tuple(part for part, one, other in pairs if one != other)


class Noticing:
    """Reads off what a caller notices of the steps of one version."""

    def __init__(self, automaton: Automaton, names: Mapping[str, str], *, by_name: bool) -> None:
        """names: what the other version calls a state, where that differs. by_name: whether the names of
        states count.
        """
        self._nodes = automaton.nodes
        self._ids = [names.get(state.id, state.id) for state in automaton.chart.states]
        self._names = names
        self._by_name = by_name
        self._static: dict[int, Noticed] = {}

    def of(self, edge: Edge | None, node: Node, inputs: Inputs, event: str | None = None) -> Noticed:
        """What a step from a node shows; None stands for what no state speaks of."""
        if edge is None:
            return Noticed("ignored", event, after=self._states(node.leaves), outcome=self._outcome(node))
        found = self._static.get(edge.index)
        if found is None:
            found = self._read(edge, lambda value: _value(value, inputs))
            if all(call.static for call in edge.actions):
                self._static[edge.index] = found
        return found if event is None else found._replace(event=event)

    def written(self, edge: Edge | None, node: Node) -> Noticed:
        """The same whatever the outside world is: values that depend on it as they are written."""
        if edge is None:
            return Noticed("ignored", None, after=self._states(node.leaves), outcome=self._outcome(node))
        return self._read(edge, lambda value: f"={value.expr}" if isinstance(value, Computed) else value)

    def name_of(self, state: int) -> str:
        """What the new version calls a state."""
        return self._ids[state]

    def _read(self, edge: Edge, told: Callable[[Value | Computed], Value]) -> Noticed:
        target = self._nodes[edge.target] if edge.target >= 0 else None
        refusal = edge.refusal
        return Noticed(
            edge.verdict,
            None,
            None if refusal is None else refusal.code,
            () if refusal is None else self._params(refusal),
            tuple(
                (
                    call.action,
                    call.to,
                    tuple([(name, told(value)) for name, value in call.params]),
                )
                for call in edge.actions
            ),
            () if target is None else self._states(target.leaves),
            self._places(edge.exited),
            self._places(edge.entered),
            None if target is None else self._outcome(target),
            tuple(
                (item.event, item.refusal.code, self._params(item.refusal))
                for item in edge.dropped
                if not is_hidden(item.event)
            ),
        )

    def _states(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple([self._names.get(name, name) for name in names]) if self._by_name else ()

    def _places(self, indices: tuple[int, ...]) -> tuple[str, ...]:
        return tuple([self._ids[index] for index in indices]) if self._by_name else ()

    def _outcome(self, node: Node) -> str | None:
        if node.outcome is None or self._by_name:
            return None if node.outcome is None else self._names.get(node.outcome, node.outcome)
        return "" if node.outcome in node.leaves else node.outcome

    def _params(self, refusal: Refusal) -> Params:
        params = {name: value for name, value in refusal.params.items() if name != "step"}
        for name in ("state", "states"):
            if name in params:
                named = params.pop(name)
                states = (named,) if isinstance(named, str) else named
                if self._by_name:
                    params[name] = tuple(self._names.get(one, one) for one in states)  # type: ignore[attr-defined]  # texts
        return tuple(sorted(params.items()))


def _value(value: Value | Computed, inputs: Inputs) -> Value:
    return value.evaluate(inputs) if isinstance(value, Computed) else value
