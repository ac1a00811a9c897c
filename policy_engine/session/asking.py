"""What would become of each event now, without sending it."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Edge, Refusal
from policy_engine.automaton.worlds import open_edges
from policy_engine.model.hidden import shown_only


def allowed_events(automaton: Automaton, node: Node, inputs: Inputs) -> tuple[str, ...]:
    """The events that would be applied, for some event data."""
    events = shown_only(automaton.chart.events)
    return tuple(event for event in events if is_allowed(automaton, node, event, inputs))


def is_allowed(automaton: Automaton, node: Node, event: str, inputs: Inputs) -> bool:
    """Whether an event would be applied, for some event data."""
    return any(edge.verdict == "applied" for edge in _edges(automaton, node, event, inputs))


def forbidden_events(automaton: Automaton, node: Node, inputs: Inputs) -> dict[str, Refusal]:
    """The events that are refused, with the refusal; not those that some data would let through."""
    found: dict[str, Refusal] = {}
    for event in shown_only(automaton.chart.events):
        edges = list(_edges(automaton, node, event, inputs))
        refusals = [
            edge.refusal for edge in edges if edge.verdict == "forbidden" and edge.refusal is not None
        ]
        if refusals and all(edge.verdict != "applied" for edge in edges):
            found[event] = refusals[0]
    return found


def _edges(automaton: Automaton, node: Node, event: str, inputs: Inputs) -> Iterator[Edge]:
    """The edges that an event can take, whatever its data."""
    if node.done:
        return
    if automaton.chart.events[event].data:
        for edge, _ in open_edges(automaton.whole_tree(node, event), inputs, ("data",)):
            yield edge
        return
    only = automaton.on(node, event, inputs)
    if only is not None:
        yield only
