"""Sheets as PDF: tagged (PDF/UA-1), searchable, in the shipped fonts, the same bytes for the same sheet.

The pages are made by `sheet.typ`, which reads the words as data: a text of a policy never becomes markup.
"""

from __future__ import annotations

from pathlib import Path

from policy_engine.diagrams.measure import FAMILY
from policy_engine.diagrams.sheets.data import Data, sheet_data
from policy_engine.diagrams.sheets.model import Sheet
from policy_engine.diagrams.typesetting import printed, tongue, typeset_pdf, typeset_png

_PROGRAM = Path(__file__).parent / "sheet.typ"


def sheet_pdf(*sheets: Sheet) -> bytes:
    """Sheets as one PDF, each beginning on a sheet of paper of its own and counting its own pages.

    The first one gives the document its title, author, language and date. Raises PrintError where typst is
    missing.
    """
    return typeset_pdf(_PROGRAM, _data(sheets), sheets[0].date)


def sheet_png(*sheets: Sheet, ppi: float = 100) -> tuple[bytes, ...]:
    """Each page of some sheets as a picture. Raises PrintError where typst is missing."""
    return typeset_png(_PROGRAM, _data(sheets), ppi)


def _data(sheets: tuple[Sheet, ...]) -> Data:
    first = sheets[0]
    return {
        "title": printed(first.title),
        "author": printed(first.author),
        "font": FAMILY,
        "tongue": tongue(first.language) or {"lang": "en"},
        "sheets": [sheet_data(number, sheet) for number, sheet in enumerate(sheets)],
    }
