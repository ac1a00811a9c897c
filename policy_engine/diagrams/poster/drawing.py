"""Draws columns that were measured: what stands in them, and the lines of their ladders."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.card import CardBlock, draw_card
from policy_engine.diagrams.poster.column import Column, Part
from policy_engine.diagrams.poster.head import Head, draw_box, draw_head
from policy_engine.diagrams.poster.joint import JointBlock, draw_joint
from policy_engine.diagrams.poster.links import draw_link, draw_start
from policy_engine.diagrams.poster.plan import Joint, Leaf, Open, Regions
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.scene import Item


class Drawer:
    """Draws onto one canvas, columns so far from its left edge as `left` says."""

    def __init__(self, press: Press, canvas: Canvas, left: float = 0.0) -> None:
        self.press = press
        self.canvas = canvas
        self.left = left
        self.pending: tuple[JointBlock, list[Place]] | None = None
        self.begun: tuple[float, float] | None = None  # where the dot of a start stands

    def column(self, column: Column, y: float, air: float) -> float:
        """Draws a column from `y` down and gives back where it ends."""
        opened: list[tuple[Part, float, int, tuple[Item, ...]]] = []
        for part in column.parts:
            y += part.before
            entry = part.entry
            if isinstance(entry, Leaf):
                self._leaf(part, entry, y)
            elif isinstance(entry, Joint):
                self._joint(part, y, air)
                y += air
            elif isinstance(entry, Regions):
                self._regions(part, entry, y)
            elif isinstance(entry, Open):
                opened.append(self._open(part, y))
            else:
                start, top, slot, inside = opened.pop()
                place = Place(
                    self.left + start.frame.left,
                    top,
                    start.frame.right - start.frame.left,
                    y + part.height - top,
                )
                draw_box(self.press, entry.box, place, start.frame.depth, slot, inside, self.canvas)
            y += part.height
        return y

    def _leaf(self, part: Part, entry: Leaf, y: float) -> None:
        assert isinstance(part.block, CardBlock)
        x = self.left + part.frame.card
        ladder = x + self.press.sizes.cell / 2
        if part.begins:
            where = self.begun or (ladder, y - self.press.sizes.arrow - self.press.sizes.body * 0.45)
            draw_start(self.press, entry.card, *where, y, self.canvas)
            self.begun = None
        draw_card(self.press, part.block, x, y, self.canvas)
        if not entry.aside:
            self._arrive(f"state-{entry.card}", y)

    def _joint(self, part: Part, y: float, air: float) -> None:
        assert isinstance(part.block, JointBlock)
        block = part.block
        pills = draw_joint(self.press, block, self.left + part.frame.card, y, air, self.canvas)
        source = block.joint.source
        id = f"state-{source}" if source in self.press.figure.cards else f"box-{source}"
        above = self.canvas.places[id].bottom
        for exit, place in zip(block.shown, pills, strict=True):
            ladder = place.x + self.press.sizes.cell / 2
            draw_link(
                self.press,
                exit,
                "",
                ((ladder, above), (ladder, place.y)),
                (id, f"pill-{exit.id}"),
                self.canvas,
                head=False,
            )
        self.pending = (block, pills)

    def _arrive(self, id: str, top: float) -> None:
        if self.pending is None:
            return
        block, pills = self.pending
        self.pending = None
        for exit, place in zip(block.shown, pills, strict=True):
            ladder = place.x + self.press.sizes.cell / 2
            draw_link(
                self.press,
                exit,
                ".on",
                ((ladder, place.bottom), (ladder, top)),
                (f"pill-{exit.id}", id),
                self.canvas,
                head=True,
            )

    def _open(self, part: Part, y: float) -> tuple[Part, float, int, tuple[Item, ...]]:
        assert isinstance(part.block, Head)
        sizes = self.press.sizes
        slot = self.canvas.keep()
        top = y + sizes.pad * 0.5
        if part.begins and self.begun is None:
            self.begun = (self.left + part.frame.card + sizes.cell / 2, top + sizes.body * 0.6)
        return part, y, slot, draw_head(self.press, part.block, self.left + part.text, top, self.canvas)

    def _regions(self, part: Part, entry: Regions, y: float) -> None:
        assert isinstance(part.block, Head)
        sizes = self.press.sizes
        slot = self.canvas.keep()
        inside = draw_head(self.press, part.block, self.left + part.text, y + sizes.pad * 0.5, self.canvas)
        place = Place(self.left + part.frame.left, y, part.frame.right - part.frame.left, part.height)
        draw_box(self.press, entry.box, place, part.frame.depth, slot, inside, self.canvas)
        if not entry.aside:
            self._arrive(f"box-{entry.box}", y)
        top = y + part.block.height + sizes.pad
        for row in part.rows:
            for _, column in row.columns:
                self.column(column, top, 0.0)
            top += row.height + sizes.gap
