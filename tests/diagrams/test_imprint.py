"""The edition of a policy in words."""

import pytest

from policy_engine.diagrams.imprint import date_words, edition, footer, title_of
from tests.diagrams.examples import figure


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "3 maart 2026"), ("en", "3 March 2026"), ("de", "3 March 2026")]
)
def test_a_date_is_written_in_words(language: str, words: str) -> None:
    assert words == date_words("2026-03-03", language)


def test_an_edition_is_the_version_and_the_date_where_there_is_one() -> None:
    assert "versie 1.0.0 · 21 november 2026" == edition(figure("twelve_steps").chart, "nl")
    assert "version 2.0.1" == edition(figure("hold_the_line").chart, "en")


def test_a_footer_begins_with_the_title_and_the_version() -> None:
    assert "Twaalf stappen · versie 1.0.0 · kaart" == footer(figure("twelve_steps").chart, "nl", "kaart")


def test_a_policy_without_a_title_is_called_by_its_id() -> None:
    assert "Starter" == title_of(figure("starter").chart, "nl")
