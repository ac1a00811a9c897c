"""What an action writes down: fields, each with a type and with who fills it in."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from policy_engine.document.node import Atom, MappingNode, Node, SequenceNode, Word
from policy_engine.model.chart import KNOWN_FIELDS
from policy_engine.model.files.declarations import TypeFile
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import ID_SCHEMA, IDS_SCHEMA, Flag, Id, Ids
from policy_engine.model.files.part import ID, fail, found, key
from policy_engine.model.files.raw import wrap


class RecordFieldFile(TypeFile):
    """A field of what is written down."""

    blank: ClassVar[bool] = True

    by: Ids | None = key(
        "The roles that fill it in; left out: anyone.",
        "De rollen die het invullen; weggelaten: iedereen.",
    )
    needed: Flag | None = key(
        "Whether it must be filled in; left out: yes.",
        "Of het moet worden ingevuld; weggelaten: ja.",
        alias="required",
    )


def _by_name(raw: Any) -> Any:
    """A mapping from names to fields, from a name or a list of names: texts, but for what is known anyway."""
    if isinstance(raw, MappingNode):
        return raw
    items: list[Node] = list(raw) if isinstance(raw, SequenceNode) else [raw]
    named = wrap(raw)
    for item in items:
        if not isinstance(item, Word):
            raise fail("wrong-type", wanted=ID, found=found(item), suggestion=None, at=item)
        if item in named:
            raise fail("field-twice", name=str(item), at=item)
        named[item] = wrap(item) if item in KNOWN_FIELDS else wrap(item, text=Atom("", None, *item.where))
    return named


def _record_schema(parts: Parts) -> JsonSchema:
    field = {"type": ["object", "null"], **parts.fields(RecordFieldFile)}
    return {
        **IDS_SCHEMA,
        "type": ["string", "array", "object"],
        "propertyNames": ID_SCHEMA,
        "additionalProperties": field,
    }


RecordFields = Annotated[dict[Id, RecordFieldFile], BeforeValidator(_by_name), Json("Record", _record_schema)]
