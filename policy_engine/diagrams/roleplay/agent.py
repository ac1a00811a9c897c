"""The sheet of the one who practises: the situation, the goals, and the ladder's phrases; not the script."""

from __future__ import annotations

from policy_engine.diagrams.phrasing import phrases_of
from policy_engine.diagrams.roleplay.parts import emergency, heading, number_cell, opening
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.sheets.model import Block, Cell, Heading, Note, Table, cell, line
from policy_engine.diagrams.theme import Look


def agent_blocks(script: Script, look: Look) -> tuple[Block, ...]:
    """The blocks of the agent's sheet."""
    header = tuple(script.word(key) for key in ("number", "your step", "phrase"))
    return (
        *heading(script, "agent's sheet"),
        *opening(script),
        Note((line(script.word("you may stop")),)),
        Heading(2, script.word("your steps")),
        line(script.word("steps hint")),
        Table(header, _ladder(script, look), (0.8, 2.3, 8)),
        *emergency(script),
    )


def _ladder(script: Script, look: Look) -> tuple[tuple[Cell, ...], ...]:
    """The steps of the ladder that have phrases; all of them where none has."""
    rungs = [script.figure.cards[state] for state in script.figure.spine if state in script.figure.cards]
    return tuple(
        (
            number_cell(script, rung.number, (rung.state.id,), look),
            cell(script.label(rung.state.id), bold=True),
            Cell(_phrases(script, rung.state.id)),
        )
        for rung in [rung for rung in rungs if rung.state.say] or rungs
    )


def _phrases(script: Script, state: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    chart = script.figure.chart
    for condition, texts in phrases_of(chart, script.figure.cards[state].state.say, script.language):
        if condition:
            blocks.append(line(script.word("if", condition), size="small"))
        blocks += [line(script.quoted(text)) for text in texts]
    return tuple(blocks)
