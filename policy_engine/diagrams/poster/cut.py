"""A tape cut into columns, between cards. A box that is cut goes on under its name in the next."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.diagrams.poster.column import Column, Frame, Part, Setter
from policy_engine.diagrams.poster.plan import Close, Entry, Joint, Leaf, Open, Regions, Tape
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.spread import unhung
from policy_engine.records import record

Height = Callable[[int], float]


@record
class Cut:
    """A column that was measured, and the card that the next one begins with, None in the last."""

    column: Column
    following: str | None


def cut(press: Press, tape: Tape, frame: Frame, height: Height) -> tuple[Cut, ...] | None:
    """The tape in columns, each at most as high as `height` says for it, counted from 0; None where a card is
    higher than that.
    """
    while True:
        setter = Setter(press, frozenset(unhung(tape)))
        pieces = _pieces(setter, tape, frame, height)
        if pieces is None:
            return None
        lost = {joint.exits[0].id for piece in pieces for joint in piece.lost if not joint.hung}
        if not lost:
            firsts = [*(_first(piece.tape) for piece in pieces[1:]), None]
            return tuple(Cut(piece.column, card) for piece, card in zip(pieces, firsts, strict=True))
        # What these lead to must be written on their card or box, which may make it higher.
        tape = tuple(entry for entry in tape if not isinstance(entry, Joint) or entry.exits[0].id not in lost)


@record
class _Piece:
    tape: Tape
    column: Column
    lost: tuple[Joint, ...]


def _pieces(setter: Setter, tape: Tape, frame: Frame, height: Height) -> list[_Piece] | None:
    whole = setter.column(tape, frame)
    pieces: list[_Piece] = []
    begin = 0
    around: tuple[Open, ...] = ()
    while begin < len(tape):
        room = height(len(pieces))
        end = _reach(whole.parts, begin, room)
        piece = None
        while end > begin:
            piece = _piece(setter, tape, begin, end, around, frame)
            if piece.column.height <= room:
                break
            end = _earlier(tape, begin, end)
        if piece is None or end == begin:
            return None
        pieces.append(piece)
        around = _open(tape, end)
        begin = end + 1 if end < len(tape) and isinstance(tape[end], Joint) else end
    return pieces


def _reach(parts: tuple[Part, ...], begin: int, height: float) -> int:
    """How far a column may reach at best, not counting boxes that have to be opened and closed."""
    taken = 0.0
    for index in range(begin, len(parts)):
        taken += parts[index].height + (parts[index].before if index > begin else 0.0)
        if taken > height:
            return _earlier(tuple(part.entry for part in parts), begin, index + 1)
    return len(parts)


def _earlier(tape: Tape, begin: int, end: int) -> int:
    """The last place before `end` where a column may stop: after a card and the boxes that close with it,
    else below the head of a box.
    """
    for kinds in ((Leaf, Regions, Close), (Open,)):
        for place in range(end - 1, begin, -1):
            if isinstance(tape[place - 1], kinds) and not isinstance(tape[place], Close):
                return place
    return begin


def _open(tape: Tape, end: int) -> tuple[Open, ...]:
    """The boxes that are open before the entry at `end`, as they go on in the next column."""
    opened: list[Open] = []
    for entry in tape[:end]:
        if isinstance(entry, Open):
            opened.append(Open(entry.box, entry.aside, True))
        elif isinstance(entry, Close):
            opened.pop()
    return tuple(opened)


def _piece(
    setter: Setter, tape: Tape, begin: int, end: int, around: tuple[Open, ...], frame: Frame
) -> _Piece:
    entries: list[Entry] = [*around, *tape[begin:end]]
    lost = [entry for entry in tape[end : end + 1] if isinstance(entry, Joint)]
    ended: set[str] = set()
    for entry in tape[begin:end]:
        if isinstance(entry, Joint) and entry.source not in ended:
            lost.append(entry)  # its line would come from an earlier column
        elif isinstance(entry, Leaf):
            ended.add(entry.card)
        elif isinstance(entry, Close):
            ended.add(entry.box)
    entries += [Close(entry.box, entry.aside) for entry in reversed(_open(tape, end))]
    piece = tuple(entries)
    return _Piece(piece, setter.column(piece, frame), tuple(lost))


def _first(tape: Tape) -> str | None:
    """The first card of a tape."""
    return next((entry.card for entry in tape if isinstance(entry, Leaf)), None)
