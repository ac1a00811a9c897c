"""Every message of every area can be shown in both languages, and keeps to one style."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from policy_engine.diagnostics import catalogue
from policy_engine.diagnostics.catalogue import messages, render_help, render_message
from policy_engine.diagnostics.catalogue.message import Message

CODES = sorted(messages())
_NAMES_OF_TYPES = re.compile(r"\b(str|int|bool|dict|NoneType|tuple|float)\b")


def _fields(*templates: str | None) -> set[str]:
    parsed = (part for template in templates if template for part in Formatter().parse(template))
    return {name for _, name, _, _ in parsed if name is not None}


def _texts(message: Message) -> list[str]:
    english = (message.en, message.help_en, message.hint_en, message.none_en)
    dutch = (message.nl, message.help_nl, message.hint_nl, message.none_nl)
    return [text for text in english + dutch if text is not None]


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same(code: str) -> None:
    message = messages()[code]

    assert _fields(message.en) == _fields(message.nl)
    assert _fields(message.help_en) == _fields(message.help_nl)
    assert _fields(message.hint_en) == _fields(message.hint_nl)
    assert (message.help_en is None) == (message.help_nl is None)
    assert _fields(message.none_en) == _fields(message.none_nl)
    assert (message.none_en is None) == (message.none_nl is None)
    assert message.en != message.nl


@pytest.mark.parametrize("code", CODES)
def test_every_message_can_be_shown(code: str) -> None:
    message = messages()[code]
    fields: dict[str, object] = dict.fromkeys(_fields(*_texts(message)), "given")

    for language in ("en", "nl"):
        assert render_message(code, fields, language)
        assert render_help(code, fields, language) != ""


@pytest.mark.parametrize("code", CODES)
def test_messages_keep_to_one_style(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    for text in _texts(messages()[code]):
        assert not text.endswith("."), text
        assert not (text[0].isalpha() and text[0] != text[0].lower()), text
        assert text == " ".join(text.split()), text
        assert 0 == text.count("`") % 2, text
        assert not _NAMES_OF_TYPES.search(re.sub("`[^`]*`", "", text)), text


def test_a_language_that_is_not_there_is_english() -> None:
    assert render_message("empty-file", {}, "en") == render_message("empty-file", {}, "fr")
    assert render_help("empty-file", {}, "en") == render_help("empty-file", {}, "fr")


def test_two_messages_with_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "AREAS", ("document", "document"))
    messages.cache_clear()

    with pytest.raises(AssertionError, match="two messages have the code"):
        messages()
    messages.cache_clear()


def test_a_suggestion_stands_before_the_help_only_where_there_is_one() -> None:
    message = Message("a", "b", "write it", "schrijf het")

    assert "did you mean `x`? write it" == message.render_help({"suggestion": "x"}, "en")
    assert "bedoelt u `x`? schrijf het" == message.render_help({"suggestion": "x"}, "nl")
    assert "write it" == message.render_help({"suggestion": None}, "en")
    assert None is Message("a", "b").render_help({}, "en")


def test_fields_are_shown_as_words() -> None:
    message = Message("{one} of {many}", "{one} van {many}")

    assert "3 of `a`, `b`" == message.render({"one": 3, "many": ["a", "b"]}, "en")
    assert len(" of ") + 300 == len(message.render({"one": "", "many": "x" * 1000}, "en"))


def test_words_that_come_in_every_language_are_chosen_from() -> None:
    message = Message("a {kind}", "een {kind}")

    assert "a list" == message.render({"kind": {"en": "list", "nl": "lijst"}}, "en")
    assert "een lijst" == message.render({"kind": {"en": "list", "nl": "lijst"}}, "nl")


@pytest.mark.parametrize("nothing", [[], ()])
def test_help_that_would_show_an_empty_list_is_another_sentence_or_left_out(nothing: object) -> None:
    bare = Message("a", "b", "one of {known}", "een van {known}")
    message = Message("a", "b", "one of {known}", "een van {known}", none_en="none", none_nl="geen")

    assert "one of `x`" == message.render_help({"known": ["x"]}, "en")
    assert ("none", "geen") == tuple(
        message.render_help({"known": nothing}, language) for language in ("en", "nl")
    )
    assert None is bare.render_help({"known": nothing}, "en")
    assert "write it" == Message("a", "b", "write it", "schrijf").render_help({"known": nothing}, "en")
