"""The trainer's sheet: what to arrange, questions, the path on the poster, the script, cards to cut out."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.roleplay.parts import beside, emergency, happening, heading, number_cell, opening
from policy_engine.diagrams.roleplay.picture import path_pages
from policy_engine.diagrams.roleplay.script import Script, Turn
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Cell,
    Heading,
    Note,
    Numbered,
    PageBreak,
    Table,
    WriteLine,
    items,
    line,
)
from policy_engine.diagrams.theme import Look
from policy_engine.session.course import Moment


def facilitator_blocks(script: Script, course: Sequence[Moment], look: Look) -> tuple[Block, ...]:
    """The blocks of the trainer's sheet."""
    return (
        *heading(script, "facilitator's sheet"),
        *opening(script),
        *_settings(script),
        Heading(2, script.word("beforehand")),
        Numbered(tuple((line(script.word(key)),) for key in _ADVICE)),
        *emergency(script),
        Heading(2, script.word("debrief")),
        _questions(script),
        *path_pages(script, course, look),
        PageBreak(),
        Heading(2, script.word("script")),
        _script(script, look),
        Heading(2, script.word("cards")),
        beside(_card(script, "stop"), _card(script, "time-out")),
    )


_ADVICE = ("hand out", "agree", "direct", "afterwards", "look after")


def _settings(script: Script) -> tuple[Block, ...]:
    if not script.settings:
        return ()
    return (Heading(2, script.word("setting")), Bullets(items(script.settings)))


def _script(script: Script, look: Look) -> Block:
    header = tuple(script.word(key) for key in ("move", "what happens", "line", "phrase"))
    return Table(header, tuple(_row(script, turn, look) for turn in script.turns), (1.0, 3.4, 3.3, 4.2))


def _row(script: Script, turn: Turn, look: Look) -> tuple[Cell, ...]:
    who = f"{turn.who}: {turn.happening}" if turn.who else turn.happening
    notes: list[str] = []
    if turn.refused:
        notes.append(script.word("refused", turn.refused))
    if turn.idle:
        notes.append(script.word("no effect"))
    notes += [script.word("asks", action) for action in turn.actions]
    said = (line(script.quoted(turn.line)),) if turn.line else ()
    phrase = tuple(line(script.quoted(text)) for text in turn.spoken.say[:1])
    return (
        number_cell(script, turn.number, turn.states, look),
        Cell((*happening(script, who, turn.states), *(line(note, size="small") for note in notes))),
        Cell(said),
        Cell(phrase),
    )


def _questions(script: Script) -> Block:
    own = words_of(script.scenario.questions, script.language)
    ours = tuple(script.word(key) for key in ("question turn", "question words", "question care"))
    return Numbered(tuple((line(question), WriteLine()) for question in (*own, *ours)))


def _card(script: Script, name: str) -> Note:
    title = line(script.word(f"{name} card"), bold=True, size="big")
    return Note((title, line(script.word(f"{name} card text"))), "cut")
