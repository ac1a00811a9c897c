"""How roles look: a colour, a border of its own weight and dash, and a word; readable in grey as well.

Roles take their looks in the order in which the policy declares them, so a role looks the same on every page.
"""

from __future__ import annotations

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.overlay import Stamp
from policy_engine.diagrams.scene import Stroke
from policy_engine.diagrams.tones import Tone
from policy_engine.records import changed, record

INK = "#1A1A1A"
QUIET = "#4A4A4A"  # small words: 8.9 : 1 on white
FADED = "#666666"  # words of what is drawn pale: still 5.7 : 1 on white
PALE = "#C9CDD2"  # lines of what is drawn pale
WHITE = "#FFFFFF"
ALARM = "#8A1A14"
PALE_CELL = "#EDEDED"
BOX_LINE = "#808080"


@record
class Look:
    """grey: for a printer without colours. large: 16 point and more, over more pages."""

    grey: bool = False
    large: bool = False


@record
class Dress:
    """What a card of a role wears: the cell of its number and the ink in it, its fill, its border."""

    cell: str
    ink: str
    fill: str
    stroke: Stroke


_BRIGHT = (
    Dress("#1F6DB3", WHITE, WHITE, Stroke("#1F6DB3", 1.1)),
    Dress("#F2B233", "#1A1A1A", "#FFF8E6", Stroke("#7A5200", 1.8)),
    Dress("#7A1712", WHITE, "#FDEEEC", Stroke("#7A1712", 2.6)),
    Dress("#B48CC8", "#1A1A1A", "#FBF7FD", Stroke("#5B2A73", 1.3, (5, 2.5))),
    Dress("#0F6E78", WHITE, "#EFF8F9", Stroke("#0F6E78", 1.8, (9, 2.5))),
    Dress("#C2571A", WHITE, "#FDF3EC", Stroke("#8A3A0C", 2.2, (2, 2))),
)
_GREY = (
    Dress("#4D4D4D", WHITE, WHITE, Stroke("#4D4D4D", 1.1)),
    Dress("#D9D9D9", "#1A1A1A", "#F7F7F7", Stroke("#333333", 1.8)),
    Dress("#1A1A1A", WHITE, "#F0F0F0", Stroke("#1A1A1A", 2.6)),
    Dress("#BDBDBD", "#1A1A1A", WHITE, Stroke("#333333", 1.3, (5, 2.5))),
    Dress("#666666", WHITE, "#F7F7F7", Stroke("#333333", 1.8, (9, 2.5))),
    Dress("#E6E6E6", "#1A1A1A", WHITE, Stroke("#333333", 2.2, (2, 2))),
)
_END = Dress("#CBEBDC", "#1A1A1A", "#F4FBF8", Stroke("#006B4A", 1.1, (4, 2)))
_END_GREY = Dress("#F0F0F0", "#1A1A1A", WHITE, Stroke("#595959", 1.1, (4, 2)))
_LINES: dict[Tone, Stroke] = {
    "escalates": Stroke(INK, 1.2),
    "ends": Stroke(INK, 1.2),
    "plain": Stroke(INK, 1.2),
    "calms": Stroke("#00704A", 1.2, (4, 2.5)),
}
ANY_MOMENT = Stroke(ALARM, 1.2, (1.4, 2.6))
# Boxes in boxes, from the outermost in.
_BOXES = ("#F4F6F8", "#E9EDF1", "#DFE5EB", "#D5DCE4")
_BOXES_GREY = ("#F7F7F7", "#EFEFEF", "#E6E6E6", "#DDDDDD")


def dress_of(figure: Figure, state: str, look: Look) -> Dress:
    """What a card wears: its role's dress, that of the first role where it has none, an end's at an end."""
    card = figure.cards[state]
    if card.final:
        return end_dress(look)
    return role_dress(figure, card.state.role, look)


def end_dress(look: Look) -> Dress:
    """What a card wears where something ends."""
    return _END_GREY if look.grey else _END


def role_dress(figure: Figure, role: str | None, look: Look) -> Dress:
    """The dress of a role. From the seventh on they come again, with heavier borders."""
    roles = list(figure.chart.roles)
    index = 0 if role is None else roles.index(role)
    dresses = _GREY if look.grey else _BRIGHT
    again, place = divmod(index, len(dresses))
    dress = dresses[place]
    return changed(dress, stroke=changed(dress.stroke, width=dress.stroke.width + again))


def stamped_stroke(stroke: Stroke, stamp: Stamp, look: Look) -> Stroke:
    """A line in the colour of what is laid over it, where that has one of its own."""
    if stamp.mark != "missed":
        return stroke
    return changed(stroke, color=INK if look.grey else ALARM)


def line_stroke(tone: Tone, look: Look) -> Stroke:
    """The line of a transition."""
    return _grey(_LINES[tone], look)


def wide_stroke(look: Look) -> Stroke:
    """The line of what may happen at any moment."""
    return _grey(ANY_MOMENT, look)


def box_fill(depth: int, look: Look) -> str:
    """The fill of a box in so many boxes."""
    fills = _BOXES_GREY if look.grey else _BOXES
    return fills[min(depth, len(fills) - 1)]


def chip_fill(forbidden: bool, look: Look) -> str:
    """What lies under the words of a chip."""
    if look.grey:
        return "#F2F2F2"
    return "#FBE9E7" if forbidden else "#EEF2F6"


def _grey(stroke: Stroke, look: Look) -> Stroke:
    return changed(stroke, color=INK) if look.grey else stroke
