"""The poster in two columns: the ladder at the left, and beside it what is reached from anywhere."""

from __future__ import annotations

from policy_engine.diagrams.poster.canvas import Canvas, Place
from policy_engine.diagrams.poster.column import Column, Frame, Setter, framed
from policy_engine.diagrams.poster.drawing import Drawer
from policy_engine.diagrams.poster.exits import Exit
from policy_engine.diagrams.poster.grid import Grid
from policy_engine.diagrams.poster.head import Head, draw_box, draw_head, head_of
from policy_engine.diagrams.poster.joint import pill_across, pill_over
from policy_engine.diagrams.poster.links import draw_link
from policy_engine.diagrams.poster.plan import Band, Joint, Leaf, Open, Regions, Scope, Tape
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.routes import draw_routes
from policy_engine.diagrams.poster.runs import Paragraph, paragraph
from policy_engine.records import record

MOST_AIR = 2.5  # that a joint is stretched, in sizes of the text
_TRIES = 8  # halvings, to find how far


@record
class Block:
    """What stands in the side lane as one, with the pill of what leads into it at any moment."""

    column: Column
    id: str  # of the group that the pill leads to
    exit: Exit | None
    pill: Paragraph | None
    height: float


@record
class BandBlock:
    band: Band
    column: Column
    side: tuple[Block, ...]
    inner: Spread | None
    head: Head | None


@record
class Spread:
    """A scope that was measured."""

    scope: Scope
    bands: tuple[BandBlock, ...]

    def height(self, press: Press, air: float) -> float:
        """Its height, with so much air in each joint."""
        return sum(self.heights(press, air)) + press.sizes.gap * self.gaps()

    def taken(self) -> tuple[float, float]:
        """The heights of everything in the main column and of everything beside it."""
        main = side = 0.0
        for band in self.bands:
            if band.inner is not None:
                inner = band.inner.taken()
                main, side = main + inner[0], side + inner[1]
            main += band.column.height
            side += sum(block.height for block in band.side)
        return main, side

    def gaps(self) -> int:
        """How many bands stand under another without a joint between."""
        return sum(1 for index in range(1, len(self.bands)) if not self.joined(index))

    def joined(self, index: int) -> bool:
        """Whether a joint stands where one band ends and the next begins."""
        above, below = self.bands[index - 1].band.tape, self.bands[index].band.tape
        return bool(above and isinstance(above[-1], Joint)) or bool(below and isinstance(below[0], Joint))

    def heights(self, press: Press, air: float) -> list[float]:
        """The height of each band."""
        return [band_height(press, band, air, index > 0) for index, band in enumerate(self.bands)]


def band_height(press: Press, band: BandBlock, air: float, under: bool) -> float:
    """A band is as high as the higher of its columns. `under` another, its side begins below a gap."""
    if band.inner is not None and band.head is not None:
        return band.head.height + press.sizes.pad * 2 + band.inner.height(press, air)
    gaps = max(0, len(band.side) - 1 + under)
    side = sum(block.height for block in band.side) + press.sizes.gap * gaps
    return max(band.column.height + air * band.column.joints, side)


