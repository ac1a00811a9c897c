"""Sheets as PDF: tagged (PDF/UA-1), searchable, in the shipped fonts, the same bytes for the same sheet.

The pages are made by `sheet.typ`, which reads the words as data: a text of a policy never becomes markup.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from policy_engine.diagrams.measure import FAMILY, FONTS
from policy_engine.diagrams.needs import print_extra
from policy_engine.diagrams.sheets.data import printed, sheet_data, tongue
from policy_engine.diagrams.sheets.model import Sheet

if TYPE_CHECKING:
    from typst import Compiler, Fonts

_PROGRAM = Path(__file__).parent / "sheet.typ"
# The moment that a PDF bears whose policy has no date.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def sheet_pdf(*sheets: Sheet) -> bytes:
    """Sheets as one PDF, each beginning on a page of its own and counting its own pages.

    The first one gives the document its title, author and date. Raises PrintError where typst is missing.
    """
    date = sheets[0].date
    moment = UNDATED if date is None else datetime.fromisoformat(date).replace(tzinfo=UTC)
    pdf = _compiler("PDF").compile(
        format="pdf", pdf_standards="ua-1", timestamp=moment, sys_inputs=_inputs(sheets)
    )
    assert isinstance(pdf, bytes)
    return pdf


def sheet_png(*sheets: Sheet, ppi: float = 100) -> tuple[bytes, ...]:
    """Each page of some sheets as a picture. Raises PrintError where typst is missing."""
    pages = _compiler("PNG").compile(format="png", ppi=ppi, sys_inputs=_inputs(sheets))
    return tuple(pages) if isinstance(pages, list) else (pages or b"",)


def _compiler(form: str) -> Compiler:
    with print_extra("typst", form):
        from typst import Compiler
    # A compiler that was given its program as bytes compiles once.
    return Compiler(
        _PROGRAM.read_bytes(), root=_PROGRAM.parent, font_paths=_fonts(), ignore_system_fonts=True
    )


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _inputs(sheets: tuple[Sheet, ...]) -> dict[str, str]:
    first = sheets[0]
    everything = {
        "title": printed(first.title),
        "author": printed(first.author),
        "font": FAMILY,
        "tongue": tongue(first.language) or {"lang": "en"},
        "sheets": [sheet_data(number, sheet) for number, sheet in enumerate(sheets)],
    }
    return {"sheets": json.dumps(everything)}
