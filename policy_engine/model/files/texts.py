"""Texts: one or several, per language or plain; and phrases that depend on a condition.

Whether the languages are the right ones is not seen here: a model does not know what `languages` says.
A plain text stands under the language "".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainValidator

from policy_engine.document.quoting import shown
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import LANGUAGE_SCHEMA, Expression, Text, one_or_list, read_language
from policy_engine.model.files.part import TEXT, Part, fail, key, wrong_type
from policy_engine.model.files.raw import Leaf, Listing, Mapped, Raw, Word, wrap

PLAIN = Word("")
ONE_TEXT = {"en": "one text", "nl": "één tekst"}


def _language_key(raw: Any) -> Word:
    return PLAIN if raw == "" else read_language(raw)


class TextFile(Part):
    """A text in all its languages. `words` has one list per language, or one under "" where it is plain."""

    words: dict[
        Annotated[Word, PlainValidator(_language_key)], Annotated[list[Text], BeforeValidator(one_or_list)]
    ]

    @property
    def is_plain(self) -> bool:
        """Whether it was written without languages."""
        return "" in self.words or "" in self.raw["words"].broken


def _text_file(several: bool) -> Callable[[Any], Any]:
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
OneText = Annotated[
    TextFile, BeforeValidator(_text_file(several=False)), Json("Label", lambda _: dict(ONE_TEXT_SCHEMA))
]
Texts = Annotated[
    TextFile, BeforeValidator(_text_file(several=True)), Json("Texts", lambda _: dict(TEXTS_SCHEMA))
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
