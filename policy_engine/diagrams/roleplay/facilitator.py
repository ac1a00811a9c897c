"""The trainer's sheet: who plays whom, what to arrange, questions, the path on the poster, the script."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.phrasing import words_of
from policy_engine.diagrams.roleplay.caller import has_caller
from policy_engine.diagrams.roleplay.parts import emergency, happening, heading, move_cell, opening
from policy_engine.diagrams.roleplay.picture import path_pages
from policy_engine.diagrams.roleplay.script import Script, Turn
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Cell,
    Field,
    Fields,
    Heading,
    Numbered,
    PageBreak,
    Rest,
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
        Heading(2, script.word("who plays")),
        Fields(tuple(Field(who) for who in _players(script)), 2),
        Heading(2, script.word("beforehand")),
        Numbered(tuple((line(script.word(key)),) for key in _ADVICE)),
        *emergency(script),
        Heading(2, script.word("debrief")),
        _questions(script),
        *path_pages(script, course, look),
        PageBreak(),
        Heading(2, script.word("script")),
        _script(script, look),
        Rest(script.word("notes")),
    )


_ADVICE = ("hand out", "agree", "direct", "afterwards", "look after")


def _players(script: Script) -> tuple[str, ...]:
    """Everybody who takes part."""
    players = [script.role(script.caller)] if has_caller(script) else []
    practises = script.word("practises")
    players.append(practises if script.agent is None else f"{script.role(script.agent)} ({practises})")
    return (*players, *map(script.role, script.others), script.word("watches"))


def _settings(script: Script) -> tuple[Block, ...]:
    if not script.settings:
        return ()
    return (Heading(2, script.word("setting")), Bullets(items(script.settings)))


def _script(script: Script, look: Look) -> Block:
    says = script.word("says", script.role(script.caller)) if has_caller(script) else script.word("line")
    header = (script.word("move"), script.word("what happens"), says, script.word("phrase"))
    return Table(header, tuple(_row(script, turn, look) for turn in script.turns), (1.0, 3.6, 3.1, 4.2))


def _row(script: Script, turn: Turn, look: Look) -> tuple[Cell, ...]:
    notes: list[str] = []
    if turn.refused:
        notes.append(script.word("refused", turn.refused))
    if turn.idle:
        notes.append(script.word("no effect"))
    notes += [script.word("asks", action) for action in turn.actions]
    said = (line(script.quoted(turn.line)),) if turn.line else ()
    phrase = tuple(line(script.quoted(text)) for text in turn.spoken.say[:1])
    return (
        move_cell(script, turn, look),
        Cell((*happening(script, turn, who=True), *(line(note, size="small") for note in notes))),
        Cell(said),
        Cell(phrase),
    )


def _questions(script: Script) -> Block:
    own = words_of(script.scenario.questions, script.language)
    ours = tuple(script.word(key) for key in ("question turn", "question words", "question care"))
    return Numbered(tuple((line(question), WriteLine(grows=True)) for question in (*own, *ours)))
