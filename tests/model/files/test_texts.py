from __future__ import annotations

import pytest

from policy_engine.model.files import texts
from tests.model.reading import HEAD, chart_of, codes, findings, state, suggestion

BOTH = HEAD + "languages: [nl, en]\n"


def talk(text: str) -> str:
    return f"context: {{known: {{flag: false}}}}\ninitial: talk\nstates:\n  talk:\n    {text}\n"


def test_a_text_is_kept_per_language() -> None:
    chart = chart_of(talk("label: {nl: Praten, en: Talk}"), BOTH)

    assert {"nl": ("Praten",), "en": ("Talk",)} == state(chart, "talk").label


def test_a_plain_text_stands_under_no_language() -> None:
    assert {"": ("Praten",)} == state(chart_of(talk("label: Praten")), "talk").label


def test_a_phrase_may_have_several_texts() -> None:
    chart = chart_of(talk("avoid: {nl: [Rustig maar., Kalm.], en: Calm down.}"), BOTH)
    (phrase,) = state(chart, "talk").avoid

    assert phrase.when is None
    assert {"nl": ("Rustig maar.", "Kalm."), "en": ("Calm down.",)} == phrase.words


def test_a_plain_list_is_one_phrase_of_several_texts() -> None:
    (phrase,) = state(chart_of(talk("avoid: [Rustig maar., Kalm.]")), "talk").avoid

    assert {"": ("Rustig maar.", "Kalm.")} == phrase.words


def test_a_phrase_may_depend_on_conditions() -> None:
    chart = chart_of(talk("say: [Dag., {when: known, text: Fijn u te zien.}, {text: Hoe gaat het?}]"))

    said = [(str(phrase.when), phrase.words[""]) for phrase in state(chart, "talk").say]

    assert [
        ("None", ("Dag.",)),
        ("known", ("Fijn u te zien.",)),
        ("None", ("Hoe gaat het?",)),
    ] == said


def test_one_conditional_phrase_needs_no_list() -> None:
    (phrase,) = state(chart_of(talk("say: {when: known, text: Dag.}")), "talk").say

    assert "known" == str(phrase.when)


def test_phrases_per_language_may_stand_in_a_list() -> None:
    chart = chart_of(talk("say: [{nl: Dag., en: Hello.}, {nl: Nou., en: Well.}]"), BOTH)

    assert [("Dag.",), ("Nou.",)] == [phrase.words["nl"] for phrase in state(chart, "talk").say]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("label: 5", "wrong-type", 12),
        ("label: null", "wrong-type", 12),
        ("label: {}", "wrong-type", 12),
        ("label: [Praten, Talk]", "wrong-type", 12),
        ('label: ""', "empty-text", 12),
        ("say: []", "empty-list", 10),
        ("say: [a, 5]", "wrong-type", 14),
        ("say: [{wen: known, text: Dag.}]", "unknown-key", 12),
        ("say: [{when: known}]", "missing-key", 11),
        ("say: [{when: known, text: 5}]", "wrong-type", 31),
        ("say: {Let op: stop}", "quote-sentence", 11),
        ("say: {when: [known], text: Dag.}", "wrong-type", 17),
    ],
)
def test_a_wrong_text_is_told_at_its_place(text: str, code: str, column: int) -> None:
    assert [(code, 5, column)] == findings(talk(text))


def test_quotes_are_suggested_for_a_number() -> None:
    assert '"112"' == suggestion(talk("label: 112"))


def test_a_sentence_with_a_colon_is_shown_in_full() -> None:
    assert ["quote-sentence"] == codes(talk("avoid:\n      - Rustig maar.\n      - Ik zeg u dit: bedaar."))


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("label: Praten", "text-needs-languages", 12),
        ("label: {nl: Praten}", "missing-language", 12),
        ("label: {nl: Praten, en: Talk, de: Sprechen}", "unknown-language", 35),
        ("label: {nl: Praten, em: Talk}", "unknown-language", 25),
        ("label: {nl: 5, en: Talk}", "wrong-type", 17),
        ("label: {nl: Praten, english: Talk}", "invalid-language", 25),
        ("say: {nl: [], en: Talk}", "empty-list", 15),
        ("say: {nl: [5], en: Talk}", "wrong-type", 16),
    ],
)
def test_a_text_exists_in_every_language(text: str, code: str, column: int) -> None:
    assert [(code, 5, column)] == findings(talk(text), BOTH)


def test_languages_are_declared_before_they_are_used() -> None:
    assert [("no-languages-declared", 5, 12)] == findings(talk("label: {nl: Praten}"))


def test_texts_are_not_judged_by_languages_that_could_not_be_read() -> None:
    for broken in ("languages: nl\n", "languages: [nl, Dutch]\n", "languages: []\n"):
        assert 1 == len(codes(talk("label: Praten"), HEAD + broken))


@pytest.mark.parametrize("key", ["title", "subtitle", "emergency", "note", "why"])
def test_texts_of_the_policy_itself_exist_in_every_language(key: str) -> None:
    assert [("missing-language", 6, len(key) + 3)] == findings(talk("{}") + f"{key}: {{nl: x}}\n", BOTH)


@pytest.mark.parametrize(
    "section",
    [
        "parameters: {m: {flag: false, KEY: {nl: x}}}",
        "facts: {m: {enum: {a: {nl: x}}, default: a}}",
        "roles: {m: {KEY: {nl: x}}}",
        "events: {m: {KEY: {nl: x}}}",
        "actions: {m: {KEY: {nl: x}}}",
        "properties: {m: {always: known, KEY: {nl: x}}}",
    ],
)
@pytest.mark.parametrize("key", ["label", "note"])
def test_texts_of_declarations_exist_in_every_language(section: str, key: str) -> None:
    assert ["missing-language"] == codes(talk("{}") + section.replace("KEY", key) + "\n", BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "label: Praten",
        "say: [Dag., Hallo.]",
        "avoid: {when: known, text: [Rustig., Kalm.]}",
        "note: '{known}'",
    ],
)
def test_a_text_that_is_read_at_once_is_the_one_that_is_searched_for_mistakes(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = state(chart_of(talk(text)), "talk")
    monkeypatch.setattr(texts, "_sound", lambda _raw, _several: None)

    assert at_once == state(chart_of(talk(text)), "talk")


def test_texts_per_language_are_read_at_once_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    body = talk("avoid: [{nl: [Rustig., Kalm.], en: Calm.}, {when: known, text: {nl: Nou., en: Well.}}]")
    at_once = state(chart_of(body, BOTH), "talk")
    monkeypatch.setattr(texts, "_sound", lambda _raw, _several: None)

    assert at_once == state(chart_of(body, BOTH), "talk")
