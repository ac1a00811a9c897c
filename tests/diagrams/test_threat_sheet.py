"""The threat sheet: two sides, with the policy's own emergency line."""

import io
from pathlib import Path

import pypdf
import pytest

from policy_engine.diagrams.sheets.model import Note
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.threat_sheet import threat_sheet
from tests.diagrams.examples import READY, TEN, chart, figure


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", ("Direct gevaar? Bel 112", "letterlijk", "stil")), ("en", ("Call 112", "exact", "silent sign"))],
)
def test_it_has_two_sides_and_the_emergency_line(language: str, words: tuple[str, ...]) -> None:
    sheet = threat_sheet(figure("aggressive_caller").chart, language, Look())
    sides = pypdf.PdfReader(io.BytesIO(sheet_pdf(sheet))).pages
    text = " ".join(side.extract_text() for side in sides)

    assert 2 == len(sides)
    assert all(word in text for word in words)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_it_has_two_sides_whatever_the_policy_prints_on_it(path: Path) -> None:
    for language in ("nl", "en"):
        sides = pypdf.PdfReader(io.BytesIO(sheet_pdf(threat_sheet(chart(path), language, Look())))).pages

        assert 2 == len(sides)


def test_it_bears_the_version_in_a_word() -> None:
    assert (
        "Agressieve beller · versie 1.0.0"
        == threat_sheet(figure("aggressive_caller").chart, "nl", Look()).footer
    )


def test_a_policy_without_an_emergency_line_has_none() -> None:
    sheet = threat_sheet(figure("bare").chart, "en", Look())

    assert not any(isinstance(block, Note) for block in sheet.blocks)
