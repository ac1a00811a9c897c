"""What everything on one poster is made with: its words, sizes and look, and what is laid over it."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.diagrams.figure import Link
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.phrasing import named, sentence
from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.content import Chip, Content
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.flow import Flow, Laid
from policy_engine.diagrams.poster.runs import Paragraph, Run, Runs
from policy_engine.diagrams.poster.shown import stroke_of
from policy_engine.diagrams.poster.sizes import Sizes
from policy_engine.diagrams.scene import Group, GroupKind, Item, Stroke
from policy_engine.diagrams.theme import (
    ALARM,
    FADED,
    INK,
    PALE,
    WHITE,
    Look,
    chip_fill,
    line_stroke,
    stamped_stroke,
)
from policy_engine.model.chart import Chart
from policy_engine.records import changed

_PREFIX: dict[GroupKind, str] = {"pill": "pill", "note": "ref"}


def titled(chart: Chart, language: str) -> str:
    """A policy's title, or its id."""
    return sentence(named(chart.title, chart.id, language))


class Press:
    """Draws the small parts that cards, boxes and joints are made of."""

    def __init__(self, content: Content, sizes: Sizes, look: Look, overlay: Overlay) -> None:
        self.content = content
        self.figure = content.figure
        self.sizes = sizes
        self.look = look
        self.overlay = overlay

    @property
    def small(self) -> float:
        """The size of legend and footer."""
        return self.sizes.body if self.look.large else max(9.0, self.sizes.body * 0.9)

    @property
    def title(self) -> str:
        """The policy's title in the first language."""
        return titled(self.content.chart, self.content.languages[0])

    def spoken(self, runs: Runs) -> str:
        """Runs as one text, for the title of a group."""
        return " ".join(run.words for run in runs if run.words)

    @property
    def alarm(self) -> str:
        """The colour of what is not allowed and of danger."""
        return INK if self.look.grey else ALARM

    def words_on(self, exit: Exit, apart: bool = False) -> Runs:
        """What stands on the line of an exit, and the number that is laid over it. `apart` from the card that
        it leaves, an "otherwise" is written out.
        """
        return self.content.pill(exit, apart) + self._number(exit.links)

    def chips(self, state: str, drawn: frozenset[str]) -> tuple[Chip, ...]:
        """The chips of a card or box but for those that are drawn, with the numbers laid over them."""
        chips = self.content.chips(state, drawn)
        if not self.overlay.transitions:
            return chips
        return tuple(
            changed(chip, runs=chip.runs + self._number(link for exit in chip.exits for link in exit.links))
            for chip in chips
        )

    def _number(self, links: Iterable[Link]) -> Runs:
        stamp = self.stamp_of(links)
        return (Run(f"· {stamp.words}", bold=True),) if stamp is not None and stamp.words else ()

    def stamp_of(self, links: Iterable[Link]) -> Stamp | None:
        """What is laid over any of these transitions."""
        return next(
            (self.overlay.transitions[link.id] for link in links if link.id in self.overlay.transitions), None
        )

    def pale(self, stamp: Stamp | None) -> bool:
        """Whether something with this stamp is drawn pale."""
        return self.overlay.fade and stamp is None

    def classes(self, stamp: Stamp | None, *own: str) -> tuple[str, ...]:
        """A group's classes: its own, and what is laid over it."""
        if stamp is not None:
            return (*own, stamp.mark)
        return (*own, "faded") if self.overlay.fade else own

    def stroke_of(self, exit: Exit) -> Stroke:
        """The line of an exit, as thick as what is laid over it wants."""
        return self.weighed(stroke_of(exit.shown, self.look), self.stamp_of(exit.links))

    def stroke_of_start(self) -> Stroke:
        """The line from where a call begins."""
        return line_stroke("plain", self.look)

    def weighed(self, stroke: Stroke, stamp: Stamp | None) -> Stroke:
        """A stroke, thicker under a stamp, or pale."""
        if self.pale(stamp):
            return changed(stroke, color=PALE)
        if stamp is None:
            return stroke
        stroke = changed(stroke, width=stroke.width * (1.4 + 1.2 * stamp.weight))
        return stamped_stroke(stroke, stamp, self.look)

    def ink(self, stamp: Stamp | None) -> str:
        """The colour of words."""
        return FADED if self.pale(stamp) else INK

    def named(self, kind: GroupKind, exits: Iterable[Exit], items: tuple[Item, ...], title: str) -> Group:
        """A group for each transition that the items stand for, one in the other."""
        links = [link for exit in exits for link in exit.links]
        first, *others = links
        for link in others:
            items = (Group(kind, f"{_PREFIX[kind]}-{link.id}", items, self.classes(None)),)
        stamp = self.stamp_of(links)
        return Group(
            kind,
            f"{_PREFIX[kind]}-{first.id}",
            items,
            self.classes(stamp, f"tone-{first.tone}", f"by-{first.kind}"),
            title=title,
        )

    def pill(self, exit: Exit, text: Paragraph, place: Place, canvas: Canvas) -> None:
        """Words on a line: rounded, dashed where time sets it off."""
        stamp = self.stamp_of(exit.links)
        stroke = self.stroke_of(exit)
        dash = stroke.dash if exit.shown.kind == "timer" else ()
        most = 1.8 if self.sizes.telling == "brief" else stroke.width
        stroke = changed(stroke, dash=dash, width=min(max(0.9, stroke.width * 0.8), most))
        box = place.drawn(WHITE, stroke, min(self.sizes.body * 0.55, place.height / 2))
        inner = text.items(
            place.x + (place.width - text.width) / 2,
            place.y + (place.height - text.height) / 2,
            self.ink(stamp),
        )
        canvas.shown.text(text)
        canvas.items.append(self.named("pill", (exit,), (box, *inner), text.words))
        canvas.block(f"pill-{exit.id}", place)

    def flow(self, flow: Flow, x: float, y: float, canvas: Canvas) -> tuple[Item, ...]:
        """Chips with the flow's top left corner at a point."""
        return tuple(self._chip(laid, x, y, canvas) for laid in flow.chips)

    def _chip(self, laid: Laid, x: float, y: float, canvas: Canvas) -> Item:
        chip = laid.chip
        stamp = self.stamp_of(link for exit in chip.exits for link in exit.links)
        place = Place(x + laid.x, y + laid.y, laid.width, laid.height)
        fill, stroke = self._chip_look(chip, stamp)
        box = place.drawn(fill, stroke, self.sizes.body * 0.3)
        inner = laid.text.items(
            place.x + self.sizes.body * 0.35, place.y + self.sizes.over / 2, self.ink(stamp), self.alarm
        )
        items = (box, *inner)
        title = self.spoken(chip.runs)
        if chip.exits:
            group = self.named("note", chip.exits, items, title)
        else:
            group = Group("note", f"{chip.kind}-{chip.id}", items, self.classes(None), title=title)
        canvas.block(group.id, place)
        canvas.shown.text(laid.text)
        return group

    def _chip_look(self, chip: Chip, stamp: Stamp | None) -> tuple[str, Stroke | None]:
        if stamp is not None:
            thick = 0.3 if self.sizes.telling == "brief" else 1
            return WHITE, stamped_stroke(Stroke(INK, 1 + thick * stamp.weight), stamp, self.look)
        if self.pale(stamp):
            return WHITE, None
        return chip_fill(chip.kind == "forbid", self.look), None
