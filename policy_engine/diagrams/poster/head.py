"""The head of a box: its name, and what may happen at any moment while something in it is active."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.content import Chip
from policy_engine.diagrams.poster.flow import Flow, flow
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.runs import Paragraph, Run, Runs, paragraph
from policy_engine.diagrams.scene import Group, Item, Stroke
from policy_engine.diagrams.theme import BOX_LINE, INK, PALE, QUIET, WHITE, box_fill, stamped_stroke
from policy_engine.model.chart import State
from policy_engine.records import changed, record


@record
class Head:
    """A head that was measured. Its title stands in the first line, chips beside and below it, and below
    these what the box says.
    """

    box: str
    title: Paragraph
    chips: Flow
    phrases: tuple[Paragraph, ...]
    height: float


def head_of(press: Press, box: str, width: float, chips: tuple[Chip, ...], again: bool = False) -> Head:
    """Measures a head. `again`: the box goes on here, in another column."""
    sizes = press.sizes
    runs = _title(press, box, again)
    # In brief it is said once, of the outermost box.
    said = sizes.telling != "brief" or press.figure.boxes[box].box is None
    if said and any(chip.kind in ("link", "forbid") for chip in chips):
        runs += (Run("·"), *press.content.said(press.content.own("whenever")))
    title = paragraph(runs, sizes.body, width)
    one = len(title.lines) == 1
    first = title.height + sizes.over if one else 0.0
    laid = flow(chips, sizes, width, title.width + sizes.between * 1.6 if one else 0.0, first)
    height = max(laid.height, first) if one else title.height + laid.height
    texts = () if again else press.content.around(press.figure.boxes[box].state, sizes.boxes)
    phrases = tuple(paragraph(runs, sizes.body, width) for runs in texts)
    height += sum(phrase.height for phrase in phrases) + (sizes.apart if phrases else 0.0)
    return Head(box, title, laid, phrases, height)


def _title(press: Press, box: str, again: bool) -> Runs:
    content = press.content
    runs = content.label(box)
    stamp = press.overlay.states.get(box)
    if press.figure.boxes[box].parallel:
        runs += content.said(lambda language: f"({content.own('at once')(language)})")
    if again:
        runs += content.said(lambda language: f"({content.own('more')(language)})")
    if _remembered(press, box):
        runs += (Run("", sign="history"),)
    if stamp is not None and stamp.words and press.sizes.telling != "brief":
        runs += (Run(f"· {stamp.words}", bold=True),)
    return runs


def _remembered(press: Press, box: str) -> bool:
    """Whether something leads back to where a box was left."""
    chart = press.figure.chart
    state: State = press.figure.boxes[box].state
    return any(chart.states[child].kind == "history" for child in state.children)


def draw_head(press: Press, head: Head, x: float, y: float, canvas: Canvas) -> tuple[Item, ...]:
    """Draws a head with its top left corner at a point; its title is given back, to stand in the box."""
    lift = press.sizes.over / 2 if len(head.title.lines) == 1 else 0.0
    canvas.solid.append(Place(x, y, head.title.width, head.title.height))
    top = y if len(head.title.lines) == 1 else y + head.title.height
    pale = press.overlay.fade and head.box not in press.overlay.states
    canvas.shown.text(head.title)
    ink = QUIET if pale else INK
    items = [*head.title.items(x, y + lift, ink, level=2), *press.flow(head.chips, x, top, canvas)]
    top = y + head.height - sum(phrase.height for phrase in head.phrases)
    for phrase in head.phrases:
        canvas.solid.append(Place(x, top, phrase.width, phrase.height))
        items += phrase.items(x, top, ink)
        top += phrase.height
    return tuple(items)


def draw_box(
    press: Press, box: str, place: Place, depth: int, slot: int, inside: tuple[Item, ...], canvas: Canvas
) -> None:
    """Draws a box around what stands in it, under it. `slot` was reserved when it was opened."""
    stamp = press.overlay.states.get(box)
    pale = press.pale(stamp)
    stroke = Stroke(PALE if pale else BOX_LINE, 0.9)
    if stamp is not None:
        stroke = stamped_stroke(changed(stroke, width=0.9 + 1.4 * stamp.weight), stamp, press.look)
    fill = WHITE if pale else box_fill(depth, press.look)
    rect = place.drawn(fill, stroke, press.sizes.body * 0.7)
    title = press.spoken(press.content.label(box))
    group = Group(
        "box",
        canvas.fresh(f"box-{box}"),
        (rect, *inside),
        press.classes(stamp),
        title=title,
    )
    canvas.boxes[slot] = group
    canvas.places[f"box-{box}"] = place
