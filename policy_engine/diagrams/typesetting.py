"""What everything that is set by typst has in common: the shipped fonts alone, fixed moments, words as data.

A program (`.typ`) is one of ours; a policy's words reach it as JSON in its inputs and never become markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from policy_engine.diagrams.measure import FONTS, drawable
from policy_engine.diagrams.needs import print_extra

# The moment that a PDF bears whose policy has no date.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
# A space at which no line ends.
FIRM = "\u00a0"
_SPACE = re.compile(rf"[^\S{FIRM}]+")
_TONGUE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?(?:-.*)?")


def typeset_pdf(program: Path, data: Mapping[str, Any], date: str | None) -> bytes:
    """A tagged PDF (PDF/UA-1) of a program with its data; the same bytes each time.

    date: the day it bears, as in "2026-11-21". Raises PrintError where typst is missing.
    """
    with print_extra("typst", "PDF"):
        import typst

    moment = UNDATED if date is None else datetime.fromisoformat(date).replace(tzinfo=UTC)
    return typst.compile(
        program,
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(data)},
        timestamp=moment,
    )


def typeset_png(program: Path, data: Mapping[str, Any], ppi: float) -> tuple[bytes, ...]:
    """Each page of a program with its data as a picture. Raises PrintError where typst is missing."""
    with print_extra("typst", "PNG"):
        import typst

    # One page is handed over as it is, several as a list; the library declares the first alone.
    pages: bytes | list[bytes] = typst.compile(
        program,
        format="png",
        ppi=ppi,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )
    return tuple(pages) if isinstance(pages, list) else (pages,)


def printed(words: str) -> str:
    """The words as they can be set: on one line, in characters that the fonts have."""
    return drawable(_SPACE.sub(" ", words))


def tongue(language: str | None) -> dict[str, str]:
    """A language as typst knows it: `lang` and, where it is written down, `region`."""
    found = _TONGUE.fullmatch(language or "")
    if found is None:
        return {}
    name, region = found.groups()
    return {"lang": name.lower()} if region is None else {"lang": name.lower(), "region": region.upper()}
