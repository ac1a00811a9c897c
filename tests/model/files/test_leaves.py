from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.files.leaves import RESERVED, problem_of_name
from tests.model.reading import chart_of, codes, findings, read, suggestion

TALK = "initial: talk\nstates: {talk: {}}\n"


@pytest.mark.parametrize("name", ["Insult", "hangs-up", "9lives", "stelt zich voor", "é", "x" * 65])
def test_a_name_of_other_letters_is_refused(name: str) -> None:
    assert ["invalid-id"] == codes(f'{TALK}events: {{"{name}": {{}}}}\n')


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Insult", "insult"),
        ("hangs-up", "hangs_up"),
        ("stelt zich voor", "stelt_zich_voor"),
        ("één", "een"),
        ("жук", None),
    ],
)
def test_a_name_that_could_be_is_suggested(name: str, expected: str | None) -> None:
    assert expected == suggestion(f'{TALK}events: {{"{name}": {{}}}}\n')


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_word_of_the_language_is_no_name(name: str) -> None:
    assert ["reserved-name"] == codes(f"{TALK}context: {{{name}: {{flag: false}}}}\n")


@given(st.from_regex(r"[a-z][a-z0-9_]{0,63}", fullmatch=True))
def test_any_other_name_is_fine(name: str) -> None:
    assert (problem_of_name(name) is None) == (name not in RESERVED)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("approved: [{by: 5, on: 2026-11-21}]", "wrong-type"),
        ("approved: [{by: true, on: 2026-11-21}]", "wrong-type"),
        ("approved: [{by: null, on: 2026-11-21}]", "wrong-type"),
        ("approved: [{by: [a], on: 2026-11-21}]", "wrong-type"),
        ("approved: [{by: {Let op: stop}, on: 2026-11-21}]", "wrong-type"),
        ('approved: [{by: " ", on: 2026-11-21}]', "empty-text"),
        ("subject: 5", "wrong-type"),
        ("languages: nl", "wrong-type"),
        ("languages: [Dutch]", "invalid-language"),
        ("languages: [nl, nl]", "duplicate-language"),
        ("languages: []", "empty-list"),
        ("date: 21-11-2026", "invalid-date"),
        ("date: 20261121", "invalid-date"),
        ("date: 2026-02-30", "invalid-date"),
        ("date: [2026]", "wrong-type"),
        ("date: null", "wrong-type"),
        ("events: {insult: {tone: 5}}", "wrong-type"),
        ("events: {insult: {tone: clams}}", "unknown-choice"),
        ("context: {n: {counter: [0, 3]}}", "wrong-type"),
        ("context: {n: {counter: 3}}", "invalid-range"),
        ("context: {n: {counter: 0...3}}", "invalid-range"),
        ("context: {n: {range: 3..2, default: 2}}", "invalid-range"),
        ("context: {n: {counter: 0..10000}}", "range-too-wide"),
        ("context: {n: {range: -5000..5000, default: 0}}", "range-too-wide"),
        ("source: 5", "wrong-type"),
        ("guards: {g: [a]}", "wrong-type"),
        ("guards: {g: null}", "wrong-type"),
    ],
)
def test_a_wrong_leaf_is_told(text: str, code: str) -> None:
    assert [code] == codes(f"{TALK}{text}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("approved: [{by: 5, on: 2026-11-21}]", '"5"'),
        ("approved: [{by: true, on: 2026-11-21}]", '"true"'),
        ("approved: [{by: {Let op: stop}, on: 2026-11-21}]", '"Let op: stop"'),
        ("approved: [{by: {a: b, c: d}, on: 2026-11-21}]", None),
        ("approved: [{by: {a: [b]}, on: 2026-11-21}]", None),
        ("context: {n: {range: 3..2, default: 2}}", "2..3"),
        ("date: 21-11-2026", "2026-11-21"),
        ("date: 31-02-2026", None),
        ("date: morgen", None),
        ("events: {insult: {tone: clams}}", "calms"),
    ],
)
def test_what_was_probably_meant_is_suggested(text: str, expected: str | None) -> None:
    assert expected == suggestion(f"{TALK}{text}\n")


