"""How large a sheet's words and margins are, in points."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagrams.paper import MILLIMETRE
from policy_engine.diagrams.sheets.model import Sheet

# "title", "part" and "head" are the three levels of headings.
_SIZES = {"small": 9.0, "body": 10.5, "big": 14.0, "huge": 40.0, "title": 19.0, "part": 13.0, "head": 11.5}
_LARGE = {"small": 16.0, "body": 16.5, "big": 20.0, "huge": 48.0, "title": 26.0, "part": 21.0, "head": 18.0}
HEADINGS = ("title", "part", "head")
# Below the text; the footer stands in it.
FOOT = 20 * MILLIMETRE


def sizes_of(sheet: Sheet) -> Mapping[str, float]:
    """The sizes of its letters."""
    return _LARGE if sheet.large else _SIZES


def margin_of(sheet: Sheet) -> float:
    """Left, right and above."""
    return (10 if sheet.paper.name == "a6" else 15) * MILLIMETRE


def room_of(sheet: Sheet) -> float:
    """How wide a line may be."""
    return sheet.paper.width - 2 * margin_of(sheet)
