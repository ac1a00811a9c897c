"""What the sheets of a role-play have in common."""

from __future__ import annotations

from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.roleplay.script import Script
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


def heading(script: Script, part: str) -> tuple[Block, ...]:
    """The title of the role-play, and for whom the sheet is."""
    return (Heading(1, script.title), line(script.word(part), bold=True, size="big"))


def beside(*notes: Note) -> Block:
    """Notes side by side; one alone takes the whole width."""
    return Beside(tuple((note,) for note in notes), (1.0,) * len(notes))


def situation(script: Script) -> tuple[Block, ...]:
    """The story, and what is known, as far as the scenario tells them."""
    blocks: list[Block] = []
    if script.story:
        blocks += [line(script.word("situation"), bold=True), line(script.story)]
    if script.known:
        blocks += [line(script.word("known"), bold=True), Bullets(items(script.known))]
    return tuple(blocks)


def opening(script: Script) -> tuple[Block, ...]:
    """The situation and the learning goals, side by side."""
    told = situation(script)
    notes = [Note(told, "soft")] if told else []
    if script.goals:
        notes.append(Note((line(script.word("goals"), bold=True), Bullets(items(script.goals)))))
    return (beside(*notes),) if notes else ()


def emergency(script: Script) -> tuple[Block, ...]:
    """The policy's emergency line, where it has one."""
    texts = words_of(script.figure.chart.emergency, script.language)
    return (Note((line(" ".join(texts), bold=True),), "warn"),) if texts else ()


def number_cell(script: Script, number: int, states: tuple[str, ...], look: Look) -> Cell:
    """A move's number on the colour of the role that the step is for."""
    dress = dress_of(script.figure, states[0], look)
    return Cell((Paragraph((Run(str(number), bold=True, color=dress.ink),)),), dress.cell, center=True)


def happening(script: Script, move: str, states: tuple[str, ...]) -> tuple[Block, ...]:
    """What happens, and the step that it leads to."""
    return (line(f"→ {move}", size="small"), line(script.steps(states), bold=True))
