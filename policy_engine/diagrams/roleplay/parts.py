"""What the sheets of a role-play have in common."""

from __future__ import annotations

import re

from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.roleplay.script import Script, Turn
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Cell,
    Heading,
    Note,
    Paragraph,
    Run,
    items,
    line,
)
from policy_engine.diagrams.theme import Look, dress_of
from policy_engine.diagrams.typesetting import FIRM

_BEFORE_NUMBER = re.compile(r" (?=\d)")


def heading(script: Script, part: str, *values: str) -> tuple[Block, ...]:
    """The title of the role-play, and for whom the sheet is."""
    return (Heading(1, script.title), line(script.word(part, *values), bold=True, size="big"))


def beside(*notes: Note) -> Block:
    """Notes side by side; one alone takes the whole width."""
    return Beside(tuple((note,) for note in notes), (1.0,) * len(notes))


def situation(script: Script) -> tuple[Block, ...]:
    """The story, as far as the scenario tells one."""
    return (line(script.word("situation"), bold=True), line(script.story)) if script.story else ()


def opening(script: Script) -> tuple[Block, ...]:
    """The situation, what the house knows, and the learning goals, side by side."""
    told = list(situation(script))
    if script.facts:
        told += [line(script.word("known"), bold=True), Bullets(items(script.facts))]
    notes = [Note(tuple(told), "soft")] if told else []
    if script.goals:
        notes.append(Note((line(script.word("goals"), bold=True), Bullets(items(script.goals)))))
    return (beside(*notes),) if notes else ()


def emergency(script: Script) -> tuple[Block, ...]:
    """The policy's emergency line, where it has one. A number stays with the word before it."""
    texts = words_of(script.figure.chart.emergency, script.language)
    words = _BEFORE_NUMBER.sub(FIRM, " ".join(texts))
    return (Note((line(words, bold=True),), "warn"),) if texts else ()


def number_cell(script: Script, number: int, state: str, look: Look) -> Cell:
    """A number on the colour of the role that the step is for."""
    dress = dress_of(script.figure, state, look)
    return Cell((Paragraph((Run(str(number), bold=True, color=dress.ink),)),), dress.cell, center=True)


def move_cell(script: Script, turn: Turn, look: Look) -> Cell:
    """A move's number on the colour of the step that it led to."""
    return number_cell(script, turn.number, (turn.fresh or turn.states)[0], look)


def happening(script: Script, turn: Turn, who: bool = False) -> tuple[Block, ...]:
    """What happens, the steps that it leads to, one a line and bold, and those that go on beside them."""
    does = f"{turn.who}: {turn.happening}" if who and turn.who else turn.happening
    blocks = [line(does)]
    if turn.vain:
        return tuple(blocks)
    if not turn.fresh:
        return (*blocks, line(script.word("stays", script.step(turn.states[0])), size="small"))
    for state in sorted(turn.states, key=lambda state: state not in turn.fresh):
        fresh = state in turn.fresh
        words = script.word("leads" if fresh else "goes on", script.step(state))
        blocks.append(line(words, bold=fresh, size="body" if fresh else "small"))
    return tuple(blocks)
