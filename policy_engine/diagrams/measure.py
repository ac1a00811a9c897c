"""How wide a text is in the shipped fonts, and where it is broken into lines.

The widths are the fonts' own advance widths (`fonts/widths.json`, made from the font files by
`python -m tests.diagrams.widths`). Kerning and ligatures are switched off in everything that is drawn, so a
text is as wide everywhere as it is here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from itertools import accumulate
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Liberation Sans"
UNITS = 2048
# Above the baseline and below it, as parts of the size.
ASCENT = 0.905
DESCENT = 0.212
LINE = 1.2  # from baseline to baseline
MISSING = "□"  # printed for a character that can't be drawn; the fonts have this one
# Where a line may be broken; a number that belongs to the word before it: "112", "3,5,6".
_SPACES = re.compile(r"[^\S\u00a0]+")
_NUMBER = re.compile(r"\d{1,4}(,\d+)*[.,:;?!)]*")
_TAIL = 3  # letters that are left at least of a word that is broken
_LEFTWARD = ("R", "AL")  # the classes of Unicode for letters that are written from right to left


@cache
def _widths(bold: bool) -> dict[int, int]:
    everything = json.loads((FONTS / "widths.json").read_text("utf-8"))
    return {int(code): width for code, width in everything["bold" if bold else "regular"].items()}


def drawable(text: str) -> str:
    """The text with each character that can't be drawn replaced by one that says so: what the fonts lack, and
    what is written from right to left, which is laid out from left to right here and ends typst.
    """
    return text.translate(_DRAWN)


def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that can't be drawn, each once. White space is laid out and not drawn."""
    return tuple(dict.fromkeys(filter(_is_missing, "".join(text.split()))))


def _is_missing(letter: str) -> bool:
    return ord(letter) not in _widths(False) or unicodedata.bidirectional(letter) in _LEFTWARD


class _Drawn(dict[int, str]):
    """What is drawn for each character that came by so far, by its code."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = MISSING if _is_missing(letter) else letter
        return self[code]


_DRAWN = _Drawn()


def width(text: str, size: float, bold: bool = False) -> float:
    """In points, for a size in points. A character the fonts lack counts as a whole em."""
    widths = _widths(bold)
    return sum(widths.get(ord(letter), UNITS) for letter in text) * size / UNITS


def wrap(text: str, size: float, most: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `most` points. A number stays with the word before it, and no-break spaces
    hold, where both fit a line. A word that is wider than a line is broken where the line ends.
    """
    lines: list[str] = []
    line = ""
    for word in _unbroken(text, size, most, bold):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold) <= most:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, size, bold) > most and len(word) > 1:
            cut = _cut(word, size, most, bold)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    if line:
        lines.append(line)
    return tuple(lines)


def _unbroken(text: str, size: float, most: float, bold: bool) -> list[str]:
    """The words of a text, those that belong together as one."""
    found: list[str] = []
    for word in _SPACES.split(text.strip()):
        belongs = bool(found) and _NUMBER.fullmatch(word) is not None and found[-1][-1].isalpha()
        if belongs and width(f"{found[-1]} {word}", size, bold) <= most:
            found[-1] += f" {word}"
            continue
        apart = "\u00a0" in word and width(word, size, bold) > most
        found += filter(None, word.split("\u00a0") if apart else [word])
    return found


def _cut(word: str, size: float, most: float, bold: bool) -> int:
    """Where a word that is too wide is broken: as late as it fits, but neither before a sign nor so late that
    hardly a letter is left.
    """
    widths = _widths(bold)
    room = most * UNITS / size
    along = accumulate(widths.get(ord(letter), UNITS) for letter in word[:-1])
    fits = [end for end, reached in enumerate(along, start=1) if reached <= room]
    good = [end for end in fits if word[end].isalnum() and end <= len(word) - _TAIL]
    return max(good or fits, default=1)
