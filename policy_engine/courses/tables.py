"""A table as a host sees it: two automata with equal ones behave alike for certain, without any search.

Which transitions were taken is left out, and what people read; everything else that a session does stands in
the table, in what is declared, and in when timers are due.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.tree import Computed, Edge, Tree
from policy_engine.courses.skeleton import bare
from policy_engine.model.chart import Chart
from policy_engine.model.types import Declaration
from policy_engine.records import changed


def seen_table(automaton: Automaton) -> object:
    """What two automata that are whole are compared by; None for one that is not whole."""
    if not automaton.whole:
        return None
    nodes = tuple(
        (node.leaves, node.states, node.values, node.outcome, node.timers, _trees(node.trees))
        for node in automaton.nodes
    )
    edges = tuple(map(_edge, automaton.edges))
    parameters = tuple(sorted(automaton.parameters.items()))
    return _declared(automaton.chart), parameters, _trees(automaton.starts), nodes, edges


def told_apart(automaton: Automaton, read: Collection[str]) -> object:
    """What tells one choice of the parameters from another: the table, and the values of the parameters that
    are read whatever it says; None for a table that is not whole.
    """
    if not automaton.whole:
        return None
    trees = [_trees(automaton.starts), *(_trees(node.trees) for node in automaton.nodes)]
    nodes = [(node.leaves, node.values, node.outcome) for node in automaton.nodes]
    values = sorted((name, value) for name, value in automaton.parameters.items() if name in read)
    table = repr((trees, nodes, [_edge(edge) for edge in automaton.edges], values))
    return sha256(table.encode()).digest()


def same_but_for_choices(one: Chart, other: Chart) -> bool:
    """Whether two charts differ at most in which values can be chosen, known or told: with those that both
    take, they behave alike for certain.
    """
    return _without_choices(one) == _without_choices(other)


def _without_choices(chart: Chart) -> object:
    events = tuple((bare(changed(event, data={})), _defaults(event.data)) for event in chart.events.values())
    rest = changed(chart, parameters={}, facts={}, events={})
    return events, _defaults(chart.parameters), _defaults(chart.facts), bare(rest)


def _defaults(declared: Mapping[str, Declaration]) -> object:
    return tuple((name, item.type.kind, item.default) for name, item in declared.items())


def _declared(chart: Chart) -> object:
    """What a chart says besides what leads where, which is in the table."""
    timers = tuple((timer.state, timer.duration, timer.order) for timer in chart.timers)
    states = tuple((state.id, state.kind, state.parent) for state in chart.states)
    rest = changed(chart, states=(), transitions=(), timers=(), guards={}, parameters={}, context={})
    # What values could be, and never are, makes no difference.
    context = tuple((name, item.type.kind, item.default) for name, item in chart.context.items())
    return timers, states, context, bare(rest)


def _trees(trees: object) -> object:
    assert isinstance(trees, dict)
    return tuple((trigger, _tree(tree)) for trigger, tree in trees.items())


def _tree(tree: Tree) -> object:
    if isinstance(tree, Edge):
        return tree.index
    return str(tree.test.expr), tuple((answer, _tree(below)) for answer, below in tree.answers.items())


def _edge(edge: Edge) -> object:
    return (
        (edge.verdict, edge.source, edge.trigger, edge.target, edge.exited, edge.entered),
        tuple((call.action, call.to, _values(call.params)) for call in edge.actions),
        (edge.armed, edge.kept, bare(edge.orders), _values(edge.assigned)),
        None if edge.refusal is None else (edge.refusal.code, bare(edge.refusal.params)),
        tuple((item.event, item.refusal.code, bare(item.refusal.params)) for item in edge.dropped),
        None if edge.refusal is None or edge.refusal.forbid is None else edge.refusal.forbid.words,
    )


def _values(values: tuple[tuple[str, object], ...]) -> object:
    return tuple((name, str(value.expr) if isinstance(value, Computed) else value) for name, value in values)
