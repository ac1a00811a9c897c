"""Sheets of paper. All lengths are points: 72 to the inch."""

from __future__ import annotations

from typing import Literal

from policy_engine.records import record

MILLIMETRE = 72 / 25.4
# Printers leave the edge of a sheet white; nothing is put there.
SAFE = 10 * MILLIMETRE
PaperName = Literal["a3", "a4", "a6"]
SIZES: dict[PaperName, tuple[float, float]] = {
    "a3": (297 * MILLIMETRE, 420 * MILLIMETRE),
    "a4": (210 * MILLIMETRE, 297 * MILLIMETRE),
    "a6": (105 * MILLIMETRE, 148 * MILLIMETRE),
}


@record
class Paper:
    """A sheet as it lies before the reader."""

    name: PaperName
    landscape: bool = False

    @property
    def width(self) -> float:
        """In points."""
        return SIZES[self.name][1 if self.landscape else 0]

    @property
    def height(self) -> float:
        """In points."""
        return SIZES[self.name][0 if self.landscape else 1]
