"""The incident form."""

from pathlib import Path

import pytest

from policy_engine.diagrams.incident_form import incident_form
from policy_engine.diagrams.sheets.model import Fields, Sheet, TickBox
from policy_engine.diagrams.sheets.tree import every
from policy_engine.diagrams.theme import Look
from tests.diagrams.examples import READY, TEN, chart, chart_of, figure
from tests.diagrams.sheets.samples import docx_text, least_size, pdf_text, read_pdf

SMALL = """
policy: small
format: 1
version: "2.1"
events: {go: {}}
actions: {keep: {record: [date, badge_number, event, witnesses]}}
initial: one
states:
  one: {on: {go: {target: two, do: [keep]}}}
  two: {type: final}
"""
CHOICES = """
policy: choices
format: 1
version: "1"
events: {go: {}}
actions:
  keep:
    record:
      place: {enum: {hall: the hall, desk: a desk, street: the street}, label: where it was}
      witnesses: {text: , label: who saw it}
      told: {flag: , label: the customer was told}
      angry: {flag: , label: the customer was angry}
      solved: {flag: , label: it was solved}
initial: one
states:
  one: {on: {go: {target: two, do: [keep]}}}
  two: {type: final}
"""
SILENT = """
policy: silent
format: 1
version: "1"
events: {go: {}}
initial: one
states:
  one: {on: {go: two}}
  two: {type: final}
"""


def labels(sheet: Sheet) -> list[str]:
    return [
        field.label for block in every(sheet.blocks) if isinstance(block, Fields) for field in block.fields
    ]


def boxes(sheet: Sheet) -> list[str]:
    return [run.words for block in every(sheet.blocks) if isinstance(block, TickBox) for run in block.runs]


def test_it_asks_for_the_facts_the_exact_words_and_the_witnesses() -> None:
    found = labels(incident_form(figure("aggressive_caller").chart, "nl"))

    assert [
        "Datum",
        "Tijd",
        "Plaats of telefoonlijn",
        "Uw naam",
        "Wat er gebeurde",
        "Letterlijke woorden, zoals ze vielen",
        "Hoe het afliep",
        "Getuigen: wie heeft het gehoord of gezien?",
    ] == found[:8]


def test_it_asks_the_seven_questions_of_a_report_to_the_police() -> None:
    found = labels(incident_form(figure("aggressive_caller").chart, "nl"))

    assert [
        "Wie deed",
        "Wat deed",
        "Waar was",
        "Wanneer begon",
        "Waarmee? Telefoon,",
        "Op welke",
        "Waarom, voor",
    ] == [" ".join(label.split()[:2]) for label in found[8:15]]


def test_it_ticks_every_step_of_the_policy_who_was_told_and_what_was_done() -> None:
    found = boxes(incident_form(figure("aggressive_caller").chart, "en"))

    assert {"1 Recognise", "16 Resolved", "call the police"} <= set(found)
    assert ["Manager", "Police", "Colleague"] == [box.split(",")[0] for box in found if "____ by" in box]


def test_who_acts_in_a_step_may_have_been_told_too() -> None:
    found = boxes(incident_form(figure("call_and_watch").chart, "nl"))

    assert ["Leidinggevende", "Politie"] == [box.split(",")[0] for box in found if "____ uur" in box]


def test_what_else_the_policy_records_gets_a_blank_of_its_own() -> None:
    found = labels(incident_form(chart_of(SMALL), "en"))

    assert 1 == found.count("Badge number")
    assert 1 == found.count("Date")


def test_what_every_form_asks_for_is_asked_in_the_words_of_a_policy_that_records_it() -> None:
    found = labels(incident_form(chart_of(CHOICES), "en"))

    assert "Who saw it" in found
    assert not [label for label in found if label.startswith(("Witnesses", "Place"))]


def test_where_one_of_several_words_is_meant_there_are_boxes_to_tick() -> None:
    text = " ".join(pdf_text(incident_form(chart_of(CHOICES), "en")).split())

    assert ["yes", "no"] * 3 == [box for box in boxes(incident_form(chart_of(CHOICES), "en")) if len(box) < 4]
    assert "The customer was told yes no The customer was angry yes no" in text
    assert "Where it was the hall a desk the street" in text


def test_blanks_do_not_take_a_page_where_a_form_has_too_many_for_one() -> None:
    fields = ", ".join(f"field_{number}" for number in range(60))
    crowded = SMALL.replace("badge_number", fields)

    assert 3 == len(read_pdf(incident_form(chart_of(crowded), "en")).pages)


def test_it_bears_the_policys_title_version_owner_and_emergency_line() -> None:
    text = pdf_text(incident_form(figure("aggressive_caller").chart, "nl"))

    assert "Hoort bij: Agressieve beller, versie 1.0.0 · Klantenservice" in text
    assert "Direct gevaar? Bel 112" in text


def test_a_policy_that_tells_little_leaves_a_form_all_the_same() -> None:
    text = pdf_text(incident_form(chart_of(SILENT), "en"))

    assert "Belongs to: Silent, version 1 " in text
    assert "Who was told?" not in text
    assert "What was done?" not in text


@pytest.mark.no_cover
@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_it_has_two_sides(path: Path) -> None:
    for language in ("nl", "en"):
        assert 2 == len(read_pdf(incident_form(chart(path), language)).pages)


@pytest.mark.parametrize(("large", "least"), [(False, 9), (True, 16)])
def test_no_letter_is_too_small(large: bool, least: float) -> None:
    assert least <= least_size(incident_form(figure("starter").chart, "nl", Look(large=large)))


def test_the_word_file_holds_every_blank_and_box() -> None:
    form = incident_form(figure("aggressive_caller").chart, "en")
    text = docx_text(form)

    assert [] == [word for word in (*labels(form), *boxes(form)) if word not in text]
