"""Properties: what must hold over every possible course of a session."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from policy_engine.model.files.leaves import DurationText, Expression, Id, Ids, Sources
from policy_engine.model.files.part import Part
from policy_engine.model.files.texts import OneText, Texts


class NeverFile(Part):
    """What may not happen."""

    moments: ClassVar[tuple[str, ...]] = ("enter", "exit", "event", "action", "change")

    enter: Ids | None = Field(None)
    exit: Ids | None = Field(None)
    event: Ids | None = Field(None)
    action: Ids | None = Field(None)
    change: Ids | None = Field(None)
    when: Expression | None = Field(None)
    unless: Ids | None = Field(None)


class WheneverFile(Part):
    """What must be followed by something."""

    moments: ClassVar[tuple[str, ...]] = ("event", "enter", "action")

    event: Ids | None = Field(None)
    enter: Ids | None = Field(None)
    action: Ids | None = Field(None)
    in_: Ids | None = Field(None, alias="in")
    when: Expression | None = Field(None)


class ThenFile(Part):
    """What must follow."""

    moments: ClassVar[tuple[str, ...]] = ("action", "enter")

    action: Ids | None = Field(None)
    enter: Ids | None = Field(None)


class PropertyFile(Part):
    """A property, in one of its five patterns."""

    patterns: ClassVar[tuple[str, ...]] = ("always", "never", "whenever", "in", "reachable")

    always: Expression | None = Field(None)
    never: NeverFile | None = Field(None)
    whenever: WheneverFile | None = Field(None)
    then: ThenFile | None = Field(None)
    within: DurationText | None = Field(None)
    in_: Ids | None = Field(None, alias="in")
    accepts: Ids | None = Field(None)
    forbids: Ids | None = Field(None)
    reachable: Id | None = Field(None)
    from_: Id | None = Field(None, alias="from")
    when: Expression | None = Field(None)
    label: OneText | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)
