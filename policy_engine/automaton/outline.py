"""What sessions need of a chart at every step, without its states and transitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policy_engine.records import record

if TYPE_CHECKING:
    from policy_engine.model.chart import Chart


@record
class Outline:
    """The ids of states and transitions, by place; the facts that guards or values read, in the order of
    their declaration; and whether anything can ever be due later, or is written
    down with its time.
    """

    states: tuple[str, ...]
    transitions: tuple[str, ...]
    facts: tuple[str, ...]
    timed: bool


def outline_of(chart: Chart, sends: bool) -> Outline:
    """The outline of a chart; `sends` says whether it ever sends an event for later."""
    return Outline(
        states=tuple([state.id for state in chart.states]),
        transitions=tuple([transition.id for transition in chart.transitions]),
        facts=facts_in_use(chart),
        timed=sends or bool(chart.timers) or any(action.record for action in chart.actions.values()),
    )


def facts_in_use(chart: Chart) -> tuple[str, ...]:
    """Facts that any guard or assignment reads, in the order of their declaration.

    What only an action is told is read when the action is asked for, and tells no two rows apart.
    """
    # Imported here because a table says which they are.
    from policy_engine.automaton.domains import expressions
    from policy_engine.model.expressions.measure import walk
    from policy_engine.model.expressions.tree import Ref

    used = {
        part.name
        for expr in expressions(chart, asked=False)
        for part in walk(expr)
        if isinstance(part, Ref) and part.kind == "fact"
    }
    return tuple(name for name in chart.facts if name in used)
