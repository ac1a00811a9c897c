"""Lines of text that belong together, so that they are read, and can be reworded, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policy_engine.diagrams.measure import ASCENT, DESCENT, width
from policy_engine.diagrams.scene import Group, Item, Text
from policy_engine.records import record

Box = tuple[float, float, float, float]  # left, top, right, bottom
# Lines of one paragraph stand closer than this, as a part of the size.
_CLOSE = 1.6
# What a paragraph gets beyond what its widest line needs, so that rounding never breaks the line.
_SLACK = 1.0


@record
class Paragraph:
    """`texts` are its lines; they look alike and stand evenly below each other."""

    texts: tuple[Text, ...]

    @property
    def first(self) -> Text:
        return self.texts[0]

    @property
    def leading(self) -> float:
        """From baseline to baseline, in points; 0 where there is one line."""
        return self.texts[1].y - self.first.y if len(self.texts) > 1 else 0

    @property
    def width(self) -> float:
        """Of its widest line and a little more, in points."""
        return max(width(text.words, text.size, text.bold) for text in self.texts) + _SLACK

    @property
    def left(self) -> float:
        """The left edge of so wide a paragraph."""
        return self.first.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.first.anchor]

    @property
    def bounds(self) -> Box:
        """From its tallest letter to its lowest."""
        first, last = self.first, self.texts[-1]
        top, bottom = first.y - ASCENT * first.size, last.y + DESCENT * first.size
        return self.left, top, self.left + self.width, bottom


def paragraphs(items: Sequence[Item]) -> Iterator[Paragraph]:
    """The paragraphs among items and in their groups, in order. None goes on from one group to another."""
    lines: list[Text] = []
    for item in items:
        if isinstance(item, Text):
            if lines and not _goes_on(lines, item):
                yield Paragraph(tuple(lines))
                lines = []
            lines.append(item)
        elif isinstance(item, Group):
            if lines:
                yield Paragraph(tuple(lines))
                lines = []
            yield from paragraphs(item.items)
    if lines:
        yield Paragraph(tuple(lines))


def _goes_on(lines: list[Text], text: Text) -> bool:
    rise = text.y - lines[-1].y
    if _look(text) != _look(lines[-1]) or not 0 < rise < _CLOSE * text.size:
        return False
    return all(abs(lower.y - upper.y - rise) < 0.01 for upper, lower in pairwise(lines))


def _look(text: Text) -> tuple[object, ...]:
    return text.x, text.size, text.bold, text.color, text.anchor, text.language, text.level
