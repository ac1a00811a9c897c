"""A card: its number, name, role and phrases, and what leaves it where no line shows it."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.content import Chip
from policy_engine.diagrams.poster.flow import Flow, flow
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.runs import LEADING, Paragraph, Run, em_width, paragraph, run_width
from policy_engine.diagrams.scene import Group, Item, Rect, Text
from policy_engine.diagrams.theme import FADED, INK, PALE, PALE_CELL, QUIET, WHITE, dress_of, stamped_stroke
from policy_engine.records import changed, record


@record
class CardBlock:
    """A card that was measured for a width and can be drawn anywhere."""

    id: str
    width: float
    height: float
    label: Paragraph
    role: Paragraph
    beside: bool  # whether the role stands beside the label
    phrases: tuple[Paragraph, ...]
    chips: Flow


def card_block(press: Press, id: str, width: float, chips: tuple[Chip, ...]) -> CardBlock:
    """Measures a card. `chips` are those that stand in it."""
    sizes, content = press.sizes, press.content
    room = width - sizes.cell - 2 * sizes.inset
    stamp = press.overlay.states.get(id)
    right = content.role(id)
    runs = content.label(id)
    if stamp is not None and stamp.words:
        badge = Run(stamp.words, bold=True)
        right = (badge, Run("·"), *right) if right else (badge,)
    wanted = run_width(right, sizes.body) if right else 0.0
    apart = sizes.body * 0.6
    beside = run_width(runs, sizes.label) + wanted + apart <= room
    label = paragraph(runs, sizes.label, room - wanted - apart if beside else room)
    role = paragraph(right, sizes.body, room)
    state = press.figure.cards[id].state
    phrases = tuple(
        paragraph(runs, sizes.body, room) for runs in content.phrases(state, sizes.phrases, sizes.every)
    )
    laid = flow(chips, sizes, room)
    height = 2 * sizes.lead + label.height + sum(phrase.height for phrase in phrases)
    if not beside:
        height += role.height if right else 0.0
    if laid.height:
        height += laid.height + sizes.apart
    return CardBlock(id, width, max(height, sizes.cell * 0.85), label, role, beside, phrases, laid)


def draw_card(press: Press, block: CardBlock, x: float, y: float, canvas: Canvas) -> Place:
    """Draws a card with its top left corner at a point."""
    sizes = press.sizes
    stamp = press.overlay.states.get(block.id)
    pale = press.pale(stamp)
    card = press.figure.cards[block.id]
    dress = dress_of(press.figure, block.id, press.look)
    stroke = dress.stroke
    if stamp is not None:
        stroke = changed(stroke, width=stroke.width + 1.2 * stamp.weight)
        stroke = stamped_stroke(stroke, stamp, press.look)
    elif pale:
        stroke = changed(stroke, color=PALE)
    place = Place(x, y, block.width, block.height)
    half = stroke.width / 2
    items: list[Item] = [
        Rect(
            round(x, 2),
            round(y, 2),
            round(block.width, 2),
            round(block.height, 2),
            fill=WHITE if pale else dress.fill,
            stroke=stroke,
        ),
        Rect(
            round(x + half, 2),
            round(y + half, 2),
            round(sizes.cell - half, 2),
            round(block.height - 2 * half, 2),
            fill=PALE_CELL if pale else dress.cell,
        ),
        _number(press, card.number, place, FADED if pale else dress.ink),
    ]
    items += _texts(press, block, x + sizes.cell + sizes.inset, y + sizes.lead, pale)
    end = y + block.height - sizes.lead - block.chips.height
    items += press.flow(block.chips, x + sizes.cell + sizes.inset, end, canvas)
    role = card.state.role or next(iter(press.figure.chart.roles), "none")
    kind = "final" if card.final else f"role-{role}"
    title = f"{card.number}. {press.spoken(press.content.label(block.id))}"
    group = Group("card", f"state-{block.id}", tuple(items), press.classes(stamp, kind), title=title)
    canvas.items.append(group)
    canvas.block(group.id, place)
    return place


def _number(press: Press, number: int, place: Place, color: str) -> Text:
    sizes = press.sizes
    size = min(sizes.number, (sizes.cell - 3) / em_width(str(number), True))
    return Text(
        round(place.x + sizes.cell / 2, 2),
        # Digits are 0.72 of their size high.
        round(place.middle + 0.36 * size, 2),
        str(number),
        round(size, 2),
        True,
        color,
        anchor="middle",
    )


def _texts(press: Press, block: CardBlock, x: float, y: float, pale: bool) -> list[Item]:
    sizes = press.sizes
    ink, quiet = (FADED, FADED) if pale else (INK, QUIET)
    items: list[Item] = list(block.label.items(x, y, ink, level=2))
    if block.beside:
        room = block.width - sizes.cell - 2 * sizes.inset
        # On the label's baseline.
        drop = (sizes.label - sizes.body) * LEADING * 0.78
        items += block.role.items(x + room - block.role.width, y + drop, quiet)
    y += block.label.height
    if not block.beside and block.role.width:
        items += block.role.items(x, y, quiet)
        y += block.role.height
    for phrase in block.phrases:
        items += phrase.items(x, y, ink)
        y += phrase.height
    return items
