"""Declarations: parameters, facts, context, data and the types they share; roles, events, actions."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from policy_engine.model.files.leaves import (
    Anything,
    BoundsText,
    Id,
    Ids,
    MemberId,
    NewId,
    Sources,
    Tone,
    one_or_list,
)
from policy_engine.model.files.part import Part, wrong_type
from policy_engine.model.files.raw import Listing, Mapped, wrap
from policy_engine.model.files.texts import OneText, Texts
from policy_engine.model.types import Kind

TYPE_KEYS: tuple[Kind, ...] = ("flag", "counter", "range", "enum", "text", "number")


class MemberFile(Part):
    """A member of an enum."""

    id: MemberId
    label: OneText | None = None


def _members(raw: Any) -> Any:
    """A list of `{id, label}`, from a list of ids or a mapping of ids to labels."""
    if isinstance(raw, Mapped):
        items = [wrap(value, id=key, label=value) for key, value in raw.items()]
    elif isinstance(raw, Listing):
        items = [wrap(item, id=item) for item in raw]
    else:
        raise wrong_type(raw, {"en": "a list of names", "nl": "een lijst van namen"})
    listing = Listing(raw.node, items, raw.parent, raw.key)
    listing.broken = bool(raw.broken)
    return listing


class TypeFile(Part):
    """What values something can have."""

    wanted: ClassVar[dict[str, str]] = {
        "en": "a type such as `{flag: false}` or `{counter: 0..3}`",
        "nl": "een type zoals `{flag: false}` of `{counter: 0..3}`",
    }

    flag: Anything | None = Field(None)
    counter: BoundsText | None = Field(None)
    range: BoundsText | None = Field(None)
    enum: Annotated[list[MemberFile], BeforeValidator(_members)] | None = Field(None)
    text: Anything | None = Field(None)
    number: Anything | None = Field(None)
    default: Anything | None = Field(None)
    label: OneText | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)


class RoleFile(Part):
    """Somebody who takes part: who acts, reports or is asked."""

    label: OneText | None = Field(None)
    note: Texts | None = Field(None)


class EventFile(Part):
    """Something that can happen during a session."""

    actor: Id | None = Field(None)
    by: Ids | None = Field(None)
    tone: Tone | None = Field(None)
    label: OneText | None = Field(None)
    data: dict[NewId, TypeFile] | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)


class ActionFile(Part):
    """Something the host can be asked to do."""

    to: Id | None = Field(None)
    label: OneText | None = Field(None)
    params: dict[NewId, TypeFile] | None = Field(None)
    record: Annotated[list[Id], BeforeValidator(one_or_list)] | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)
