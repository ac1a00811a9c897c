"""Text as it is set: runs of words of one look, broken into lines where a width ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from policy_engine.diagrams import measure
from policy_engine.diagrams.poster.signs import SIGN_WIDTHS, sign_items
from policy_engine.diagrams.scene import Item, Level, Text
from policy_engine.diagrams.theme import ALARM, INK
from policy_engine.records import record

Sign = Literal["", "clock", "no", "history"]
LEADING = 1.14  # from baseline to baseline, in sizes


@record
class Run:
    """Words of one look, or a drawn sign that stands for a word. `tied`: a sign never begins a line, but
    stays with what stands before it.
    """

    words: str
    bold: bool = False
    language: str | None = None
    sign: Sign = ""
    tied: bool = False


Runs = tuple[Run, ...]
# Where a line may be broken: a number stays with its arrow.
_BREAK = re.compile(r"[^\S\u00a0]+")


@record
class Piece:
    """What stands in a line without a break: `x` from the line's start, both in points."""

    x: float
    width: float
    run: Run
    words: str


@record
class Paragraph:
    """Runs in lines. `width` is that of the longest line."""

    lines: tuple[tuple[Piece, ...], ...]
    size: float
    width: float

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.size * LEADING

    @property
    def words(self) -> str:
        """Everything it says."""
        return " ".join(piece.words for line in self.lines for piece in line if piece.words)

    def items(
        self, x: float, y: float, color: str = INK, alarm: str = ALARM, level: Level = 0
    ) -> Iterator[Item]:
        """What is drawn when the paragraph's top left corner is at a point. level: of a heading."""
        step = self.size * LEADING
        rise = (step - (measure.ASCENT + measure.DESCENT) * self.size) / 2 + measure.ASCENT * self.size
        for index, line in enumerate(self.lines):
            baseline = y + index * step + rise
            for piece in line:
                if piece.run.sign:
                    yield from sign_items(piece.run.sign, x + piece.x, baseline, self.size, color, alarm)
                else:
                    yield Text(
                        round(x + piece.x, 2),
                        round(baseline, 2),
                        piece.words,
                        self.size,
                        piece.run.bold,
                        color,
                        language=piece.run.language,
                        level=level,
                    )


@lru_cache(maxsize=32768)
def em_width(words: str, bold: bool) -> float:
    """How wide words are at a size of one."""
    return measure.width(words, 1.0, bold)


def run_width(runs: Runs, size: float) -> float:
    """How wide runs are in one line, in points."""
    total = sum(SIGN_WIDTHS[run.sign] if run.sign else em_width(run.words, run.bold) for run in runs)
    return (total + (len(runs) - 1) * em_width(" ", False)) * size


@lru_cache(maxsize=8192)
def paragraph(runs: Runs, size: float, most: float) -> Paragraph:
    """Runs set in lines of at most `most` points."""
    space = em_width(" ", False) * size
    lines: list[list[Piece]] = [[]]
    end = 0.0
    for run, following in zip_longest(runs, runs[1:]):
        tail = space + SIGN_WIDTHS[following.sign] * size if following and following.tied else 0.0
        tokens = list(_tokens(run, size, most))
        for place, (token, width) in enumerate(tokens, 1):
            needed = width + (tail if place == len(tokens) else 0.0)
            if lines[-1] and end + space + needed > most and not run.tied:
                lines.append([])
            line = lines[-1]
            start = end + space if line else 0.0
            if line and line[-1].run is run and not run.sign:
                last = line[-1]
                # Measured whole, so that a space is as wide as the run's own face has it.
                words = f"{last.words} {token}"
                line[-1] = Piece(last.x, em_width(words, run.bold) * size, run, words)
                end = last.x + line[-1].width
            else:
                line.append(Piece(start, width, run, token))
                end = start + width
    widest = max((line[-1].x + line[-1].width for line in lines if line), default=0.0)
    return Paragraph(tuple(map(tuple, lines)), size, widest)


def _tokens(run: Run, size: float, most: float) -> Iterator[tuple[str, float]]:
    if run.sign:
        yield "", SIGN_WIDTHS[run.sign] * size
        return
    for word in _BREAK.split(run.words.strip()):
        width = em_width(word, run.bold) * size
        if width <= most:
            yield word, width
        else:
            for part in measure.wrap(word, size, most, run.bold):
                yield part, em_width(part, run.bold) * size
