"""What makes the table of an automaton large."""

from __future__ import annotations

from policy_engine.automaton.automaton import Automaton
from policy_engine.model.hidden import is_hidden


def widest(automaton: Automaton) -> tuple[str, ...]:
    """What an event's answers depend on where these are too many, then the variables and history states of
    which most values were met, the widest first; three at the most.
    """
    program = automaton.program
    values = {name: {node.values[i] for node in automaton.nodes} for i, name in enumerate(program.finite)}
    for place, index in enumerate(program.topology.histories):
        values[automaton.chart.states[index].id] = {node.history[place] for node in automaton.nodes}
    ordered = sorted(values, key=lambda name: -len(values[name]))
    return tuple([*automaton.crowded, *(name for name in ordered if not is_hidden(name))][:3])
