"""A column of text on a card: what is put in it stands under what was put before, and page follows page."""

from __future__ import annotations

from policy_engine.diagrams import measure
from policy_engine.diagrams.scene import Circle, Group, Item, Rect, Stroke, Text
from policy_engine.diagrams.theme import Dress

INK = "#1A1A1A"


class Column:
    """Fills pages of one width from top to bottom. All lengths are points."""

    def __init__(self, left: float, top: float, width: float, bottom: float) -> None:
        self.left, self.top, self.width, self.bottom = left, top, width, bottom
        self.y = top
        self.pages: list[list[Item]] = [[]]

    def turn(self) -> None:
        """Goes on at the top of a new page."""
        self.pages.append([])
        self.y = self.top

    def space(self, height: float) -> None:
        """Leaves some room, but for the top of a page."""
        if self.y > self.top:
            self.y += height

    def text(self, words: str, size: float, *, bold: bool = False, indent: float = 0.0) -> None:
        """A text in as many lines as it takes. It stays on one page where a page is long enough."""
        lines = measure.wrap(words, size, self.width - indent, bold)
        self._keep(len(lines) * size * measure.LINE)
        for part in lines:
            if self.y + size * measure.LINE > self.bottom:
                self.turn()
            self.y += size * measure.ASCENT
            self._put(Text(self.left + indent, self.y, part, size, bold))
            self.y += size * (measure.LINE - measure.ASCENT)

    def bullet(self, words: str, size: float) -> None:
        """A text behind a dot."""
        self._keep(len(measure.wrap(words, size, self.width - size)) * size * measure.LINE)
        self._put(Circle(self.left + size * 0.3, self.y + size * 0.62, size * 0.14, fill=INK))
        self.text(words, size, indent=size * 0.9)

    def step(
        self, number: int, label: str, phrase: str, size: float, dress: Dress, id: str, title: str
    ) -> None:
        """A numbered step: its number in the colour of its role, its label, and what to say."""
        cell = size * 2.2
        side = self.width - cell - size * 1.2
        labels = measure.wrap(label, size * 1.1, side, True)
        phrases = measure.wrap(phrase, size, side) if phrase else ()
        tall = (len(labels) * 1.1 + len(phrases)) * size * measure.LINE
        height = max(cell * 0.8, tall + size * 0.4)
        self._keep(height)
        items: list[Item] = [
            Rect(self.left, self.y, self.width, height, dress.fill, dress.stroke),
            Rect(self.left, self.y, cell, height, dress.cell),
            Text(
                self.left + cell / 2,
                self.y + height / 2 + size * 0.42,
                str(number),
                size * 1.2,
                True,
                dress.ink,
                "middle",
            ),
        ]
        y = self.y + (height - tall) / 2
        x = self.left + cell + size * 0.6
        for words, big, bold in [
            *((line, 1.1, True) for line in labels),
            *((line, 1, False) for line in phrases),
        ]:
            items.append(Text(x, y + size * big * measure.ASCENT, words, size * big, bold))
            y += size * big * measure.LINE
        self._put(Group("card", id, tuple(items), title=title))
        self.y += height + size * 0.35

    def frame(self, words: str, size: float) -> None:
        """A text in bold with a heavy frame around it."""
        inside = self.width - size
        lines = measure.wrap(words, size, inside, True)
        height = len(lines) * size * measure.LINE + size * 0.6
        self._keep(height)
        self._put(Rect(self.left, self.y, self.width, height, None, Stroke(INK, 1.6), 3))
        y = self.y + size * 0.3
        for part in lines:
            self._put(Text(self.left + size / 2, y + size * measure.ASCENT, part, size, True))
            y += size * measure.LINE
        self.y += height

    def _keep(self, height: float) -> None:
        if self.y + height > self.bottom and self.y > self.top:
            self.turn()

    def _put(self, item: Item) -> None:
        self.pages[-1].append(item)
