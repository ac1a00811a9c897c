"""The sheet of the one who plays the caller: who it is, what to say, and how to answer the agent. It tells
what a caller knows, not what the house knows.
"""

from __future__ import annotations

from policy_engine.diagrams.phrasing import listed
from policy_engine.diagrams.roleplay.parts import beside, heading, situation
from policy_engine.diagrams.roleplay.script import Script, Turn
from policy_engine.diagrams.roleplay.tension import MOST, UNTOLD
from policy_engine.diagrams.sheets.model import (
    Block,
    Bullets,
    Cell,
    Heading,
    Note,
    Paragraph,
    Rest,
    Run,
    Table,
    cell,
    items,
    line,
)

# So many examples of what the agent may say show which way it goes.
_EXAMPLES = 2


def has_caller(script: Script) -> bool:
    """Whether somebody plays the caller: the policy names a role for it, or nobody who does anything."""
    return script.caller is not None or any(turn.ours for turn in script.turns)


def caller_blocks(script: Script) -> tuple[Block, ...]:
    """The blocks of the caller's sheet."""
    role = script.role(script.caller)
    agreed = tuple(script.word(key) for key in ("stop rule", "no worse", "be fair"))
    told = Paragraph((Run(f"{script.word('you play')}: "), Run(role, bold=True)))
    return (
        *heading(script, "other's sheet", role),
        beside(
            Note((told, *situation(script)), "soft"),
            Note((line(script.word("agreements"), bold=True), Bullets(items(agreed)))),
        ),
        *_lines(script),
        *_answers(script),
        Rest(script.word("notes")),
    )


def _lines(script: Script) -> tuple[Block, ...]:
    """Every turn up to the caller's last one: of what others do only what can be heard, and how time goes
    by.
    """
    last = max((turn.number for turn in script.turns if turn.ours), default=0)
    shown = [turn for turn in script.turns if 1 < turn.number <= last and (turn.ours or _heard(turn))]
    if not shown:
        return ()
    told = any(turn.tension != UNTOLD for turn in shown if turn.ours)
    header = [script.word("move"), script.word("tension"), script.word("you say")]
    rows = [_turn(script, turn) for turn in shown]
    if not told:
        rows = [(number, says) for number, _, says in rows]
        return (Heading(2, script.word("your lines")), Table((header[0], header[2]), tuple(rows), (1, 10.6)))
    return (Heading(2, script.word("your lines")), Table(tuple(header), tuple(rows), (1, 2.6, 8)))


def _heard(turn: Turn) -> bool:
    return not turn.vain and (bool(turn.heard) or turn.actor is None)


def _turn(script: Script, turn: Turn) -> tuple[Cell, ...]:
    number = Cell((line(str(turn.number), bold=True),), center=True)
    if not turn.ours:
        heard = [line(script.word("you hear", script.quoted(text)), size="small") for text in turn.heard[:1]]
        time = [] if turn.actor is not None else [line(turn.happening, size="small")]
        return number, Cell((line(script.word("meanwhile"), size="small"),)), Cell((*time, *heard))
    if turn.line:
        says = [line(script.quoted(turn.line), bold=True), line(f"({turn.happening})", size="small")]
    else:
        says = [line(script.word("own words", turn.happening))]
    if turn.vain:
        says.append(line(script.word("not yet"), size="small"))
    return number, Cell(_tension(script, turn.tension)), Cell(tuple(says))


def _tension(script: Script, tension: int) -> tuple[Block, ...]:
    if tension == UNTOLD:
        return ()
    bar = "■" * tension + "□" * (MOST - tension)
    return (line(script.word(f"tension {tension}")), line(bar, size="small"))


def _answers(script: Script) -> tuple[Block, ...]:
    """How to answer the agent, for each place in which the caller does something."""
    if not script.answers:
        return ()
    header = (script.word("before move"), script.word("does well"), script.word("does badly"))
    rows = tuple(
        (
            cell(listed(map(str, answer.moves), script.language), bold=True),
            _answer(script, answer.spoken.say, "good sign", answer.calming),
            _answer(script, answer.spoken.avoid, "bad sign", answer.escalating),
        )
        for answer in script.answers
    )
    return (
        Heading(2, script.word("your answers")),
        line(script.word("answers hint")),
        Table(header, rows, (1.2, 4, 4)),
    )


def _answer(script: Script, examples: tuple[str, ...], sign: str, events: tuple[str, ...]) -> Cell:
    heard = [script.quoted(text) for text in examples[:_EXAMPLES]] or [script.word(sign)]
    does = listed(events, script.language, "or") or script.word("stay")
    return Cell((*(line(text) for text in heard), line(script.word("then", does), bold=True)))
