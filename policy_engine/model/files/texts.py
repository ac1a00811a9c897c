"""Texts: one or several, per language or plain; and phrases that depend on a condition.

Whether the languages are the right ones is not seen here: a model does not know what `languages` says.
A plain text stands under the language "".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainValidator, WrapValidator
from pydantic_core import PydanticCustomError

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Atom, MappingNode, Node, SequenceNode, Word
from policy_engine.document.quoting import shown
from policy_engine.model.chart import PLAIN
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import (
    LANGUAGE_SCHEMA,
    Expression,
    Ids,
    Sources,
    Text,
    one_or_list,
    read_language,
    read_text,
    sound_sources,
)
from policy_engine.model.files.part import TEXT, Part, fail, key, wrong_type
from policy_engine.model.files.raw import enlist, first_character, wrap

_USUAL = {code: code for code in ("nl", "en", "de", "fr")}  # codes that need no second look
ONE_TEXT = {"en": "one text", "nl": "één tekst"}


def _language_key(raw: Any) -> str:
    return raw if raw == PLAIN else read_language(raw)


class TextFile:
    """A text in all its languages. `words` has the texts of each language, or those under "" where it is
    plain; `broken` are the languages whose text had to be taken out.
    """

    __slots__ = ("broken", "raw", "words")

    def __init__(self, words: Mapping[str, tuple[str, ...]], raw: Node, broken: Collection[str] = ()) -> None:
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

    def language(self, name: str) -> Word:
        """A language as it was written. Raises KeyError where the text has it not."""
        if not isinstance(self.raw, MappingNode):
            raise KeyError(name)
        return self.raw.key_of(name)

    def with_gaps(self) -> Iterator[Word]:
        """The texts that have braces in them, in all languages."""
        if not self._has_braces():
            return
        pending: list[Node] = [self.raw]
        while pending:
            node = pending.pop(0)
            if isinstance(node, MappingNode):
                pending[:0] = node.values()
            elif isinstance(node, SequenceNode):
                pending[:0] = node
            elif isinstance(node, Word) and ("{" in node or "}" in node):
                yield node

    def _has_braces(self) -> bool:
        for texts in self.words.values():
            for text in texts:
                if "{" in text or "}" in text:
                    return True
        return False


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
        words = {str(language): tuple(map(str, texts)) for language, texts in parts.words.items()}
        return TextFile(words, raw, parts.raw["words"].broken)

    return read


def _sound(raw: Any, several: bool) -> TextFile | None:
    """A text in one or more languages without a mistake. Raises PydanticCustomError at the first one."""
    if type(raw) is Word:
        return TextFile({PLAIN: (str(read_text(raw)),)}, raw)
    if type(raw) is not MappingNode or not raw or raw.broken:
        return None
    words: dict[str, tuple[str, ...]] = {}
    for language, value in raw.items():
        code = _USUAL.get(language) or str(read_language(language))
        kind = type(value)
        if kind is Word and value and not value.isspace():
            words[code] = (str(value),)
        elif kind is SequenceNode and several and value and not value.broken:
            words[code] = tuple(
                [str(item if type(item) is Word and item.strip() else read_text(item)) for item in value]
            )
        else:
            return None
    return TextFile(words, raw)


def _shape(several: bool) -> Callable[[Any], Any]:
    """The long form of a text; refuses what is none as a whole."""

    def read(raw: Any) -> Any:
        if isinstance(raw, MappingNode):
            if not raw and not raw.broken:
                raise wrong_type(raw, TEXT)
            _refuse_sentence(raw)
            values: list[Node] = list(raw.values())
        elif isinstance(raw, Word | Atom) and raw.value is None:
            raise wrong_type(raw, TEXT)
        else:
            values = [raw]
        for value in values:
            if isinstance(value, SequenceNode) and not several:
                raise wrong_type(value, ONE_TEXT)
            if isinstance(value, SequenceNode) and not value and not value.broken:
                raise fail("empty-list", at=value)
        return wrap(raw, words=raw if isinstance(raw, MappingNode) else wrap(raw, **{"": raw}))

    return read


def _refuse_sentence(raw: MappingNode) -> None:
    """`Let op: stop` without quotes is a mapping; no language has a name of several words."""
    for word, value in raw.items():
        if " " in word and isinstance(word, Word) and isinstance(value, Word | Atom):
            raise fail("quote-sentence", sentence=shown(f"{word}: {value.text}"), at=word)


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
# A text per language and `{when, text}` are both mappings, so `text` is only required beside the other keys.
WHEN_NEEDS_TEXT = {"dependencies": {"when": ["text"], "source": ["text"], "promises": ["text"]}}
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


class PromiseFile(Part):
    """What a phrase announces."""

    moments: ClassVar[tuple[str, ...]] = ("enter", "action", "event")

    enter: Ids | None = key(
        "A state is entered.",
        "Een toestand wordt betreden.",
    )
    action: Ids | None = key(
        "The host is asked for an action.",
        "De omgeving wordt om een actie gevraagd.",
    )
    event: Ids | None = key(
        "An event is applied.",
        "Een gebeurtenis wordt toegepast.",
    )


class PhraseFile(Part):
    """A text, when it is shown, what it announces and where it comes from."""

    required: ClassVar[tuple[str, ...]] = ("text",)

    when: Expression | None = key(
        "The text is shown while this condition holds.",
        "De tekst wordt getoond zolang deze voorwaarde geldt.",
    )
    text: Texts | None = key(
        "The text itself.",
        "De tekst zelf.",
    )
    promises: PromiseFile | None = key(
        "What the text announces, so that it must still be possible wherever the text is shown: "
        "`{enter: end_call}`, `{action: call_police}` or `{event: call_ended}`.",
        "Wat de tekst aankondigt en dus nog moet kunnen overal waar de tekst wordt getoond: "
        "`{enter: end_call}`, `{action: call_police}` of `{event: call_ended}`.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )


def is_long_form(raw: Node) -> bool:
    """Whether a text is written as `{when, text, source, promises}` and not in short."""
    if not isinstance(raw, MappingNode):
        return False
    if "when" in raw or "text" in raw or "promises" in raw or raw.broken >= {"text"}:
        return True
    if "source" in raw:
        raise fail("source-without-text", at=raw.key_of("source"))
    return False


def _phrases(raw: Any, handler: Callable[[Any], list[PhraseFile]]) -> list[PhraseFile]:
    # Nearly always nothing is wrong with the texts.
    try:
        sound = [_sound_phrase(item) for item in (raw if _is_several(raw) else (raw,))]
    except PydanticCustomError:
        sound = [None]
    found = [phrase for phrase in sound if phrase is not None]
    return found if len(found) == len(sound) else handler(_long_phrases(raw))


def _is_several(raw: Any) -> bool:
    """Whether a list holds phrases rather than the texts of one."""
    return isinstance(raw, SequenceNode) and any(isinstance(item, MappingNode) for item in raw)


def _sound_phrase(raw: Node) -> PhraseFile | None:
    """A phrase without a mistake. Raises PydanticCustomError at the first one."""
    if not is_long_form(raw):
        text = _sound(raw, True)
        return None if text is None else PhraseFile.of(wrap(raw, text=raw), text=text)
    assert isinstance(raw, MappingNode)
    if raw.broken or "text" not in raw:
        return None
    values: dict[str, object] = {"text": _sound(raw["text"], True)}
    if "when" in raw:
        values["when"] = raw["when"] if isinstance(raw["when"], Word) else None
    if "source" in raw:
        values["source"] = sound_sources(raw["source"])
    # Whatever other key it has is a mistake.
    return None if len(values) < len(raw) or None in values.values() else PhraseFile.of(raw, **values)


def _long_phrases(raw: Any) -> Any:
    """A list of `{when, text, source}`, from any of the ways to write a phrase."""
    items = list(raw) if _is_several(raw) else [raw]
    long = [item if is_long_form(item) else wrap(item, text=item) for item in items]
    return enlist(raw, long)


def _phrases_schema(parts: Parts) -> JsonSchema:
    conditional = {**TEXTS_SCHEMA, **parts.fields(PhraseFile), **WHEN_NEEDS_TEXT}
    del conditional["required"]
    return {**conditional, "items": {**conditional, "type": ["string", "object"]}}


Phrases = Annotated[list[PhraseFile], WrapValidator(_phrases), Json("Phrases", _phrases_schema)]
