from __future__ import annotations

import pytest

from tests.model.reading import chart_of, codes, findings, suggestion

START = (
    'parameters: {most: {range: 1..3, default: 3}}\nfacts: {customer_name: {text: ""}}\n'
    "context: {warnings: {counter: 0..3}}\nevents: {insult: {}}\ninitial: talk\nstates:\n  talk:\n    "
)


def test_facts_parameters_and_variables_can_be_filled_in() -> None:
    chart_of(START + 'say: "Dag {customer_name|u}, {warnings} van {most}."\n')


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ('say: "Dag {custmer_name}."', "undeclared-placeholder", 16),
        ("say: 'Dag {naam}.'", "undeclared-placeholder", 16),
        ("say: Dag {naam}.", "undeclared-placeholder", 15),
        ('label: "{naam|u}"', "undeclared-placeholder", 14),
        ('say: "\\u0044ag {naam}."', "undeclared-placeholder", 10),
        ('how: "Dag {}"', "invalid-placeholder", 15),
        ('avoid: "Dag {"', "invalid-placeholder", 17),
        ('say: {when: warnings < 3, text: "Dag {naam}"}', "undeclared-placeholder", 43),
        ('forbid: {insult: "Dag {naam}"}', "undeclared-placeholder", 28),
    ],
)
def test_a_wrong_placeholder_is_told_at_its_name(text: str, code: str, column: int) -> None:
    assert [(code, 8, column)] == findings(f"{START}{text}\n")


def test_the_declared_name_is_suggested() -> None:
    assert "customer_name" == suggestion(START + 'say: "Dag {custmer_name}."\n')


def test_braces_have_no_meaning_in_texts_that_are_not_spoken() -> None:
    assert [] == codes(START + 'note: "zie {1}"\n')


def test_many_wrong_placeholders_are_answered_up_to_the_limit() -> None:
    assert ["undeclared-placeholder"] * 200 == codes(f'{START}say: "{"{naam}" * 300}"\n')


def test_a_broken_fact_is_not_undeclared_too() -> None:
    text = "facts: {name: {text: 5}}\ninitial: talk\nstates: {talk: {say: 'Dag {name}.'}}\n"

    assert ["wrong-type"] == codes(text)


def test_nothing_is_undeclared_where_the_facts_could_not_be_read() -> None:
    assert ["wrong-type"] == codes("facts: 5\ninitial: talk\nstates: {talk: {say: 'Dag {name}.'}}\n")
