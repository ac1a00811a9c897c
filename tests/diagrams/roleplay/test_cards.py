"""The cards to cut out."""

from policy_engine.diagrams.roleplay.cards import cut_cards
from policy_engine.diagrams.sheets.model import Note
from tests.diagrams.plays import play
from tests.diagrams.roleplay.samples import words
from tests.diagrams.sheets.samples import read_pdf


def test_the_cards_are_one_page_to_cut() -> None:
    sheet = cut_cards(play("aggressive_caller", "heard_and_helped")[0].chart, "nl")

    assert 1 == len(read_pdf(sheet).pages)
    assert 4 == sum(isinstance(block, Note) and block.frame == "cut" for block in sheet.blocks)
    assert "STOP\nHet spel is meteen afgelopen." in words(sheet.blocks)
    assert "TIME-OUT\nWij staan even stil." in words(sheet.blocks)
