"""Texts that belong together, so that they are read, and can be reworded, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policy_engine.diagrams.measure import ASCENT, DESCENT, width
from policy_engine.diagrams.scene import Group, Item, Text
from policy_engine.records import changed, record

Box = tuple[float, float, float, float]  # left, top, right, bottom
# Lines of one paragraph stand closer than this, as a part of the size.
_CLOSE = 1.6
# Places that differ by less, in points, are the same: layouts round.
_SAME = 0.03
# What a paragraph gets beyond what its widest line needs, so that rounding never breaks the line.
_SLACK = 1.0


@record
class Paragraph:
    """Evenly spaced lines below each other. In a line are texts that may differ in weight and language; each
    but the first begins with the space before it.
    """

    lines: tuple[tuple[Text, ...], ...]

    @property
    def first(self) -> Text:
        return self.lines[0][0]

    @property
    def leading(self) -> float:
        """From baseline to baseline, in points; 0 where there is one line."""
        return self.lines[1][0].y - self.first.y if len(self.lines) > 1 else 0

    @property
    def width(self) -> float:
        """Of its widest line and a little more, in points."""
        return max(sum(map(_width, line)) for line in self.lines) + _SLACK

    @property
    def left(self) -> float:
        """The left edge of so wide a paragraph."""
        return self.first.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.first.anchor]

    @property
    def bounds(self) -> Box:
        """From its tallest letter to its lowest."""
        first, last = self.first, self.lines[-1][0]
        top, bottom = first.y - ASCENT * first.size, last.y + DESCENT * first.size
        return self.left, top, self.left + self.width, bottom


def paragraphs(items: Sequence[Item]) -> Iterator[Paragraph]:
    """The paragraphs among items and in their groups, in order. None goes on from one group to another."""
    texts: list[Text] = []
    for item in items:
        if isinstance(item, Text):
            texts.append(item)
        elif isinstance(item, Group):
            yield from _together(texts)
            texts = []
            yield from paragraphs(item.items)
    yield from _together(texts)


def _together(texts: list[Text]) -> Iterator[Paragraph]:
    block: list[tuple[Text, ...]] = []
    for line in _lines(texts):
        if block and not _goes_on(block, line):
            yield Paragraph(tuple(block))
            block = []
        block.append(line)
    if block:
        yield Paragraph(tuple(block))


def _lines(texts: list[Text]) -> Iterator[tuple[Text, ...]]:
    line: list[Text] = []
    for text in texts:
        space = width(" ", text.size)
        if line and _follows(text, line, space):
            line.append(changed(text, x=text.x - space, words=f" {text.words}"))
            continue
        if line:
            yield tuple(line)
        line = [text]
    if line:
        yield tuple(line)


def _follows(text: Text, line: list[Text], space: float) -> bool:
    """Whether a text stands on a line, a space behind it."""
    last = line[-1]
    end = last.x + _width(last)
    alike = _look(text) == _look(last) and (text.y, text.anchor) == (last.y, "start")
    return alike and abs(text.x - end - space) < _SAME


def _goes_on(block: list[tuple[Text, ...]], line: tuple[Text, ...]) -> bool:
    text, last = line[0], block[-1][0]
    rise = text.y - last.y
    alike = _look(text) == _look(last) and text.language == last.language and abs(text.x - last.x) < _SAME
    if not alike or not 0 < rise < _CLOSE * text.size:
        return False
    return all(abs(lower[0].y - upper[0].y - rise) < _SAME for upper, lower in pairwise(block))


def _look(text: Text) -> tuple[object, ...]:
    return text.size, text.color, text.anchor, text.level


def _width(text: Text) -> float:
    return width(text.words, text.size, text.bold)
