"""The observer's list: move by move what to listen for, room to write it down, and a box to tick."""

from __future__ import annotations

from policy_engine.diagrams.roleplay.parts import happening, heading, move_cell, opening
from policy_engine.diagrams.roleplay.script import Script, Turn
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Cell,
    Field,
    Fields,
    Heading,
    Note,
    Run,
    Table,
    TickBox,
    Together,
    line,
)
from policy_engine.diagrams.theme import Look

_ROOM = 40  # the height of a row, in points, to write in


def observer_blocks(script: Script, look: Look) -> tuple[Block, ...]:
    """The blocks of the observer's sheet."""
    header = tuple(script.word(key) for key in ("move", "what happens", "phrase", "in own words", "seen"))
    happened = [turn for turn in script.turns if not turn.refused]
    watched = [turn for turn in happened if turn.spoken.say] or happened
    rows = tuple(_row(script, turn, look) for turn in watched)
    asked = (Field(script.word("strong"), lines=2), Field(script.word("again"), lines=2))
    return (
        *heading(script, "observer's sheet"),
        *opening(script),
        line(script.word("observe")),
        Table(header, rows, (1.0, 2.9, 3.5, 3.1, 1.15), rise=_ROOM),
        *_avoided(script),
        Together(
            (
                Note((line(script.word("score", len(watched)), bold=True, size="big"),)),
                Fields(asked, 2, grows=True),
            )
        ),
    )


def _row(script: Script, turn: Turn, look: Look) -> tuple[Cell, ...]:
    return (
        move_cell(script, turn, look),
        Cell(happening(script, turn)),
        Cell(tuple(line(script.quoted(text)) for text in turn.spoken.say[:1])),
        Cell(()),
        Cell((TickBox(),), center=True),
    )


def _avoided(script: Script) -> tuple[Block, ...]:
    """What should not be said in the steps of the play, each once, to tick where it was heard."""
    texts = dict.fromkeys(text for turn in script.turns for text in turn.spoken.avoid)
    if not texts:
        return ()
    boxes = tuple(TickBox((Run(script.quoted(text)),)) for text in texts)
    half = (len(boxes) + 1) // 2
    return (Heading(2, script.word("heard")), Beside((boxes[:half], boxes[half:]), (1.0, 1.0)))
