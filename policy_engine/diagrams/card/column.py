"""A column of text on a card: what is put in it stands under what was put before, and page follows page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from policy_engine.diagrams import measure
from policy_engine.diagrams.scene import Circle, Group, Item, Level, Rect, Stroke, Text
from policy_engine.diagrams.theme import INK, QUIET, Dress
from policy_engine.records import record

# The bar beside the steps of a track, and how far these stand to the right, in sizes of the letters.
_BAR = "#808080"
_INSET = 0.8


@record
class Step:
    """A step as a card shows it: `trigger` stands before its label, or above it, `beside` is a word or two at
    the right, `phrase` stands under it. `id` and `title` are the group's.
    """

    number: int
    label: str
    beside: str
    phrase: str
    dress: Dress
    id: str
    title: str
    trigger: str = ""


class Column:
    """Fills pages of one width from top to bottom. All lengths are points."""

    def __init__(self, left: float, top: float, width: float, bottom: float) -> None:
        self.left, self.top, self.width, self.bottom = left, top, width, bottom
        self.y = top
        self.pages: list[list[Item]] = [[]]
        self.told: list[str] = []
        self._shown: Counter[str] = Counter()
        # Where the bar of each track around the last row ends.
        self.bars: list[float] = []

    def bears(self, sign: str) -> bool:
        """Whether a text in it ends with a sign."""
        return any(words.endswith(sign) for words in self.told)

    def turn(self) -> None:
        """Goes on at the top of a new page."""
        self.pages.append([])
        self.y = self.top
        self.bars = []

    def space(self, height: float) -> None:
        """Leaves some room, but for the top of a page."""
        if self.y > self.top:
            self.y += height

    def text(
        self, words: str, size: float, *, bold: bool = False, indent: float = 0.0, level: Level = 0
    ) -> None:
        """A text in as many lines as it takes. It stays on one page where a page is long enough."""
        lines = measure.wrap(words, size, self.width - indent, bold)
        self.told.append(words)
        self._keep(len(lines) * size * measure.LINE)
        for part in lines:
            if self.y + size * measure.LINE > self.bottom:
                self.turn()
            self.y += size * measure.ASCENT
            self._put(Text(self.left + indent, self.y, part, size, bold, level=level))
            self.y += size * (measure.LINE - measure.ASCENT)

    def bullet(self, words: str, size: float) -> None:
        """A text behind a dot."""
        self._keep(len(measure.wrap(words, size, self.width - size * 0.9)) * size * measure.LINE)
        self._put(Circle(self.left + size * 0.3, self.y + size * 0.62, size * 0.14, fill=INK))
        self.text(words, size, indent=size * 0.9)

    def entries(self, several: Sequence[tuple[str, str]], size: float) -> None:
        """Texts behind their numbers, all as far to the right."""
        indent = size * 0.5 + max(measure.width(number, size, True) for number, _ in several)
        for number, words in several:
            self._keep(len(measure.wrap(words, size, self.width - indent)) * size * measure.LINE)
            self._put(Text(self.left, self.y + size * measure.ASCENT, number, size, True))
            self.text(words, size, indent=indent)

    def head(self, words: str, size: float, depth: int) -> None:
        """The name of what runs in tracks, or of a track, which then begins. It stands with what follows."""
        self.bars = self.bars[: max(depth - 1, 0)]
        self.space(size * 0.2)
        indent = depth * size * _INSET
        self._keep((len(measure.wrap(words, size, self.width - indent, True)) + 2) * size * measure.LINE)
        top = self.y
        self.text(words, size, bold=True, indent=indent, level=2)
        self._bars(top, size, depth)
        self.y += size * 0.2

    def step(self, step: Step, size: float, depth: int = 0) -> None:
        """A numbered step: its number in the colour of its role, its label, and what to say."""
        self.bars = self.bars[:depth]
        inset = depth * size * _INSET
        left, room = self.left + inset, self.width - inset
        cell = size * 2.2
        side = room - cell - size * 1.2
        beside = measure.width(step.beside, size)
        free = side - beside - size * 0.6 if beside else side
        before = measure.width(f"{step.trigger} ", size) if step.trigger else 0.0
        if before + measure.width(step.label, size * 1.1, True) > free:
            before = 0.0
        labels = measure.wrap(step.label, size * 1.1, free, True)
        under: tuple[str, ...] = ()
        if len(labels) > len(measure.wrap(step.label, size * 1.1, side, True)):
            labels = measure.wrap(step.label, size * 1.1, side, True)
            under = measure.wrap(step.beside, size, side)
        phrases = measure.wrap(step.phrase, size, side)
        triggers = () if before else measure.wrap(step.trigger, size, side)
        tall = (len(labels) * 1.1 + len(triggers) + len(under) + len(phrases)) * size * measure.LINE
        height = max(cell * 0.8, tall + size * 0.3)
        self._keep(height)
        dress = step.dress
        middle = self.y + height / 2 + size * 0.42
        items: list[Item] = [
            Rect(left, self.y, room, height, dress.fill, dress.stroke),
            Rect(left, self.y, cell, height, dress.cell),
            Text(left + cell / 2, middle, str(step.number), size * 1.2, True, dress.ink, "middle"),
        ]
        x, y = left + cell + size * 0.6, self.y + (height - tall) / 2
        baseline = y + (len(triggers) * measure.LINE + 1.1 * measure.ASCENT) * size
        beyond: list[Item] = []
        if before:
            items.append(Text(x, baseline, step.trigger, size))
        if beside and not under:
            right = left + room - size * 0.6
            beyond.append(Text(right, baseline, step.beside, size, False, QUIET, "end"))
        lines = [
            *((line, 1.0, False, INK) for line in triggers),
            *((line, 1.1, True, INK) for line in labels),
            *((line, 1.0, False, QUIET) for line in under),
            *((line, 1.0, False, INK) for line in phrases),
        ]
        for count, (words, big, bold, ink) in enumerate(lines):
            # What stands beside the label is read after it.
            if count == len(triggers) + len(labels):
                items += beyond
                beyond = []
            aside = before if bold else 0.0
            items.append(Text(x + aside, y + size * big * measure.ASCENT, words, size * big, bold, ink))
            y += size * big * measure.LINE
        items += beyond
        self._put(Group("card", self._unique(step.id), tuple(items), title=step.title))
        self.told.append(step.phrase)
        top = self.y
        self.y += height
        self._bars(top, size, depth)
        self.y += size * 0.3

    def _unique(self, step: str) -> str:
        """The id of a step's group: it may be led to in more ways than one, and then stands here twice."""
        self._shown[step] += 1
        times = self._shown[step]
        return step if times == 1 else f"{step}-{times}"

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

    def _bars(self, top: float, size: float, depth: int) -> None:
        """A bar for each track around what was put last, from where the one above it ends."""
        begins = [*self.bars, *([top] * depth)][:depth]
        for inner, begin in enumerate(begins):
            self._put(Rect(self.left + inner * size * _INSET, begin, size * 0.3, self.y - begin, _BAR))
        self.bars = [self.y] * depth

    def _keep(self, height: float) -> None:
        if self.y + height > self.bottom and self.y > self.top:
            self.turn()

    def _put(self, item: Item) -> None:
        self.pages[-1].append(item)
