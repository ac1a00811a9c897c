"""The poster in columns of equal width that are read one after the other, on one page or on several."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.column import Frame, Setter, framed
from policy_engine.diagrams.poster.cut import Cut, Height, cut
from policy_engine.diagrams.poster.drawing import Drawer
from policy_engine.diagrams.poster.plan import Tape
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.runs import LEADING, paragraph
from policy_engine.diagrams.poster.spread import MOST_AIR, unhung
from policy_engine.diagrams.scene import Group
from policy_engine.diagrams.theme import QUIET
from policy_engine.records import changed, record

NARROWEST = 22  # a column, in sizes of its text
_TRIES = 6  # halvings, to make columns equally long


@record
class Columns:
    """Columns that were measured, so many to a page."""

    cuts: tuple[Cut, ...]
    tape: Tape
    frame: Frame
    room: Height
    each: int
    width: float

    @property
    def pages(self) -> int:
        """How many pages they take."""
        return -(-len(self.cuts) // self.each)


def columns_of(
    press: Press, tape: Tape, bodies: tuple[Place, Place], each: int, pages: int | None = None
) -> Columns | None:
    """The tape in columns, so many to a page; None where a card is higher than a page, or where it does not
    fit so many pages. `bodies` are the place on the first page and on the others.
    """
    first, later = bodies
    apart = 2 * press.sizes.gap
    width = (first.width - (each - 1) * apart) / each
    frame = framed(press, tape, 0.0, width, 0)

    def height(column: int) -> float:
        return (first if column < each else later).height - _mark(press)

    whole = Setter(press, frozenset(unhung(tape))).column(tape, frame).height
    if pages is not None and whole > sum(height(column) for column in range(pages * each)):
        return None
    cuts = cut(press, tape, frame, height)
    if cuts is None or (pages is not None and len(cuts) > pages * each):
        return None
    return Columns(cuts, tape, frame, height, each, width)


def balanced(press: Press, columns: Columns) -> Columns:
    """The same number of pages, filled about equally."""
    count = columns.pages * columns.each
    height, cuts = columns.room, columns.cuts
    high = max(height(0), height(count))
    low = sum(one.column.height for one in cuts) / count
    for _ in range(_TRIES):
        middle = (low + high) / 2
        tried = cut(press, columns.tape, columns.frame, _at_most(height, middle))
        if tried is not None and len(tried) <= count:
            high, cuts = middle, tried
        else:
            low = middle
    return changed(columns, cuts=cuts)


def _at_most(height: Height, most: float) -> Height:
    return lambda column: min(most, height(column))


def most_columns(press: Press, body: Place) -> int:
    """How many columns may stand on a page."""
    apart = 2 * press.sizes.gap
    return max(1, int((body.width + apart) / (NARROWEST * press.sizes.body + apart)))


def draw_columns(press: Press, columns: Columns, page: int, body: Place, canvas: Canvas) -> None:
    """Draws the columns of one page, counted from 0."""
    apart = 2 * press.sizes.gap
    air = _air(press, columns)
    for place, one in enumerate(columns.cuts[page * columns.each : (page + 1) * columns.each]):
        x = body.x + place * (columns.width + apart)
        end = Drawer(press, canvas, x).column(one.column, body.y, air)
        if one.following is not None:
            key = "next column" if place + 1 < columns.each else "next sheet"
            _draw_mark(press, one.following, key, x, end, place, canvas)


def _air(press: Press, columns: Columns) -> float:
    """How far every joint can be stretched."""
    free = [
        (columns.room(index) - one.column.height) / one.column.joints
        for index, one in enumerate(columns.cuts)
        if one.column.joints
    ]
    return min([MOST_AIR * press.sizes.body, *free])


def _mark(press: Press) -> float:
    """The height of the line that says where to go on."""
    return press.sizes.body * (LEADING + 0.4)


def _draw_mark(press: Press, card: str, key: str, x: float, y: float, place: int, canvas: Canvas) -> None:
    """Says with which card the reader goes on. No arrow: the next card need not be the next step."""
    words = press.content.own(key, str(press.figure.cards[card].number))
    text = paragraph(press.content.said(words), press.sizes.body, 1000.0)
    items = tuple(text.items(x, y + press.sizes.body * 0.4, QUIET))
    canvas.items.append(Group("note", f"onward-{place + 1}", items))
