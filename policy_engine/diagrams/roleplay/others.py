"""The sheet of somebody else who takes part: when to act, what to do, and what to say then."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.roleplay.agent import steps_table
from policy_engine.diagrams.roleplay.parts import emergency, happening, heading, move_cell, opening
from policy_engine.diagrams.roleplay.script import Script, Turn
from policy_engine.diagrams.sheets.model import Block, Cell, Heading, Note, Rest, Table, line
from policy_engine.diagrams.theme import Look


def other_blocks(script: Script, role: str, look: Look) -> tuple[Block, ...]:
    """The blocks of the sheet of one role."""
    return (
        *heading(script, "other's sheet", script.role(role)),
        *opening(script),
        Note((line(script.word("stop rule")),)),
        *_moves(script, role, look),
        *_phrases(script, role, look),
        *emergency(script),
        Rest(script.word("notes")),
    )


def _moves(script: Script, role: str, look: Look) -> tuple[Block, ...]:
    """When to act: after what, and what comes of it."""
    rows = tuple(
        (move_cell(script, turn, look), _before(script, before), Cell(_does(script, turn)))
        for before, turn in _pairs(script)
        if role in (turn.actor, turn.reporter)
    )
    if not rows:
        return ()
    header = (script.word("move"), script.word("before"), script.word("you do"))
    return (Heading(2, script.word("your moves")), Table(header, rows, (1, 5, 5)))


def _pairs(script: Script) -> Iterator[tuple[Turn, Turn]]:
    """Each turn after the first, and the one before it that came to something."""
    before = script.turns[0]
    for turn in script.turns[1:]:
        yield before, turn
        before = before if turn.vain else turn


def _before(script: Script, turn: Turn) -> Cell:
    said = (line(script.quoted(turn.line)),) if turn.line else ()
    return Cell((line(f"{turn.who}: {turn.happening}" if turn.who else turn.happening), *said))


def _does(script: Script, turn: Turn) -> tuple[Block, ...]:
    refused = (line(script.word("refused", turn.refused), size="small"),) if turn.refused else ()
    return (*happening(script, turn), *refused)


def _phrases(script: Script, role: str, look: Look) -> tuple[Block, ...]:
    cards = script.figure.cards
    states = tuple(
        state
        for state in sorted(script.visited, key=lambda state: cards[state].number)
        if cards[state].state.role == role and (cards[state].state.say or cards[state].state.how)
    )
    if not states:
        return ()
    return (Heading(2, script.word("your steps")), steps_table(script, states, look))
