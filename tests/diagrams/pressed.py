"""What is wrong on the pages of a PDF, from where each letter stands: read by PDFium, which a browser uses.

A letter is its ink, not the room it takes: letters that only lean towards each other do not collide.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

import pypdfium2  # type: ignore[import-untyped]  # it declares no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from policy_engine.records import record

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from the lower left corner
Grid = dict[tuple[int, int], list[int]]  # the places of letters in their list
_TOUCH = 0.3
# As high as a line of text, so that few letters stand in one cell.
_CELL = 8.0


@record
class Letter:
    """One letter with its ink and its size in points."""

    sign: str
    box: Box
    size: float


def problems(pdf: bytes, *, margin: float, smallest: float) -> list[str]:
    """One sentence for each thing that is wrong on a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            f"page {number}: {problem}"
            for number, page in enumerate(document, 1)
            for problem in _problems(page, margin, smallest)
        ]


def _problems(page: pypdfium2.PdfPage, margin: float, smallest: float) -> Iterator[str]:
    width, height = page.get_size()
    letters = list(_letters(page))
    yield from dict.fromkeys(
        f"{letter.size:.1f} points are too small" for letter in letters if letter.size < smallest - 0.01
    )
    for letter in letters:
        left, bottom, right, top = letter.box
        if left < margin or bottom < margin or right > width - margin or top > height - margin:
            yield f"{letter.sign!r} is cut at {left:.0f} {bottom:.0f}"
    grid = _grid(letters)
    meetings = {
        (min(one, other), max(one, other))
        for inside in grid.values()
        for one, other in combinations(inside, 2)
        if _collide(letters[one].box, letters[other].box)
    }
    for first, second in sorted(meetings):
        one, other = letters[first], letters[second]
        yield f"{one.sign!r} and {other.sign!r} overlap at {one.box[0]:.0f} {one.box[1]:.0f}"
    yield from _crossed(page, letters, grid)


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if sign.isspace() or pdfium.FPDFText_IsGenerated(text, index):
            continue
        if not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            continue
        box = (left.value, bottom.value, right.value, top.value)
        yield Letter(sign, box, pdfium.FPDFText_GetFontSize(text, index))


def _grid(letters: list[Letter]) -> Grid:
    """Which letters reach into which cell of the page, so that only neighbours are compared."""
    grid: Grid = defaultdict(list)
    for number, letter in enumerate(letters):
        for cell in _cells(letter.box):
            grid[cell].append(number)
    return grid


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, bottom, right, top = (int(edge // _CELL) for edge in box)
    return product(range(left, right + 1), range(bottom, top + 1))


def _crossed(page: pypdfium2.PdfPage, letters: list[Letter], grid: Grid) -> Iterator[str]:
    """Rules (of a table, a frame, a picture) that run through a letter."""
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)):
        box = item.get_bounds()
        if min(box[2] - box[0], box[3] - box[1]) > 2:
            continue  # a surface or an outline, which letters may stand on
        for number in sorted({number for cell in _cells(box) for number in grid.get(cell, ())}):
            if _collide(box, letters[number].box):
                yield f"{letters[number].sign!r} is crossed at {box[0]:.0f} {box[1]:.0f}"


def _collide(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across > _TOUCH and along > _TOUCH
