"""The model letters."""

import re

import pytest

from policy_engine.diagrams.letters import KINDS, letters
from policy_engine.diagrams.printed.letters import WORDS
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import figure
from tests.diagrams.sheets.samples import docx_text, least_size, pdf_text, read_pdf


def test_there_are_four() -> None:
    made = letters(figure("aggressive_caller").chart, "nl")

    assert ["warning", "restriction", "review", "lifting"] == list(made)
    assert ["1"] * 4 == [str(len(read_pdf(letter).pages)) for letter in made.values()]


@pytest.mark.parametrize(("language", "model"), [("nl", "Modelbrief."), ("en", "Model letter.")])
@pytest.mark.parametrize("kind", KINDS)
def test_each_says_that_it_is_a_model_and_has_blanks(kind: str, language: str, model: str) -> None:
    text = pdf_text(letters(figure("aggressive_caller").chart, language)[kind])

    assert text.startswith(model)
    assert 5 < len(re.findall(r"\[[^\]]+\]", text))


def test_the_footer_names_the_policy_its_version_and_what_it_is() -> None:
    made = letters(figure("aggressive_caller").chart, "nl")["warning"]

    assert made.footer.startswith("Agressieve beller · versie 1.0.0 · ")


def test_the_sender_and_the_subject_are_in_it() -> None:
    text = docx_text(letters(figure("aggressive_caller").chart, "nl")["review"])

    assert "Klantenservice" in text
    assert "Betreft: uitnodiging voor een gesprek over ons contact" in text


def test_a_policy_without_an_owner_leaves_the_sender_blank() -> None:
    text = docx_text(letters(figure("bare").chart, "en")["warning"])

    assert "sent. [organisation, address]" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_word_file_holds_every_sentence(kind: str) -> None:
    text = docx_text(letters(figure("starter").chart, "nl")[kind])

    assert [] == [
        texts["nl"] for key, texts in WORDS.items() if key.startswith(f"{kind} ") and texts["nl"] not in text
    ]


def test_large_print_is_large() -> None:
    made = letters(figure("starter").chart, "nl", Look(large=True))

    assert 16 <= least_size(*made.values())
