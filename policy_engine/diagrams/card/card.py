"""The pocket card: the ladder on one side, what to say and what not on the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from policy_engine.diagrams import measure
from policy_engine.diagrams.card.column import Column
from policy_engine.diagrams.card.sides import Extent, Sides
from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.imprint import edition, title_of
from policy_engine.diagrams.paper import MILLIMETRE, SAFE, Paper
from policy_engine.diagrams.scene import Item, Scene, Text
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look
from policy_engine.model.types import Value
from policy_engine.records import changed

# What a card keeps free at its edge; it is cut from a larger sheet, or printed as it is.
_EDGE = 7 * MILLIMETRE
# Sizes of the letters, in points, the largest first.
_SMALL = (11.0, 10.5, 10.0, 9.5, 9.0)
_LARGE = (20.0, 18.0, 16.0)
# What the back tells beside what belongs there, as far as there is room: (texts of a step, how it is done).
_MORE = ((3, 2), (3, 1), (2, 1), (1, 1), (1, 0))
# How many texts of a list are left where the back is too full for all.
_SEVERAL = 3
# So many sizes, one after the other, look alike: it is better to keep together what belongs together.
_ALIKE = 4
Fill = Callable[[Column, Extent, float], None]


def card(
    figure: Figure, language: str, look: Look, parameters: Mapping[str, Value] | None = None
) -> tuple[Scene, ...]:
    """The sides of the card: A6, or A4 in large print.

    It takes the largest letters with which each side holds what belongs on it. Where the steps do not fit
    with their phrases, the phrases go to the back; where that is too full, it tells less. What is left of the
    back is filled with what else there is to say. `parameters` are the values in force where they are not
    those of the policy. A policy that has nothing for the back has one side; a
    ladder that is longer than a side takes more.
    """
    return _Press(figure, language, look, parameters or {}).scenes()


class _Press:
    def __init__(self, figure: Figure, language: str, look: Look, parameters: Mapping[str, Value]) -> None:
        self.figure = figure
        self.language = language
        self.sizes = _LARGE if look.large else _SMALL
        self.paper = Paper("a4" if look.large else "a6")
        self.edge = SAFE if look.large else _EDGE
        self.sides = Sides(figure, language, look, parameters)

    def scenes(self) -> tuple[Scene, ...]:
        chart = self.figure.chart
        title = title_of(chart, self.language)
        steps = steps_of(self.figure, self.language)
        foot = self._foot(title)
        return tuple(
            Scene(
                self.paper.width,
                self.paper.height,
                (*items, foot),
                title,
                self.language,
                steps if place == 0 else (),
            )
            for place, items in enumerate(self._pages())
        )

    def _pages(self) -> list[list[Item]]:
        phrases, size = self._ladder()
        extent = Extent(phrases=phrases)
        richest = [changed(extent, most=most, hows=hows) for most, hows in _MORE]
        sizes = [smaller for smaller in self.sizes if smaller <= size]
        alone = self._first(richest[:1], self._alone, sizes[:_ALIKE])
        if alone is not None:
            return self._column(self._alone, *alone).pages
        beside = self._first([extent], self._whole_front, sizes[:_ALIKE])
        front, back = (self._front, self._whole_back) if beside is None else (self._whole_front, self._back)
        size = size if beside is None else beside[1]
        told, small = self._first(_poorer(extent, beside is None), back, sizes) or (extent, sizes[-1])
        if told == extent:
            told, small = self._first(richest, back, [small]) or (told, small)
        return [*self._column(front, told, size).pages, *self._column(back, told, small).pages]

    def _ladder(self) -> tuple[bool, float]:
        """Whether the steps bear phrases, and the largest letters with which they fit one side."""
        ways = [Extent(phrases=True), Extent(phrases=False)]
        found = self._first(ways, self._front, self.sizes)
        return (False, self.sizes[-1]) if found is None else (found[0].phrases, found[1])

    def _front(self, column: Column, extent: Extent, size: float) -> None:
        self.sides.ladder(column, extent, size)
        self._close(column, extent.phrases, size)

    def _whole_front(self, column: Column, extent: Extent, size: float) -> None:
        self.sides.ladder(column, extent, size)
        self.sides.meanwhile(column, extent, size)
        self._close(column, extent.phrases, size)

    def _back(self, column: Column, extent: Extent, size: float) -> None:
        self.sides.lists(column, extent, size)
        self._close(column, not extent.phrases, size)
        if extent.again:
            column.space(size * 0.6)
            self.sides.emergency(column, size)

    def _whole_back(self, column: Column, extent: Extent, size: float) -> None:
        self.sides.meanwhile(column, extent, size)
        self._back(column, extent, size)

    def _alone(self, column: Column, extent: Extent, size: float) -> None:
        """Everything on one side."""
        self.sides.ladder(column, extent, size)
        self.sides.meanwhile(column, extent, size)
        self.sides.lists(column, extent, size)
        self._close(column, True, size)

    def _close(self, column: Column, phrases: bool, size: float) -> None:
        """What is to be known of what stands above; `phrases`: whether the phrases of the steps do."""
        self.sides.star(column, size)
        if phrases:
            self.sides.own_words(column, size)

    def _first(
        self, extents: Sequence[Extent], fill: Fill, sizes: Sequence[float]
    ) -> tuple[Extent, float] | None:
        """The first extent that fits one side, in the largest letters with which it does."""
        ways = ((extent, size) for extent in extents for size in sizes)
        return next((way for way in ways if len(self._column(fill, *way).pages) == 1), None)

    def _column(self, fill: Fill, extent: Extent, size: float) -> Column:
        edge, paper = self.edge, self.paper
        bottom = paper.height - edge - self.sizes[-1] * 1.4
        column = Column(edge, edge, paper.width - 2 * edge, bottom)
        fill(column, extent, size)
        return column

    def _foot(self, title: str) -> Text:
        """The edition of the policy, after its title where there is room for it."""
        size = self.sizes[-1]
        words = edition(self.figure.chart, self.language)
        both = f"{title} · {words}"
        fits = measure.width(both, size) <= self.paper.width - 2 * self.edge
        return Text(self.edge, self.paper.height - self.edge, both if fits else words, size)


def _poorer(extent: Extent, beside: bool) -> list[Extent]:
    """What the back tells, from all that belongs there to ever less. `beside`: whether the steps beside the
    ladder stand there, which then are short or only named.
    """
    few = changed(extent, several=_SEVERAL, rules=_SEVERAL)
    brief = changed(few, again=False)
    bare = changed(brief, rules=_SEVERAL - 1)
    names = [changed(bare, spoken=False), changed(bare, others=False)] if beside else []
    least = (names or [bare])[-1]
    fewer = (changed(least, several=several, rules=several) for several in range(_SEVERAL - 1, 0, -1))
    return [extent, few, brief, bare, *names, *fewer]
