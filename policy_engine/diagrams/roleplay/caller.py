"""The sheet of the one who plays the caller: who it is, what to say, and how to answer the agent."""

from __future__ import annotations

from policy_engine.diagrams.roleplay.parts import beside, heading, number_cell, situation
from policy_engine.diagrams.roleplay.script import FIERCEST, Script, Turn
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Cell,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    cell,
    items,
    line,
)
from policy_engine.diagrams.theme import Look

# So many examples of what the agent may say show which way it goes.
_EXAMPLES = 2


def caller_blocks(script: Script, look: Look) -> tuple[Block, ...]:
    """The blocks of the caller's sheet."""
    agreed = tuple(script.word(key) for key in ("stop rule", "no worse", "be fair"))
    role = Paragraph((Run(f"{script.word('you play')}: "), Run(script.caller, bold=True)))
    return (
        *heading(script, "caller's sheet"),
        beside(
            Note((role, *situation(script)), "soft"),
            Note((line(script.word("agreements"), bold=True), Bullets(items(agreed)))),
        ),
        *_lines(script, look),
        *_answers(script),
    )


def _lines(script: Script, look: Look) -> tuple[Block, ...]:
    """Every turn up to the caller's last one; what others do stands there in small, but no vain attempts."""
    last = max((turn.number for turn in script.turns if turn.ours), default=0)
    shown = [turn for turn in script.turns if 1 < turn.number <= last and (turn.ours or not turn.refused)]
    if not shown:
        return ()
    header = (script.word("move"), script.word("tension"), script.word("you say"))
    rows = tuple(_turn(script, turn, look) for turn in shown)
    return (Heading(2, script.word("your lines")), Table(header, rows, (1, 2.6, 8)))


def _turn(script: Script, turn: Turn, look: Look) -> tuple[Cell, ...]:
    number = number_cell(script, turn.number, turn.states, look)
    if not turn.ours:
        does = f"{turn.who}: {turn.happening}" if turn.who else turn.happening
        return (
            number,
            Cell((line(script.word("meanwhile"), size="small"),)),
            Cell((line(does, size="small"),)),
        )
    bar = "■" * turn.tension + "□" * (FIERCEST - turn.tension)
    tension = Cell((line(script.word(f"tension {turn.tension}")), line(bar, size="small")))
    said = (line(script.quoted(turn.line), bold=True),) if turn.line else ()
    return number, tension, Cell((*said, line(f"→ {turn.happening}", size="small")))


def _answers(script: Script) -> tuple[Block, ...]:
    """How to answer the agent, for each step in which the caller does something."""
    if not script.answers:
        return ()
    header = (script.word("in step"), script.word("does well"), script.word("does badly"))
    rows = tuple(
        (
            cell(script.steps(answer.states), bold=True),
            _answer(script, answer.spoken.say, "good sign", answer.calming),
            _answer(script, answer.spoken.avoid, "bad sign", answer.escalating),
        )
        for answer in script.answers
    )
    return (
        Heading(2, script.word("your answers")),
        line(script.word("answers hint")),
        Table(header, rows, (1.7, 4, 4)),
    )


def _answer(script: Script, examples: tuple[str, ...], sign: str, events: tuple[str, ...]) -> Cell:
    heard = [script.quoted(text) for text in examples[:_EXAMPLES]] or [script.word(sign)]
    does = ", ".join(events) or script.word("stay")
    return Cell((*(line(text) for text in heard), line(f"→ {does}", bold=True)))
