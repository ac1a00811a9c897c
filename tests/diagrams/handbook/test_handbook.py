"""The handbook: everything that a policy says is in it."""

import io
from pathlib import Path

import pypdf
import pytest

from policy_engine.diagrams.handbook.handbook import handbook
from policy_engine.diagrams.phrasing import event_words, label_of
from policy_engine.diagrams.sheets.docx import sheet_docx
from policy_engine.diagrams.sheets.model import Drawing, Heading
from policy_engine.diagrams.sheets.typst import sheet_pdf
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import READY, TEN, chart, chart_of, figure


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(("name", "language"), [("aggressive_caller", "nl"), ("call_and_watch", "en")])
def test_every_state_event_and_phrase_is_in_the_handbook(name: str, language: str) -> None:
    found = figure(name)
    text = text_of(sheet_pdf(handbook(found.chart, language, Look())))

    for card in found.cards.values():
        assert f"{card.number} {label_of(found, card.state.id, language)}" in text
    for event in found.chart.events:
        assert event_words(found.chart, event, language) in text


def test_the_picture_is_in_it_in_its_own_size() -> None:
    sheet = handbook(figure("aggressive_caller").chart, "nl", Look())

    assert [True] == [block.whole for block in sheet.blocks if isinstance(block, Drawing)]


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_each_state_has_one_heading_in_the_order_of_the_numbers(path: Path) -> None:
    policy = chart(path)
    sheet = handbook(policy, "en", Look())
    numbers = [
        int(block.words.split()[0])
        for block in sheet.blocks
        if isinstance(block, Heading) and block.level == 3 and block.words.split()[0].isdigit()
    ]

    assert sorted(numbers) == numbers == list(range(1, len(numbers) + 1))


def test_a_policy_of_almost_nothing_has_a_handbook() -> None:
    text = "policy: p\nformat: 1\nversion: '1'\ninitial: a\nstates: {a: {type: final}}\n"
    sheet = handbook(chart_of(text), "en", Look())

    assert "1 A" in text_of(sheet_pdf(sheet))


def test_the_same_policy_gives_the_same_bytes() -> None:
    policy = figure("starter").chart

    assert sheet_pdf(handbook(policy, "nl", Look())) == sheet_pdf(handbook(policy, "nl", Look()))
    assert sheet_docx(handbook(policy, "nl", Look())) == sheet_docx(handbook(policy, "nl", Look()))