class Spreader:
    """Measures and draws a plan on a grid."""

    def __init__(self, press: Press, grid: Grid) -> None:
        self.press = press
        self.grid = grid
        self.entries: dict[
            str, Exit
        ] = {}  # what leads to a block of the side lane, by the block's first entry
        self.drawn: frozenset[str] = frozenset()

    def measure(self, scope: Scope) -> Spread:
        """A plan, measured."""
        self._choose(scope)
        return self._spread(scope, 0)

    def _choose(self, scope: Scope) -> None:
        """Which exits have a pill of their own in the side lane, and which on the ladder as a box's."""
        drawn: set[str] = set()
        for inner, band in _bands(scope):
            for block in band.side:
                exit = self._entry(inner, block)
                if exit is not None:
                    self.entries[_first(block)] = exit
                    drawn.add(exit.id)
            for tape in (band.tape, *band.side):
                drawn |= unhung(tape)
        self.drawn = frozenset(drawn)

    def _entry(self, scope: Scope, block: Tape) -> Exit | None:
        """What leads from the scope's box to a block at any moment."""
        if scope.box is None:
            return None
        cards = next((entry.card for entry in block if isinstance(entry, Leaf)), None)
        for exit in self.press.content.exits.get(scope.box, ()):
            link = exit.shown
            if link.targets == (_first(block),) or (link.arrivals == (cards,) and not link.back):
                return exit
        return None

    def _spread(self, scope: Scope, depth: int) -> Spread:
        return Spread(scope, tuple(self._band(band, depth) for band in scope.bands))

    def _band(self, band: Band, depth: int) -> BandBlock:
        grid, pad = self.grid, self.press.sizes.pad
        empty = Column((), 0.0, 0)
        if band.spanning is not None:
            box = band.spanning.box
            assert box is not None
            start = grid.card + self.press.sizes.cell + self.press.sizes.inset
            right = grid.right - pad * (depth + 1)
            head = head_of(self.press, box, right - start, self.press.chips(box, self.drawn))
            return BandBlock(band, empty, (), self._spread(band.spanning, depth + 1), head)
        setter = Setter(self.press, self.drawn)
        frame = Frame(grid.left + pad * depth, grid.main, grid.card, grid.width, depth)
        column = setter.column(band.tape, frame)
        side = tuple(self._block(setter, block, depth) for block in band.side)
        return BandBlock(band, column, side, None, None)

    def _block(self, setter: Setter, block: Tape, depth: int) -> Block:
        press, grid = self.press, self.grid
        column = setter.column(block, framed(press, block, grid.side, grid.lane, depth))
        first = _first(block)
        exit = self.entries.get(first)
        id = f"state-{first}" if isinstance(block[0], Leaf) else f"box-{first}"
        if exit is None:
            return Block(column, id, None, None, column.height)
        width = grid.lane - grid.side - 2 * pill_across(press) - press.sizes.body
        pill = paragraph(press.words_on(exit, apart=True), press.sizes.body, width)
        return Block(
            column, id, exit, pill, column.height + pill.height + pill_over(press) + press.sizes.arrow
        )

    def draw(self, spread: Spread, canvas: Canvas, body: Place) -> None:
        """Draws a plan that was measured, its joints stretched as far as the page has room."""
        air = self._air(spread, body.height)
        self._draw(spread, Drawer(self.press, canvas), body.y, air, 0)
        draw_routes(self.press, self.grid, canvas)

    def _air(self, spread: Spread, room: float) -> float:
        low, high = 0.0, MOST_AIR * self.press.sizes.body
        if spread.height(self.press, high) <= room:
            return high
        for _ in range(_TRIES):
            middle = (low + high) / 2
            if spread.height(self.press, middle) <= room:
                low = middle
            else:
                high = middle
        return low

    def _draw(self, spread: Spread, drawer: Drawer, y: float, air: float, depth: int) -> float:
        sizes = self.press.sizes
        for index, band in enumerate(spread.bands):
            if index and not spread.joined(index):
                y += sizes.gap
            height = band_height(self.press, band, air, index > 0)
            if band.inner is not None and band.head is not None:
                self._spanning(band, drawer, y, air, depth, height)
            else:
                drawer.column(band.column, y, air)
                self._side(band, drawer, y, height, index > 0)
            y += height
        return y

    def _spanning(
        self, band: BandBlock, drawer: Drawer, y: float, air: float, depth: int, height: float
    ) -> None:
        assert band.inner is not None
        assert band.head is not None
        sizes, grid, canvas = self.press.sizes, self.grid, drawer.canvas
        slot = canvas.keep()
        start = grid.card + sizes.cell + sizes.inset
        top = y + sizes.pad * 0.5
        if self._begins(band.inner.scope):
            drawer.begun = (grid.card + sizes.cell / 2, top + sizes.body * 0.6)
        inside = draw_head(self.press, band.head, start, top, canvas)
        edge = grid.right - sizes.pad * depth
        place = Place(grid.left + sizes.pad * depth, y, edge - grid.left - sizes.pad * depth, height)
        canvas.places[f"box-{band.head.box}"] = place
        self._draw(band.inner, drawer, y + band.head.height + sizes.pad, air, depth + 1)
        draw_box(self.press, band.head.box, place, depth, slot, inside, canvas)

    def _begins(self, scope: Scope) -> bool:
        """Whether a call begins with the first card of a scope."""
        band = scope.bands[0]
        if band.spanning is not None:
            return self._begins(band.spanning)
        first = next((entry for entry in band.tape if not isinstance(entry, Open)), None)
        return isinstance(first, Leaf) and first.card in self.press.figure.starts

    def _side(self, band: BandBlock, drawer: Drawer, y: float, height: float, under: bool) -> None:
        """Blocks of the side lane, each as near as can be to the card that leads to it."""
        gap = self.press.sizes.gap
        blocks = sorted(band.side, key=lambda block: self._wished(block, drawer.canvas))
        end = y + height - sum(block.height + gap for block in blocks) + gap
        y += gap if under else 0.0
        for block in blocks:
            y = max(y, min(self._wished(block, drawer.canvas), end))
            top = y
            if block.exit is not None and block.pill is not None:
                top = self._pill(block, block.exit, block.pill, drawer, y)
            drawer.column(block.column, top, 0.0)
            y += block.height + gap
            end += block.height + gap

    def _wished(self, block: Block, canvas: Canvas) -> float:
        """Where the first card of the ladder stands that leads to a block; the top where none does."""
        inside = {part.entry.card for part in block.column.parts if isinstance(part.entry, Leaf)}
        above = [
            canvas.places[f"state-{source}"].y
            for source in self.press.figure.spine
            if f"state-{source}" in canvas.places
            for exit in self.press.content.exits.get(source, ())
            if inside & set(exit.shown.arrivals)
        ]
        return min(above, default=0.0)

    def _pill(self, block: Block, exit: Exit, text: Paragraph, drawer: Drawer, y: float) -> float:
        """A pill over a block: dotted from the edge of the box in which it may happen, then down."""
        press, grid, canvas = self.press, self.grid, drawer.canvas
        wide, high = text.width + 2 * pill_across(press), text.height + pill_over(press)
        place = Place(grid.side, y, wide, high)
        press.pill(exit, text, place, canvas)
        box = f"box-{exit.shown.source}"
        edge = canvas.places[box].right
        draw_link(
            press,
            exit,
            "",
            ((edge, place.middle), (place.right, place.middle)),
            (box, f"pill-{exit.id}"),
            canvas,
            head=False,
        )
        x = grid.side + press.sizes.cell / 2 + press.sizes.pad
        bottom = place.bottom + press.sizes.arrow
        draw_link(
            press,
            exit,
            ".on",
            ((x, place.bottom), (x, bottom)),
            (f"pill-{exit.id}", block.id),
            canvas,
            head=True,
        )
        return bottom


def _bands(scope: Scope) -> list[tuple[Scope, Band]]:
    found: list[tuple[Scope, Band]] = []
    for band in scope.bands:
        found.append((scope, band))
        if band.spanning is not None:
            found += _bands(band.spanning)
    return found


def _first(block: Tape) -> str:
    entry = block[0]
    assert isinstance(entry, Leaf | Open | Regions)
    return entry.card if isinstance(entry, Leaf) else entry.box


def unhung(tape: Tape) -> set[str]:
    """Exits with a pill that does not hang under their card: the card or box does not tell of them."""
    found: set[str] = set()
    for entry in tape:
        if isinstance(entry, Joint) and not entry.hung:
            found.add(entry.exits[0].id)
        elif isinstance(entry, Regions):
            for region in entry.tapes:
                found |= unhung(region)
    return found
