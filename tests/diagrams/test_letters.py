"""The model letters."""

import re

import pytest

from policy_engine.diagrams.letters import KINDS, letters
from policy_engine.diagrams.printed.letters import WORDS
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import chart_of, figure
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


def test_the_letters_of_a_policy_stand_in_the_place_of_the_models() -> None:
    made = letters(OWN, "nl")

    assert ["send-warning", "tell-them"] == list(made)
    assert made["tell-them"].title == "Tell them"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nl", "Dit duurt [aantal maanden] {ja}, om [reden], voor de klant."),
        ("en", "For [months]: [reason]."),
    ],
)
def test_a_letter_of_a_policy_has_blanks_for_what_the_engine_fills_in(language: str, written: str) -> None:
    text = docx_text(letters(OWN, language)["send-warning"])

    assert written in text
    assert ("Betreft: waarschuwing" if language == "nl" else "Subject: warning") in text


OWN = chart_of(
    """
policy: own
format: 1
version: "1"
languages: [nl, en]
roles: {customer: {label: {nl: klant, en: customer}}}
context: {months: {range: 1..6, default: 3, label: {nl: aantal maanden, en: months}}}
events: {e: {}}
actions:
  send_warning:
    to: customer
    label: {nl: waarschuwing, en: warning}
    params: {why_so: {text: "", label: {nl: reden, en: reason}}}
    letter:
      nl: ["Dit duurt {months} {{ja}}, om {why_so}, voor de {to}."]
      en: ["For {months|some}: {why_so}."]
  note_it: {}
  tell_them: {letter: {nl: Dag., en: Hello.}}
initial: s
states: {s: {on: {e: {do: [send_warning, note_it, tell_them]}}}}
"""
)
