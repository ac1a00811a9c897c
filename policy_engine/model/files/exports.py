"""Exports: what other policies may read of a session."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from policy_engine.document.node import Atom, MappingNode, SequenceNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import ID_SCHEMA, Anything, Expression, NewId
from policy_engine.model.files.part import Part, fail, key, wrong_type
from policy_engine.model.files.raw import enlist, wrap

EXPORT = {
    "en": "an expression such as `warnings`, or a list of branches",
    "nl": "een uitdrukking zoals `warnings`, of een lijst van takken",
}
EXPORTS = {
    "en": "a list of variables, or a mapping of names to expressions",
    "nl": "een lijst van variabelen, of een blok van namen met uitdrukkingen",
}


class ChoiceFile(Part):
    """One branch of an export."""

    wanted: ClassVar[dict[str, str]] = {
        "en": "a branch such as `{when: warnings > 0, value: warned}`",
        "nl": "een tak zoals `{when: warnings > 0, value: warned}`",
    }

    when: Expression | None = key(
        "The condition under which this is the value.",
        "De voorwaarde waaronder dit de waarde is.",
    )
    value: Anything | None = key(
        "The value: a literal, or `{expr: ...}`.",
        "De waarde: een vaste waarde, of `{expr: ...}`.",
    )
    otherwise: Anything | None = key(
        "The value when none of the other branches holds; last in its list.",
        "De waarde als geen van de andere takken geldt; de laatste van de lijst.",
        alias="else",
    )


def _export(raw: Any) -> Any:
    """A list of branches, from either way to write an export."""
    if isinstance(raw, Word | Atom) and raw.value is not None:
        return enlist(raw, [wrap(raw, **{"else": wrap(raw, expr=raw)})])
    if not isinstance(raw, SequenceNode):
        raise wrong_type(raw, EXPORT)
    if not raw and not raw.broken:
        raise fail("empty-list")
    return raw


def _export_schema(parts: Parts) -> JsonSchema:
    return {
        "type": ["string", "boolean", "array"],
        "items": parts.ref(ChoiceFile),
        "minItems": 1,
    }


Export = Annotated[list[ChoiceFile], BeforeValidator(_export), Json("Export", _export_schema)]


def _exports(raw: Any) -> Any:
    """A mapping, also where only names were listed."""
    if not isinstance(raw, SequenceNode):
        if isinstance(raw, MappingNode):
            return raw
        raise wrong_type(raw, EXPORTS)
    for item in raw:
        if not isinstance(item, Word):
            raise wrong_type(raw, EXPORTS)
    mapping = wrap(raw)
    mapping.update({item: item for item in raw})
    return mapping


def _exports_schema(parts: Parts) -> JsonSchema:
    return {
        "type": ["object", "array"],
        "propertyNames": ID_SCHEMA,
        "additionalProperties": _export_schema(parts),
        "items": ID_SCHEMA,
    }


Exports = Annotated[dict[NewId, Export], BeforeValidator(_exports), Json("Exports", _exports_schema)]
