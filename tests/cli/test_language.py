"""Which language a call speaks."""

from __future__ import annotations

import pytest

from policy_engine.cli.failure import CallError
from policy_engine.cli.language import of_environment, of_texts, of_words


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "nl_BE"}, "nl"),
        ({"LANG": "nl_NL", "LC_ALL": ""}, "nl"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "C.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language_as_posix_says(environment: dict[str, str], language: str) -> None:
    assert language == of_environment(environment)


def test_the_programs_words_are_in_the_chosen_language_if_it_has_them() -> None:
    assert ["nl", "en", "en"] == [of_words("nl"), of_words("fr"), of_words(None)]


@pytest.mark.parametrize(
    ("chosen", "languages", "language"),
    [
        (None, ("nl", "en"), "en"),
        (None, ("nl",), "nl"),
        ("nl", ("en", "nl"), "nl"),
        ("fr", ("en", "fr"), "fr"),
        ("nl", ("",), "nl"),
    ],
)
def test_the_texts_are_in_a_language_that_the_policy_has(
    chosen: str | None, languages: tuple[str, ...], language: str
) -> None:
    assert language == of_texts(chosen, languages)


def test_a_language_that_the_policy_lacks_is_a_wrong_call() -> None:
    with pytest.raises(CallError) as caught:
        of_texts("fr", ("nl", "en"))

    assert str(caught.value) == "the policy has no texts in `fr`; it has them in `nl`, `en`"
