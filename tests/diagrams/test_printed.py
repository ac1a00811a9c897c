"""Our own words on paper: each in English and Dutch, with the same gaps."""

import pkgutil
import re
from importlib import import_module

import pytest

from policy_engine.diagrams import printed
from policy_engine.diagrams.printed import gapped, saying, word

AREAS = [area.name for area in pkgutil.iter_modules(printed.__path__)]
GAP = re.compile(r"\{\d*\}")


@pytest.mark.parametrize("area", AREAS)
def test_every_text_is_there_in_both_languages_with_the_same_gaps(area: str) -> None:
    words = import_module(f"{printed.__name__}.{area}").WORDS

    assert {key for key, texts in words.items() if {"en", "nl"} != set(texts)} == set()
    assert {
        key
        for key, texts in words.items()
        if sorted(GAP.findall(texts["en"])) != sorted(GAP.findall(texts["nl"]))
    } == set()


def test_another_language_is_answered_in_english() -> None:
    assert "dag" == word({"hello": {"en": "hello", "nl": "dag"}}, "hello", "nl")
    assert "hello" == word({"hello": {"en": "hello", "nl": "dag"}}, "hello", "fr")


def test_gaps_are_filled_or_left_to_who_fills_them_later() -> None:
    words = {"step": {"en": "step {1} of {0}", "nl": "stap {1} van {0}"}}

    assert "stap 2 van 5" == word(words, "step", "nl", 5, 2) == saying(words, "nl")("step", 5, 2)
    assert "stap {1} van {0}" == gapped(words, "step", "nl")
    with pytest.raises(IndexError):
        word(words, "step", "nl", 5)
