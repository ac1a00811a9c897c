"""Texts: one or several, per language or plain; and phrases that depend on a condition.

Whether the languages are the right ones is not seen here: a model does not know what `languages` says.
A plain text stands under the language "".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainValidator, WrapValidator
from pydantic_core import PydanticCustomError

from policy_engine.diagnostics.span import Span
from policy_engine.document.quoting import shown
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import (
    LANGUAGE_SCHEMA,
    Expression,
    Text,
    one_or_list,
    read_language,
    read_text,
)
from policy_engine.model.files.part import TEXT, Part, fail, key, wrong_type
from policy_engine.model.files.raw import Leaf, Listing, Mapped, Raw, Word, first_character, wrap

PLAIN = Word("")
ONE_TEXT = {"en": "one text", "nl": "één tekst"}


def _language_key(raw: Any) -> Word:
    return PLAIN if raw == "" else read_language(raw)


class TextFile:
    """A text in all its languages. `words` has one list per language, or one under "" where it is plain;
    `broken` are the languages whose text had to be taken out.
    """

    __slots__ = ("broken", "raw", "words")

    def __init__(self, words: Mapping[Word, Sequence[Word]], raw: Raw, broken: Collection[str] = ()) -> None:
        self.words = words
        self.raw = raw
        self.broken = broken

    @property
    def is_plain(self) -> bool:
        """Whether it was written without languages."""
        return "" in self.words or "" in self.broken

    @property
    def start(self) -> Span:
        """The first character of the text."""
        return first_character(self.raw.span)


class _TextParts(Part):
    """A text as pydantic reads it, which finds every mistake in it."""

    words: dict[
        Annotated[Word, PlainValidator(_language_key)], Annotated[list[Text], BeforeValidator(one_or_list)]
    ]


def _text_file(several: bool) -> Callable[[Any, Callable[[Any], _TextParts]], TextFile]:
    """Reads a text. Most of them have nothing wrong, and a file is mostly texts: these are read at once."""
    shape = _shape(several)

    def read(raw: Any, handler: Callable[[Any], _TextParts]) -> TextFile:
        try:
            sound = _sound(raw, several)
        except PydanticCustomError:
            sound = None
        if sound is not None:
            return sound
        parts = handler(shape(raw))
        return TextFile(parts.words, raw, parts.raw["words"].broken)

    return read


def _sound(raw: Any, several: bool) -> TextFile | None:
    """A text in one or more languages without a mistake. Raises PydanticCustomError at the first one."""
    if type(raw) is Leaf:
        return TextFile({PLAIN: [read_text(raw)]}, raw)
    if type(raw) is not Mapped or not raw or raw.broken:
        return None
    words: dict[Word, Sequence[Word]] = {}
    for language, value in raw.items():
        if type(value) is Leaf:
            words[read_language(language)] = [read_text(value)]
        elif several and type(value) is Listing and value and not value.broken:
            words[read_language(language)] = [read_text(item) for item in value]
        else:
            return None
    return TextFile(words, raw)


def _shape(several: bool) -> Callable[[Any], Any]:
    """The long form of a text; refuses what is none as a whole."""

    def read(raw: Any) -> Any:
        if isinstance(raw, Mapped):
            if not raw and not raw.broken:
                raise wrong_type(raw, TEXT)
            _refuse_sentence(raw)
            values: list[Raw] = list(raw.values())
        elif isinstance(raw, Leaf) and raw.node.value is None:
            raise wrong_type(raw, TEXT)
        else:
            values = [raw]
        for value in values:
            if isinstance(value, Listing) and not several:
                raise wrong_type(value, ONE_TEXT)
            if isinstance(value, Listing) and not value and not value.broken:
                raise fail("empty-list", at=value)
        return wrap(raw, words=raw if isinstance(raw, Mapped) else wrap(raw, **{"": raw}))

    return read


def _refuse_sentence(raw: Mapped) -> None:
    """`Let op: stop` without quotes is a mapping; no language has a name of several words."""
    for word, value in raw.items():
        if " " in word and isinstance(word, Word) and isinstance(value, Leaf):
            raise fail("quote-sentence", sentence=shown(f"{word}: {value.node.text}"), at=word)


WRITTEN = {"type": "string"}
WRITTEN_OR_SEVERAL = {"type": ["string", "array"], "items": WRITTEN}
ONE_TEXT_SCHEMA = {
    "type": ["string", "object"],
    "patternProperties": {LANGUAGE_SCHEMA: WRITTEN},
    "additionalProperties": False,
}
TEXTS_SCHEMA = {
    "type": ["string", "array", "object"],
    "items": WRITTEN,
    "patternProperties": {LANGUAGE_SCHEMA: WRITTEN_OR_SEVERAL},
    "additionalProperties": False,
}
# A text per language and `{when, text}` are both mappings, so `text` is only required beside `when`.
WHEN_NEEDS_TEXT = {"dependencies": {"when": ["text"]}}
if TYPE_CHECKING:
    OneText = TextFile
    Texts = TextFile
else:
    OneText = Annotated[
        _TextParts, WrapValidator(_text_file(several=False)), Json("Label", lambda _: dict(ONE_TEXT_SCHEMA))
    ]
    Texts = Annotated[
        _TextParts, WrapValidator(_text_file(several=True)), Json("Texts", lambda _: dict(TEXTS_SCHEMA))
    ]


class PhraseFile(Part):
    """A text that is shown while a condition holds."""

    required: ClassVar[tuple[str, ...]] = ("text",)

    when: Expression | None = key(
        "The text is shown while this condition holds.",
        "De tekst wordt getoond zolang deze voorwaarde geldt.",
    )
    text: Texts | None = key(
        "The text itself.",
        "De tekst zelf.",
    )


def _is_conditional(raw: Raw) -> bool:
    return isinstance(raw, Mapped) and ("when" in raw or "text" in raw or raw.broken >= {"text"})


def _phrases(raw: Any) -> Any:
    """A list of `{when, text}`, from any of the ways to write a phrase."""
    several = isinstance(raw, Listing) and any(isinstance(item, Mapped) for item in raw)
    items = list(raw) if several else [raw]
    long = [item if _is_conditional(item) else wrap(item, text=item) for item in items]
    return Listing(raw.node, long, raw.parent, raw.key)


def _phrases_schema(parts: Parts) -> JsonSchema:
    conditional = {**TEXTS_SCHEMA, **parts.fields(PhraseFile), **WHEN_NEEDS_TEXT}
    del conditional["required"]
    return {**conditional, "items": {**conditional, "type": ["string", "object"]}}


Phrases = Annotated[list[PhraseFile], BeforeValidator(_phrases), Json("Phrases", _phrases_schema)]
