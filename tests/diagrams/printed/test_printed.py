import importlib
import pkgutil
import re
from types import ModuleType

import pytest

from policy_engine.diagrams import printed
from policy_engine.diagrams.printed import Words, word

FILES = [
    importlib.import_module(f"{printed.__name__}.{found.name}")
    for found in pkgutil.iter_modules(printed.__path__)
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.__name__.rpartition(".")[2])
def test_all_words_are_there_in_both_languages_with_the_same_gaps(file: ModuleType) -> None:
    words: Words = file.WORDS

    for key, texts in words.items():
        gaps = {language: sorted(re.findall(r"\{\w*\}", text)) for language, text in texts.items()}
        assert {"nl", "en"} == set(gaps), key
        assert gaps["nl"] == gaps["en"], key


def test_a_language_without_words_is_answered_in_english() -> None:
    assert "yes" == word({"k": {"en": "yes", "nl": "ja"}}, "k", "fr")
