from typing import get_args

import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.wording import (
    duration_words,
    either,
    label_of,
    listed,
    literal_words,
    named,
    phrase_words,
    state_words,
    value_words,
    words_of,
)
from policy_engine.model.duration import UNITS, Duration, Unit
from policy_engine.model.durations import parse_delay
from policy_engine.model.types import Declaration, Type, Value
from tests.model.reading import chart_of

GAPS = """
languages: [nl, en]
facts:
  caller: {text: "", label: {nl: "naam van de klant", en: "customer's name"}}
  bare_name: {text: ""}
context: {given: {counter: 0..3, label: {nl: gegeven, en: given}}}
initial: some_state
states: {some_state: {label: {nl: "Dag {caller}", en: "Hello {caller}"}}, other_state: {}, h: {type: final}}
"""
CHART = chart_of(GAPS)


def test_texts_are_those_of_the_language() -> None:
    assert ("b",) == words_of({"nl": ("a",), "en": ("b",)}, "en")


def test_plain_texts_serve_every_language() -> None:
    assert ("a",) == words_of({"": ("a",)}, "en")


def test_a_language_that_is_missing_is_answered_in_another() -> None:
    assert ("a",) == words_of({"nl": ("a",)}, "fr")
    assert () == words_of({}, "fr")


def test_a_name_without_a_label_is_its_id_made_readable() -> None:
    assert "hangs up" == named({}, "hangs_up", "nl")
    assert "hangt op" == named({"nl": "hangt op"}, "hangs_up", "nl")


def test_a_state_without_a_label_begins_with_a_capital() -> None:
    figure = figure_of(chart_of(GAPS))

    assert ("Other state", "Dag (naam van de klant)") == (
        label_of(figure, "other_state", "nl"),
        label_of(figure, "some_state", "nl"),
    )
    assert "Hello (customer's name)" == state_words(figure.chart, "some_state", "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag {caller|mevrouw}.", "Dag mevrouw."),
        ("Dag {caller}, {given} keer.", "Dag (naam van de klant), (gegeven) keer."),
        ("Dag {bare_name}", "Dag (bare name)"),
        ("{{niets}} erin", "{niets} erin"),
        ("Zonder gaten", "Zonder gaten"),
    ],
)
def test_gaps_are_printed_as_their_fallback_or_their_label(text: str, expected: str) -> None:
    assert expected == phrase_words(chart_of(GAPS), text, "nl")


@pytest.mark.parametrize(
    ("amount", "unit", "dutch", "english"),
    [
        (1, "ms", "1 milliseconde", "1 millisecond"),
        (30, "s", "30 seconden", "30 seconds"),
        (1, "min", "1 minuut", "1 minute"),
        (2, "min", "2 minuten", "2 minutes"),
        (1, "h", "1 uur", "1 hour"),
        (4, "h", "4 uur", "4 hours"),
        (1, "days", "1 dag", "1 day"),
        (6, "weeks", "6 weken", "6 weeks"),
        (3, "months", "3 maanden", "3 months"),
        (2, "years", "2 jaar", "2 years"),
        (1, "working_days", "1 werkdag", "1 working day"),
        (3, "working_days", "3 werkdagen", "3 working days"),
        (1, "working_hours", "1 werkuur", "1 working hour"),
        (4, "working_hours", "4 werkuren", "4 working hours"),
    ],
)
def test_durations_are_written_in_whole_words(amount: int, unit: Unit, dutch: str, english: str) -> None:
    duration = Duration(amount, unit)

    words = tuple(duration_words(CHART, duration, language) for language in ("nl", "en"))

    assert (dutch, english) == words


def test_a_unit_that_the_label_of_the_number_says_is_not_said_twice() -> None:
    parameters = "{ban: {range: 1..3, default: 1, label: {nl: Maanden verbod, en: length of the ban}}}"
    chart = chart_of(
        f"languages: [nl, en]\nparameters: {parameters}\ninitial: talk\nstates: {{talk: {{}}}}\n"
    )

    words = [duration_words(chart, Duration(0, "months", name="ban"), language) for language in ("nl", "en")]

    assert ["(Maanden verbod)", "(length of the ban) months"] == words


def test_a_time_of_the_day_is_said_as_on_a_clock() -> None:
    duration = Duration(2, "days", 9 * 60 + 5)

    assert ("2 dagen, om 9.05 uur", "2 days, at 9:05") == (
        duration_words(CHART, duration, "nl"),
        duration_words(CHART, duration, "en"),
    )


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("given months", "(gegeven) maanden", "(given) months"),
        (
            "given years - 1 months at 09:00",
            "1 maand voor het einde van (gegeven) jaar, om 9.00 uur",
            "1 month before the end of (given) years, at 9:00",
        ),
    ],
)
def test_a_duration_that_is_read_says_from_what(text: str, dutch: str, english: str) -> None:
    duration = parse_delay(text)
    assert duration is not None

    assert (dutch, english) == tuple(duration_words(CHART, duration, language) for language in ("nl", "en"))


def test_every_unit_has_words_and_a_language_without_them_gets_the_english() -> None:
    units: tuple[Unit, ...] = get_args(Unit)

    assert set(UNITS) == set(units)
    assert all(duration_words(CHART, Duration(2, unit), "fr").endswith("s") for unit in units)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Type("flag"), True, "ja"),
        (Type("flag"), False, "nee"),
        (Type("enum", members=("no", "yes")), "no", "niet"),
        (Type("enum", members=("no", "not_yet")), "not_yet", "not yet"),
        (Type("text"), "hallo", "“hallo”"),
        (Type("text"), "", "leeg"),
        (Type("counter", high=3), 2, "2"),
        (Type("number"), 2.5, "2,5"),
    ],
)
def test_values_are_written_for_people(kind: Type, value: Value, expected: str) -> None:
    declared = Declaration("x", kind, None, {}, {"no": {"nl": "niet"}})

    assert expected == value_words(declared, value, "nl")


def test_a_number_keeps_its_point_in_english() -> None:
    assert ("2.5", "yes") == (literal_words(2.5, "en"), literal_words(True, "en"))


def test_lists_end_in_a_word() -> None:
    assert ["", "a", "a en b", "a, b of c"] == [
        listed([], "nl"),
        listed(["a"], "nl"),
        listed(["a", "b"], "nl"),
        listed(["a", "b", "c"], "nl", "or"),
    ]


def test_several_of_which_one_holds_are_kept_apart_where_a_label_joins_words_itself() -> None:
    assert ["a of b", "a of b, of c", "a en b, of c", "a of b", "a, b of c"] == [
        either(["a of b"], "nl"),
        either(["a of b", "c"], "nl"),
        either(["a en b", "c"], "nl"),
        either(["a", "b"], "nl"),
        either(["a", "b", "c"], "nl"),
    ]


def test_a_whole_number_has_no_decimals() -> None:
    assert ["100", "100", "0,5"] == [literal_words(value, "nl") for value in (100, 100.0, 0.5)]