@pytest.mark.parametrize(
    ("version", "code"), [("1.10", "unquoted-version"), ("1", "unquoted-version"), ("true", "wrong-type")]
)
def test_a_version_that_is_no_text_is_refused(version: str, code: str) -> None:
    head = f"policy: example\nformat: 1\nversion: {version}\n"

    assert [(code, 0, 10)] == findings(TALK, head)


def test_a_version_of_three_numbers_needs_no_quotes() -> None:
    assert "1.0.10" == chart_of(TALK, "policy: example\nformat: 1\nversion: 1.0.10\n").version


@pytest.mark.parametrize(
    ("written", "code"), [("2", "unknown-format"), ('"1"', "wrong-type"), ("[1]", "wrong-type")]
)
def test_only_format_1_is_read(written: str, code: str) -> None:
    assert [(code, -1, 9)] == findings(TALK, f'policy: example\nformat: {written}\nversion: "1"\n')


def test_yes_no_and_on_are_words() -> None:
    chart = chart_of(f"{TALK}facts: {{risk: {{enum: [no, yes, on, off], default: no}}}}\n")

    assert ("no", "yes", "on", "off") == chart.facts["risk"].type.members


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("a, b", "a or b"),
        ("a and b", "a or b"),
        ("a of b", "a or b"),
        ("a | b", "a or b"),
        ("a b", "a or b"),
        ("a b a", "a or b or a"),
        ("a c", "a_c"),
        ("b a", "b_a"),
        ("a or !", None),
    ],
)
def test_events_joined_in_another_way_are_refused(key: str, expected: str | None) -> None:
    events = "events: {a: {}, b: {}, b_a: {}}\n"
    text = f'{events}initial: talk\nstates: {{talk: {{on: {{"{key}": talk}}}}}}\n'

    assert [("invalid-event-list", 3, 22)] == findings(text)
    assert expected == suggestion(text)


def test_events_joined_by_blanks_are_one_name_where_none_is_declared() -> None:
    text = 'initial: talk\nstates: {talk: {on: {"a b": talk}}}\n'

    assert "a_b" == suggestion(text)


def test_a_long_text_is_cut_in_the_message() -> None:
    (finding,) = read(f"{TALK}languages: {'x' * 100}\n")[1]

    assert "x" * 39 + "…" in finding.message


def test_a_policy_without_optional_parts_has_none() -> None:
    chart = chart_of(TALK)

    assert (None, None) == (chart.date, chart.subject)
    assert () == chart.approved
    assert ({}, {}, {}, {}) == (chart.title, chart.subtitle, chart.emergency, chart.owner)
    assert ("",) == chart.languages


def test_a_policy_says_who_it_belongs_to() -> None:
    chart = chart_of(f"{TALK}owner: Klantenservice\ndate: 2026-11-21\nsubject: call\n")

    assert ({"": ("Klantenservice",)}, "2026-11-21", "call") == (chart.owner, chart.date, chart.subject)


def test_who_it_belongs_to_has_one_name_or_one_per_language() -> None:
    plain = chart_of(f"{TALK}languages: [nl, en]\nowner: Vechtstad\n")
    both = chart_of(f"{TALK}languages: [nl, en]\nowner: {{nl: Klantenservice, en: Customer service}}\n")

    assert {"nl": ("Vechtstad",), "en": ("Vechtstad",)} == plain.owner
    assert {"nl": ("Klantenservice",), "en": ("Customer service",)} == both.owner


@pytest.mark.parametrize("day", ["2026-11-21", '"2026-11-21"', "'2026-11-21'"])
def test_a_policy_says_who_approved_it_and_when(day: str) -> None:
    chart = chart_of(
        f"{TALK}date: {day}\napproved: [{{by: Hoofd dienstverlening, on: {day}}}, {{by: OR, on: {day}}}]\n"
    )

    assert "2026-11-21" == chart.date
    assert (("Hoofd dienstverlening", "2026-11-21"), ("OR", "2026-11-21")) == tuple(
        (item.by, item.on) for item in chart.approved
    )
