"""A whole policy file."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from policy_engine.model.files.declarations import ActionFile, EventFile, RoleFile, TypeFile
from policy_engine.model.files.leaves import (
    DateText,
    Expression,
    Format,
    Id,
    Language,
    NewId,
    Sources,
    Text,
    Version,
    a_list,
)
from policy_engine.model.files.part import Part
from policy_engine.model.files.properties import PropertyFile
from policy_engine.model.files.states import StateFile
from policy_engine.model.files.texts import OneText, Texts


class PolicyFile(Part):
    """A policy: one file of format 1."""

    required: ClassVar[tuple[str, ...]] = ("policy", "format", "version", "initial", "states")

    policy: NewId | None = Field(None)
    format: Format | None = Field(None)
    version: Version | None = Field(None)
    title: OneText | None = Field(None)
    subtitle: OneText | None = Field(None)
    owner: Text | None = Field(None)
    date: DateText | None = Field(None)
    emergency: OneText | None = Field(None)
    languages: Annotated[list[Language], BeforeValidator(a_list)] | None = Field(None)
    subject: Id | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)
    parameters: dict[NewId, TypeFile] | None = Field(None)
    facts: dict[NewId, TypeFile] | None = Field(None)
    context: dict[NewId, TypeFile] | None = Field(None)
    roles: dict[NewId, RoleFile] | None = Field(None)
    events: dict[NewId, EventFile] | None = Field(None)
    actions: dict[NewId, ActionFile] | None = Field(None)
    guards: dict[NewId, Expression] | None = Field(None)
    initial: Id | None = Field(None)
    states: dict[NewId, StateFile] | None = Field(None)
    properties: dict[NewId, PropertyFile] | None = Field(None)
