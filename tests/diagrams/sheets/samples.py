"""Sheets for tests, and what can be read in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
import pypdf
from docx.document import Document

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.scene import Rect, Scene, Stroke, Text
from policy_engine.diagrams.sheets.docx import sheet_docx
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Bullets,
    Cell,
    Contents,
    Drawing,
    Field,
    Fields,
    Gap,
    Heading,
    Index,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Sheet,
    Table,
    TickBox,
    Together,
    WriteLine,
    cell,
    items,
    line,
)
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.records import changed

SCENE = Scene(
    400,
    300,
    (Rect(10, 10, 380, 280, None, Stroke("#000000")), Text(40, 60, "Herkennen", 14)),
    "Ladder",
    "nl",
    ("Begin bij 1.", "Dan 2."),
)
EVERY = (
    Heading(1, "Rollenspel", "top"),
    Contents(),
    Beside(((Note((line("Situatie"),), "soft"),), (Bullets(items(("Rustig", "Duidelijk"))),)), (2, 1)),
    Heading(2, "Draaiboek", terms=("zet", "Één")),
    Table(
        ("Zet", "Gebeurtenis", "Gezien"),
        (
            (
                cell("1", bold=True, color="#FFFFFF", fill="#1F6DB3"),
                Cell(()),
                Cell((TickBox(),), center=True),
            ),
            (cell("2"), cell("scheldt"), cell("ja")),
        ),
        (1, 6, 2),
        rise=30,
    ),
    Heading(3, "Vragen", language="en"),
    Numbered(
        ((line("Hoe ging het?"), WriteLine(lines=2)), (line("Wat nu?"), WriteLine("Schrijf op"))), start=3
    ),
    TickBox((Run("gezien "), Run("seen", language="en"))),
    Fields((Field("Datum"), Field("Tijd", "12:30"), Field("Verslag", lines=3)), 2),
    Note((line("STOP", size="big"),), "cut"),
    Note((line("Bel 112", bold=True),), "warn"),
    Gap(2),
    Together((line("Samen een"), line("Samen twee"))),
    Paragraph((Run("Zie "), Run("boven", link="top")), terms=("ezel",)),
    Index(),
    PageBreak(),
    Heading(2, "Poster"),
    Drawing(SCENE),
    PageBreak(),
    line("Slot", size="small"),
)
# Every text of EVERY, in the order in which it is read.
_TEXT = """
Rollenspel Situatie Rustig Duidelijk Draaiboek Zet Gebeurtenis Gezien 1 2 scheldt ja Vragen Hoe ging het?
Wat nu? Schrijf op gezien seen Datum Tijd 12:30 Verslag STOP Bel 112 Samen een Samen twee Zie boven ezel zet
Poster Slot
"""
TEXTS = _TEXT.split()


def sheet(
    *blocks: Block, large: bool = False, language: str = "nl", date: str | None = "2026-11-21"
) -> Sheet:
    return Sheet(
        title="Rollenspel: het pakket",
        language=language,
        paper=Paper("a4"),
        footer="Ladder v1.0.0",
        blocks=blocks or EVERY,
        author="Klantenservice",
        date=date,
        version="1.0.0",
        large=large,
    )


def read_pdf(*sheets: Sheet) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(sheet_pdf(*sheets)))


def pdf_text(*sheets: Sheet) -> str:
    """Everything that stands on the pages, on one line."""
    return " ".join(" ".join(page.extract_text() for page in read_pdf(*sheets).pages).split())


def least_size(*sheets: Sheet) -> float:
    """The size of the smallest letters on the pages, in points."""
    return min(size for _, _, size, _ in _pieces(*sheets))


def ends(*sheets: Sheet) -> list[float]:
    """How far from the left edge each piece of text ends, in points."""
    return [left + width(text.rstrip(), size, bold) for left, text, size, bold in _pieces(*sheets)]


def _pieces(*sheets: Sheet) -> list[tuple[float, str, float, bool]]:
    """Each piece of text: where it begins, its words, its size, and whether it is bold."""
    found: list[tuple[float, str, float, bool]] = []

    def visit(text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        if text.strip():
            bold = "Bold" in str(font["/BaseFont"])
            found.append((outer[4] + inner[4] * outer[0], text, size * abs(inner[3] * outer[3]), bold))

    for page in read_pdf(*sheets).pages:
        page.extract_text(visitor_text=visit)
    return found


def tags(reader: pypdf.PdfReader) -> list[str]:
    """The kind of each element of the structure, in reading order."""
    return [str(element["/S"]) for element in _structure(reader)]


def tongues(reader: pypdf.PdfReader) -> set[str]:
    """The languages that elements of the structure name."""
    return {str(element["/Lang"]) for element in _structure(reader) if "/Lang" in element}


def _structure(reader: pypdf.PdfReader) -> Iterator[Any]:
    root: Any = reader.trailer["/Root"]
    yield from _elements(root["/StructTreeRoot"])


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def read_docx(*sheets: Sheet) -> Document:
    return docx.Document(io.BytesIO(sheet_docx(*sheets)))


def docx_text(*sheets: Sheet) -> str:
    """Everything that stands in the body, on one line, the last of it at the end."""
    body = read_docx(*sheets).element.body
    return " ".join(" ".join(part.text or "" for part in body.iter("{*}t")).split())


def restyled(**changes: Any) -> Sheet:
    return changed(sheet(), **changes)
