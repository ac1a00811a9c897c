"""What every mapping of a file has in common: its place, no unknown keys, and errors that carry a code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, model_validator
from pydantic_core import PydanticCustomError

from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Atom, MappingNode, Node, SequenceNode, Word
from policy_engine.model.files.raw import UNREAD, emptied, first_character, is_nothing, place, plain

# What was wanted and what was found, in the words of an author.
MAPPING = {"en": "a mapping (`key: value`)", "nl": "een blok (`sleutel: waarde`)"}
LIST = {"en": "a list", "nl": "een lijst"}
TEXT = {"en": "a text", "nl": "een tekst"}
ID = {"en": "a name", "nl": "een naam"}
_FLAG_WORDS = {
    **dict.fromkeys(("yes", "on", "1", "ja", "aan", "waar", "true"), "`true`"),
    **dict.fromkeys(("no", "off", "0", "nee", "uit", "onwaar", "false"), "`false`"),
}
FLAG = {"en": "`true` or `false`", "nl": "`true` of `false`"}


def fail(code: str, **fields: object) -> PydanticCustomError:
    """A mistake found while a model reads a value; the place is that of the value."""
    return PydanticCustomError(code, code, fields)


def wrong_type(raw: object, wanted: dict[str, str]) -> PydanticCustomError:
    """Something else was written than what belongs here."""
    return fail("wrong-type", wanted=wanted, found=found(raw), suggestion=meant(raw, wanted))


def meant(raw: object, wanted: Mapping[str, str]) -> str | None:
    """What was probably meant where something of another type was written."""
    if wanted is TEXT:
        return in_quotes(raw)
    if wanted is FLAG and isinstance(raw, Word | Atom):
        return _FLAG_WORDS.get(raw.text.lower())
    return None


def in_quotes(raw: object) -> str | None:
    """The sentence that was probably meant where YAML reads a number, a flag or a mapping."""
    if isinstance(raw, Word | Atom):
        return f'"{raw.text}"' if raw.value is not None else None
    if isinstance(raw, MappingNode) and len(raw) == 1:
        ((key, value),) = raw.items()
        if isinstance(value, Word | Atom) and isinstance(key, Word) and key.plain:
            return f'"{key}: {value.text}"'
    return None


def found(raw: object) -> dict[str, str]:
    """What stands there, in words."""
    if isinstance(raw, MappingNode):
        return MAPPING
    if isinstance(raw, SequenceNode):
        return LIST
    value = plain(raw)
    if value is None:
        return {"en": "nothing", "nl": "niets"}
    text = raw.text if isinstance(raw, Word | Atom) else str(raw)
    text = text if len(text) <= 40 else f"{text[:39]}…"
    if isinstance(value, str):
        return {"en": f"the text `{text}`", "nl": f"de tekst `{text}`"}
    if isinstance(value, bool):
        return {"en": f"`{text}`", "nl": f"`{text}`"}
    if isinstance(value, float) and not isfinite(value):
        return {
            "en": f"`{text}`, which nobody can count with",
            "nl": f"`{text}`, en daar valt niet mee te rekenen",
        }
    return {"en": f"the number `{text}`", "nl": f"het getal `{text}`"}


def key(en: str, nl: str, alias: str | None = None) -> Any:
    """A key that may be left out; both sentences are what an editor shows."""
    return Field(default=None, alias=alias, description=f"{en}\n\n{nl}")


class Part(BaseModel):
    """A mapping of the file. Every field is optional to the reader: what is missing is told by `require`."""

    if TYPE_CHECKING:
        raw: MappingNode  # what was written

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    wanted: ClassVar[dict[str, str]] = MAPPING
    required: ClassVar[tuple[str, ...]] = ()
    elsewhere: ClassVar[Mapping[str, Mapping[str, str]]] = {}  # of keys that others have: what to do instead
    blank: ClassVar[bool] = False  # whether nothing behind its key stands for `{}`

    # A slot, because pydantic's private attributes cost more than all the rest of a small model.
    __slots__ = ("raw",)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, raw: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if cls.blank and is_nothing(raw):
            raw = emptied(raw)
        if not isinstance(raw, MappingNode):
            raise wrong_type(raw, cls.wanted)
        raw.model = cls
        part = handler(raw)
        _set_raw(part, raw)
        return part

    @classmethod
    def of(cls, raw: MappingNode, **values: object) -> Self:
        """A part whose values were read already: what pydantic would make of them, in a tenth of the time.

        A file is mostly texts, bare targets and bare actions, and in these nothing can be wrong.
        """
        part = cls.__new__(cls)
        _set_values(part, {**cls.absent(), **values})
        _set_given(part, set(values))
        _set_extra(part, None)
        _set_private(part, None)
        _set_raw(part, raw)
        raw.model = cls
        return part

    @classmethod
    @cache
    def absent(cls) -> Mapping[str, object]:
        """The fields of a part that has none of its keys."""
        return {name: field.get_default() for name, field in cls.model_fields.items()}

    @classmethod
    @cache
    def keys(cls) -> tuple[str, ...]:
        """The keys that may be written, in the order in which they are offered."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @property
    def span(self) -> Span:
        """The key under which the part stands, or its first character."""
        return place(self.raw)

    @property
    def start(self) -> Span:
        """The first character of the part's value."""
        return first_character(self.raw.span)

    def key_span(self, key: str) -> Span:
        """Where a key of this part was written; the part's own place where it was written in short."""
        for word in self.raw:
            if word == key and isinstance(word, Word):
                return word.span
        return self.span

    def value_span(self, key: str) -> Span:
        """Where the value of a key that is there was written."""
        value: Node = self.raw[key]
        return value.span

    def has(self, key: str) -> bool:
        """Whether a key was written, be it with a mistake in its value."""
        return key in self.raw or key in self.raw.broken

    def misses(self, key: str) -> bool:
        """Whether a key was not written, and nothing was lost that it could have been."""
        return not self.has(key) and UNREAD not in self.raw.broken


# The slots of a part, which is frozen: what fills them without looking them up each time.
_set_raw = vars(Part)["raw"].__set__
_set_values, _set_given, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
