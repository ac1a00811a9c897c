"""Layouts of one poster: measured at the sizes that are tried, and drawn at those that are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.overlay import Overlay
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster.canvas import Canvas
from policy_engine.diagrams.poster.columns import Columns, balanced, columns_of, draw_columns, most_columns
from policy_engine.diagrams.poster.content import Content
from policy_engine.diagrams.poster.fit import SMALLEST, USUAL, best
from policy_engine.diagrams.poster.grid import grid_of
from policy_engine.diagrams.poster.page import Page, page_of
from policy_engine.diagrams.poster.plan import Planner, Scope, Tape
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.shown import Shown, everything
from policy_engine.diagrams.poster.sizes import TELLINGS, Sizes, Telling
from policy_engine.diagrams.poster.spread import Spread, Spreader
from policy_engine.diagrams.scene import Item, Scene
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look
from policy_engine.model.types import Value
from policy_engine.records import changed, record

# Parts of the page's width that the main column takes.
_EVEN, _NARROW, _WIDE = 0.5, 0.4, 0.66
_NUDGES = (-0.02, 0.02, -0.04, 0.04)
_PARTS = (0.25, 0.5, 0.75, 1.0)  # of the way from an even parting to a fair one
_NEARLY = 1.05  # times the page: so high, a slightly other parting of the columns may mend it
# So much larger the text of columns must be: at a desk, and on a wall.
_MUCH, _MORE = 1.2, 1.1
# What pages tell at best, and if a card is too large for a page.
_TOLD: tuple[tuple[Telling, int], ...] = (("full", 3), ("plain", 1))


@record
class Order:
    """What was asked for."""

    figure: Figure
    languages: tuple[str, ...]
    paper: Paper
    look: Look
    overlay: Overlay
    parameters: Mapping[str, Value] | None = None  # None: their defaults

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
        self.possible = everything(order.figure)

    def best(self, largest: float) -> Fitted | None:
        """What fits one page best. Two columns side by side show more of how things hang together; columns
        that are read one after the other must tell more, or make the text larger, to be taken instead.
        """
        desk = self.order.paper.name == "a4"
        least = SMALLEST if desk else USUAL
        beside = best(self._tries(self._spread), largest, least)
        if beside is not None and beside.telling == "full" and beside.body >= USUAL:
            return self.fitted[self._spread.__name__, beside]
        after = best(self._tries(self._columns), largest, least)
        if after is not None and (beside is None or _says_more(after, beside, _MUCH if desk else _MORE)):
            return self.fitted[self._columns.__name__, after]
        return None if beside is None else self.fitted[self._spread.__name__, beside]

    def _tries(self, lay: Callable[[Press, Page], Fitted | None]) -> Callable[[Sizes], bool]:
        def fits(sizes: Sizes) -> bool:
            key = lay.__name__, sizes
            if key not in self.fitted:
                press = self._press(sizes)
                self.fitted[key] = lay(press, page_of(press, self.order.paper, shown=self.possible))
            return self.fitted[key] is not None

        return fits

    def scene(self, fitted: Fitted) -> Scene:
        """The page as it was fitted."""
        canvas = Canvas()
        fitted = self._evened(fitted)
        if fitted.spread is not None:
            spreader, spread = fitted.spread
            spreader.draw(spread, canvas, fitted.page.body)
        if fitted.columns is not None:
            columns = balanced(fitted.press, fitted.columns)
            draw_columns(fitted.press, columns, 0, fitted.page.body, canvas)
        # The legend explains no more than is there; what stands above it keeps its place.
        canvas.shown.drawn(canvas.all())
        page = page_of(fitted.press, self.order.paper, shown=canvas.shown)
        return self._scene(fitted.press, page, canvas)

    def paged(self, body: float) -> tuple[Scene, ...] | None:
        """As many pages as are needed at one size, or None where a card is larger than a page."""
        tried = (self._paged(Sizes(body, phrases, telling, boxes="all")) for telling, phrases in _TOLD)
        return next((scenes for scenes in tried if scenes is not None), None)

    def _paged(self, sizes: Sizes) -> tuple[Scene, ...] | None:
        press = self._press(sizes)
        # As large as any page's, whatever its number.
        first, later = (page_of(press, self.order.paper, "99/99", shown) for shown in (self.possible, None))
        each = 1 if self.order.look.large else most_columns(press, first.body)
        columns = columns_of(press, self._tape(sizes.telling), (first.body, later.body), each)
        if columns is None:
            return None
        columns = balanced(press, columns)
        canvases = [Canvas() for _ in range(columns.pages)]
        shown = Shown()
        for index, canvas in enumerate(canvases):
            draw_columns(press, columns, index, (later if index else first).body, canvas)
            canvas.shown.drawn(canvas.all())
            shown.also(canvas.shown)
        scenes = []
        for index, canvas in enumerate(canvases):
            number = f"{index + 1}/{columns.pages}"
            page = page_of(press, self.order.paper, number, None if index else shown)
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
        for part in parts:
            parted = self._parted(press, page, part)
            if parted is None:
                continue
            spread = parted[1]
            if spread.height(press, 0.0) <= page.body.height:
                return Fitted(press, page, spread=parted)
            main, side = spread.taken()
            if side and main + side < 2 * page.body.height:
                if len(parts) == 1:
                    parts.append(_fair(main, side))
                elif len(parts) == 2 and spread.height(press, 0.0) < _NEARLY * page.body.height:
                    parts += [part + nudge for nudge in _NUDGES]
        return None

    def _parted(self, press: Press, page: Page, part: float) -> tuple[Spreader, Spread] | None:
        """Two columns of which the main one takes a part of the width; None where words have no room."""
        plan = self._plan(press.sizes.telling)
        grid = grid_of(press, plan, page.body, part)
        if not grid.roomy(press.sizes.body):
            return None
        spreader = Spreader(press, grid)
        return spreader, spreader.measure(plan)

    def _evened(self, fitted: Fitted) -> Fitted:
        """Two columns parted nearer to what their lengths ask for, if fewer lines are broken by it: less of
        the page stays white. A page that is told in brief is full anyway.
        """
        if fitted.spread is None or fitted.press.sizes.telling == "brief":
            return fitted
        press, page = fitted.press, fitted.page
        fair = _fair(*fitted.spread[1].taken())
        tried = [self._parted(press, page, _EVEN + part * (fair - _EVEN)) for part in _PARTS] if fair else []
        parted = [
            one
            for one in (fitted.spread, *tried)
            if one is not None and one[1].height(press, 0.0) <= page.body.height
        ]
        return changed(fitted, spread=min(parted, key=lambda one: sum(one[1].taken())))

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
            order = self.order
            self.contents[telling] = Content(order.figure, order.languages, telling, order.parameters)
        return self.contents[telling]

    def _plan(self, telling: Telling) -> Scope:
        if telling not in self.plans:
            self.plans[telling] = Planner(self.order.figure, self._content(telling).exits, True).scope()
        return self.plans[telling]

    def _tape(self, telling: Telling) -> Tape:
        if telling not in self.tapes:
            self.tapes[telling] = Planner(self.order.figure, self._content(telling).exits, False).tape()
        return self.tapes[telling]


def _says_more(after: Sizes, beside: Sizes, much: float) -> bool:
    """Whether sizes are much larger, or tell more at a text that is no smaller."""
    told = TELLINGS.index(after.telling) < TELLINGS.index(beside.telling)
    return after.body > much * beside.body or (told and after.body >= beside.body)


def _fair(main: float, side: float) -> float:
    """The part of the width that makes the main column about as long as what stands beside it; 0 where
    nothing does.
    """
    return min(max(main / (main + side), _NARROW), _WIDE) if side else 0.0
