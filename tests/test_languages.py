"""Variants of languages fall back to what they are variants of."""

from __future__ import annotations

import pytest

from policy_engine.languages import fallbacks, nearest, spoken
from tests.model.reading import chart_of, codes, state
from tests.small import START, small_policy

VARIANTS = """languages: [nl, nl-BE, nl-informal, en]
facts: {known: {flag: false}}
events: {go: {}}
initial: a
states:
  a:
    label: {nl: Begin, nl-BE: Start, en: Start}
    say:
      nl: "Waar kan ik u mee helpen?"
      nl-informal: "Waar kan ik je mee helpen?"
      en: "How can I help you?"
    forbid: {go: {nl: Eerst groeten., en: Greet first.}}
"""


def test_a_variant_falls_back_step_by_step() -> None:
    assert ["nl-BE-informal", "nl-BE", "nl"] == list(fallbacks("nl-BE-informal"))
    assert [] == list(fallbacks(""))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", "nl"),
        ("nl-BE", "nl-BE"),
        ("nl-NL", "nl"),
        ("nl-BE-informal", "nl-BE"),
        ("de", None),
        (None, None),
    ],
)
def test_the_nearest_that_is_known_is_found(language: str | None, expected: str | None) -> None:
    assert expected == nearest(language, ("nl", "nl-BE", "en"))


def test_where_nothing_is_near_another_language_is_spoken() -> None:
    texts = {"nl": "ja", "en": "yes"}

    assert ["ja", "ja", "yes", "yes"] == [spoken(texts, one, "en") for one in ("nl", "nl-BE", "fr", None)]


def test_a_text_may_leave_its_variants_out() -> None:
    found = state(chart_of(VARIANTS), "a")

    assert {
        "nl": ("Begin",),
        "nl-BE": ("Start",),
        "nl-informal": ("Begin",),
        "en": ("Start",),
    } == found.label
    assert ["nl", "nl-BE", "nl-informal", "en"] == list(found.say[0].words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{nl-BE: Start, en: Start}", ["missing-language"]),
        ("{nl: Begin}", ["missing-language"]),
        ("{nl: Begin, en: Start, nl-NL: Begin}", ["unknown-language"]),
    ],
)
def test_what_a_variant_falls_back_to_must_be_there(text: str, expected: list[str]) -> None:
    assert expected == codes(VARIANTS.replace("{nl: Begin, nl-BE: Start, en: Start}", text))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (None, "Waar kan ik u mee helpen?"),
        ("nl-BE", "Waar kan ik u mee helpen?"),
        ("nl-informal", "Waar kan ik je mee helpen?"),
        ("nl-SR", "Waar kan ik u mee helpen?"),
        ("en-GB", "How can I help you?"),
        ("fr", "Waar kan ik u mee helpen?"),
    ],
)
def test_an_agent_is_spoken_to_in_the_nearest_language(language: str | None, expected: str) -> None:
    session = small_policy(VARIANTS).start(now=START)

    assert (expected,) == session.guidance(language)[0].say


def test_a_refusal_is_told_in_the_nearest_language() -> None:
    decision = small_policy(VARIANTS).start(now=START).send("go", now=START)

    assert decision.reason is not None
    assert ["Greet first.", "Eerst groeten.", "Eerst groeten."] == [
        decision.reason.text(language) for language in ("en-US", "nl-BE", "fr")
    ]
