"""Layouts of one poster: measured at the sizes that are tried, and drawn at those that are taken."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.overlay import Overlay
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster.canvas import Canvas
from policy_engine.diagrams.poster.columns import Columns, balanced, columns_of, draw_columns, most_columns
from policy_engine.diagrams.poster.content import Content
from policy_engine.diagrams.poster.fit import USUAL, best
from policy_engine.diagrams.poster.grid import grid_of
from policy_engine.diagrams.poster.page import Page, page_of
from policy_engine.diagrams.poster.plan import Planner, Scope, Tape
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.sizes import Sizes, Telling
from policy_engine.diagrams.poster.spread import Spread, Spreader
from policy_engine.diagrams.scene import Item, Scene
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look
from policy_engine.records import changed, record

# Parts of the page's width that the main column takes.
_EVEN, _NARROW, _WIDE, _NUDGE = 0.5, 0.4, 0.66, 0.02
_MUCH = 1.2
_HOPELESS = 1.0  # times the page that half of everything takes: no parting of the columns mends that


@record
class Order:
    """What was asked for."""

    figure: Figure
    languages: tuple[str, ...]
    paper: Paper
    look: Look
    overlay: Overlay

    def on(self, paper: Paper) -> Order:
        """The same on another paper."""
        return changed(self, paper=paper)


@record
class Fitted:
    """A layout that was measured: two columns side by side, or columns that are read one after the other."""

    press: Press
    page: Page
    spread: tuple[Spreader, Spread] | None = None
    columns: Columns | None = None


class Layouts:
    """Tries sizes for one order."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.contents: dict[Telling, Content] = {}
        self.plans: dict[Telling, Scope] = {}
        self.tapes: dict[Telling, Tape] = {}
        self.fitted: dict[tuple[str, Sizes], Fitted | None] = {}

    def best(self, largest: float) -> Fitted | None:
        """What fits one page best. Two columns side by side show more of how things hang together; columns
        that are read one after the other must make the text much larger to be taken instead.
        """
        beside = best(self._tries(self._spread), largest)
        if beside is not None and (beside.body >= USUAL or not self._worth(_MUCH * beside.body, largest)):
            return self.fitted[self._spread.__name__, beside]
        after = best(self._tries(self._columns), largest)
        if after is not None and (beside is None or after.body > _MUCH * beside.body):
            return self.fitted[self._columns.__name__, after]
        return None if beside is None else self.fitted[self._spread.__name__, beside]

    def _worth(self, body: float, largest: float) -> bool:
        """Whether columns that are read one after the other fit at a size."""
        fits = self._tries(self._columns)
        return body <= largest and (fits(Sizes(body)) or fits(Sizes(body, telling="brief")))

    def _tries(self, lay: Callable[[Press, Page], Fitted | None]) -> Callable[[Sizes], bool]:
        def fits(sizes: Sizes) -> bool:
            key = lay.__name__, sizes
            if key not in self.fitted:
                press = self._press(sizes)
                self.fitted[key] = lay(press, page_of(press, self.order.paper))
            return self.fitted[key] is not None

        return fits

    def scene(self, fitted: Fitted) -> Scene:
        """The page as it was fitted."""
        canvas = Canvas()
        if fitted.spread is not None:
            spreader, spread = fitted.spread
            spreader.draw(spread, canvas, fitted.page.body)
        if fitted.columns is not None:
            columns = balanced(fitted.press, fitted.columns)
            draw_columns(fitted.press, columns, 0, fitted.page.body, canvas)
        return self._scene(fitted.press, fitted.page, canvas)

    def paged(self, body: float) -> tuple[Scene, ...] | None:
        """As many pages as are needed at one size, or None where a card is larger than a page."""
        sizes = Sizes(body, 2, "plain")
        press = self._press(sizes)
        # As large as any page's, whatever its number.
        first, later = (page_of(press, self.order.paper, "99/99", legend) for legend in (True, False))
        each = 1 if self.order.look.large else most_columns(press, first.body)
        columns = columns_of(press, self._tape(sizes.telling), (first.body, later.body), each)
        if columns is None:
            return None
        columns = balanced(press, columns)
        scenes = []
        for index in range(columns.pages):
            canvas = Canvas()
            number = f"{index + 1}/{columns.pages}"
            page = page_of(press, self.order.paper, number, index == 0)
            draw_columns(press, columns, index, page.body, canvas)
            scenes.append(self._scene(press, page, canvas, number))
        return tuple(scenes)

    def _scene(self, press: Press, page: Page, canvas: Canvas, number: str = "") -> Scene:
        language, paper = self.order.languages[0], self.order.paper
        head, foot = page.items
        items: tuple[Item, ...] = (head, *canvas.all(), foot)
        title = f"{press.title} {number}".strip()
        return Scene(paper.width, paper.height, items, title, language, steps_of(self.order.figure, language))

    def _spread(self, press: Press, page: Page) -> Fitted | None:
        """Two columns, parted so that they become about equally long."""
        parts = [_EVEN]
        while parts:
            part = parts.pop(0)
            grid = grid_of(press, self._plan(press.sizes.telling), page.body, part)
            if not grid.roomy(press.sizes.body):
                continue
            spreader = Spreader(press, grid)
            spread = spreader.measure(self._plan(press.sizes.telling))
            if spread.height(press, 0.0) <= page.body.height:
                return Fitted(press, page, spread=(spreader, spread))
            main, side = spread.taken()
            if part == _EVEN and side and main + side < 2 * _HOPELESS * page.body.height:
                fair = min(max(main / (main + side), _NARROW), _WIDE)
                parts = [fair, fair - _NUDGE, fair + _NUDGE]
        return None

    def _columns(self, press: Press, page: Page) -> Fitted | None:
        most = most_columns(press, page.body)
        for each in range(2, most + 1):
            columns = columns_of(press, self._tape(press.sizes.telling), (page.body, page.body), each, 1)
            if columns is not None:
                return Fitted(press, page, columns=columns)
        return None

    def _press(self, sizes: Sizes) -> Press:
        return Press(self._content(sizes.telling), sizes, self.order.look, self.order.overlay)

    def _content(self, telling: Telling) -> Content:
        if telling not in self.contents:
            self.contents[telling] = Content(self.order.figure, self.order.languages, telling)
        return self.contents[telling]

    def _plan(self, telling: Telling) -> Scope:
        if telling not in self.plans:
            self.plans[telling] = Planner(self.order.figure, self._content(telling).exits, True).scope()
        return self.plans[telling]

    def _tape(self, telling: Telling) -> Tape:
        if telling not in self.tapes:
            self.tapes[telling] = Planner(self.order.figure, self._content(telling).exits, False).tape()
        return self.tapes[telling]
