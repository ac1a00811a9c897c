"""The sheet of the one who practises: the situation, the goals, the steps and phrases; not the script."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.phrasing import named, sentence
from policy_engine.diagrams.roleplay.known import settled
from policy_engine.diagrams.roleplay.parts import emergency, heading, number_cell, opening
from policy_engine.diagrams.roleplay.phrases import phrase_blocks
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Cell,
    Heading,
    Note,
    Rest,
    Table,
    cell,
    items,
    line,
)
from policy_engine.diagrams.theme import Look
from policy_engine.model.expressions.tree import Constant


def agent_blocks(script: Script, look: Look) -> tuple[Block, ...]:
    """The blocks of the agent's sheet."""
    role = () if script.agent is None else (script.role(script.agent),)
    return (
        *heading(script, "agent's sheet" if role else "anyone's sheet", *role),
        *opening(script),
        Note((line(script.word("you may stop")),)),
        Heading(2, script.word("your steps")),
        line(script.word("steps hint")),
        steps_table(script, _steps(script), look),
        *_statements(script),
        *emergency(script),
        Rest(script.word("notes")),
    )


def _statements(script: Script) -> Iterator[Block]:
    """What must have been said or done before what requires it may happen."""
    chart = script.figure.chart
    required = {name for transition in chart.transitions for name in transition.requires}
    names = [name for name in chart.context if name in required]
    if names:
        labels = [named(chart.context[name].label, name, script.language) for name in names]
        yield Heading(2, script.word("tick off"))
        yield Bullets(items(tuple(sentence(label) for label in labels)))


def steps_table(script: Script, states: tuple[str, ...], look: Look) -> Table:
    """Steps with what is said in them."""
    header = tuple(script.word(key) for key in ("number", "your step", "phrase"))
    cards = script.figure.cards
    rows = tuple(
        (
            number_cell(script, cards[state].number, state, look),
            cell(script.label(state), bold=True),
            Cell(phrase_blocks(script, state)),
        )
        for state in states
    )
    return Table(header, rows, (0.8, 2.3, 8))


def _left_at_once(script: Script, state: str) -> bool:
    """Whether with what is known nobody can stay in a step."""
    for transition in script.figure.cards[state].state.always:
        guard = None if transition.guard is None else settled(transition.guard, script.known)
        if isinstance(guard, Constant) and guard.value is True:
            return True
    return False


def _steps(script: Script) -> tuple[str, ...]:
    """The ladder, and the steps of the play beside it, by their numbers: those in which something is said,
    and those of the play in which something is done; all of them where no step says anything.
    """
    cards, visited = script.figure.cards, script.visited
    ladder = {state for state in script.figure.spine if state in cards and not _left_at_once(script, state)}
    states = sorted({*ladder, *visited}, key=lambda state: cards[state].number)
    told = [
        state for state in states if cards[state].state.say or (state in visited and cards[state].state.how)
    ]
    return tuple(told or states)
