"""The section `sources`: the numbered rows of a protocol that a policy accounts for.

The same section is all there is in a sheet: a file of rows that several policies share, in `sources/` beside
them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, WrapValidator

from policy_engine.document.node import Atom, MappingNode, SequenceNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import Format, Language, NewId, SourceKind, Text, a_list, sound_sources
from policy_engine.model.files.part import Part, key, wrong_type
from policy_engine.model.files.raw import enlist, wrap
from policy_engine.model.files.texts import ONE_TEXT_SCHEMA, OneText, Texts

_ROWS = {
    "en": "a list of rows, or a mapping of rows to what they say",
    "nl": "een lijst van regels, of een blok met regels en wat zij zeggen",
}
_LONG = frozenset(("kind", "text", "exempt"))


class SourceRowFile(Part):
    """A row: one numbered thing that a protocol says."""

    required: ClassVar[tuple[str, ...]] = ("id",)

    id: Text | None = None
    kind: SourceKind | None = key(
        "What the row is about: where it belongs in a policy.",
        "Waar de regel over gaat: waar hij in een protocol thuishoort.",
    )
    text: OneText | None = key(
        "What the row says, in your own words.",
        "Wat de regel zegt, in uw eigen woorden.",
    )
    exempt: OneText | None = key(
        "Why no policy need hold this row.",
        "Waarom deze regel in geen protocol hoeft te staan.",
    )


def _rows(raw: Any, handler: Callable[[Any], list[SourceRowFile]]) -> list[Word] | list[SourceRowFile]:
    # Mostly there are bare ids, many of them: nothing can be wrong with one that says something, and there is
    # no more to a row than that.
    bare = sound_sources(raw) if isinstance(raw, SequenceNode) else None
    return handler(_long_rows(raw)) if bare is None else bare


def _long_rows(raw: Any) -> Any:
    """A list of `{id, kind, text, exempt}`, from a list of ids or a mapping of ids."""
    if isinstance(raw, MappingNode):
        items = [_row(word, value) for word, value in raw.items()]
    elif isinstance(raw, SequenceNode):
        items = [wrap(item, id=item) for item in raw]
    else:
        raise wrong_type(raw, _ROWS)
    listing = enlist(raw, items)
    listing.broken = bool(raw.broken)
    return listing


def _row(word: Any, value: Any) -> MappingNode:
    if isinstance(value, Atom) and value.value is None:
        return wrap(value, id=word)
    if isinstance(value, MappingNode) and (not value or _LONG & value.keys() or _LONG & value.broken):
        return wrap(value, id=word, **value)
    return wrap(value, id=word, text=value)


def _rows_schema(parts: Parts) -> JsonSchema:
    fields = parts.fields(SourceRowFile)
    del fields["properties"]["id"], fields["required"]
    row = {**ONE_TEXT_SCHEMA, **fields, "type": ["string", "object", "null"]}
    return {
        "type": ["array", "object"],
        "items": {"type": "string"},
        "uniqueItems": True,
        "additionalProperties": row,
    }


if TYPE_CHECKING:
    SourceRows = list[Word | SourceRowFile]
else:
    SourceRows = Annotated[list[SourceRowFile], WrapValidator(_rows), Json("Sources", _rows_schema)]


class SheetFile(Part):
    """Rows that several policies share: a file in `sources/` beside them."""

    required: ClassVar[tuple[str, ...]] = ("sheet", "format", "sources")

    sheet: NewId | None = key(
        "The name of the sheet, for software: small letters, digits and `_`.",
        "De naam van het blad voor de software: kleine letters, cijfers en `_`.",
    )
    format: Format | None = key(
        "The version of this language: 1.",
        "De versie van deze taal: 1.",
    )
    title: OneText | None = key(
        "What the rows were taken from.",
        "Waar de regels vandaan komen.",
    )
    languages: Annotated[list[Language], BeforeValidator(a_list)] | None = key(
        "The languages of the texts: `[nl, en]`. The first is the default.",
        "De talen van de teksten: `[nl, en]`. De eerste is de standaardtaal.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the rows.",
        "Een opmerking voor wie de regels leest.",
    )
    sources: SourceRows | None = key(
        "The rows, each with its kind and what it says in your own words.",
        "De regels, elk met de soort en wat hij zegt in uw eigen woorden.",
    )
