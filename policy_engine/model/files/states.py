"""States and what is forbidden in them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from policy_engine.model.files.leaves import (
    DurationText,
    Events,
    Expression,
    Flag,
    Id,
    Ids,
    NewId,
    Sources,
    StateType,
)
from policy_engine.model.files.part import Part
from policy_engine.model.files.raw import Listing, Mapped, wrap
from policy_engine.model.files.steps import Steps
from policy_engine.model.files.texts import OneText, Phrases, Texts
from policy_engine.model.files.transitions import Transition


class ForbidFile(Part):
    """Why an event is refused, and when."""

    required: ClassVar[tuple[str, ...]] = ("text",)

    when: Expression | None = Field(None)
    text: OneText | None = Field(None)


def _refusals(raw: Any) -> Any:
    """A list of `{when, text}`, from a text, one `{when, text}` or a list of these."""
    items = list(raw) if isinstance(raw, Listing) else [raw]
    long = [
        item
        if isinstance(item, Mapped) and ("when" in item or "text" in item or item.broken >= {"text"})
        else wrap(item, text=item)
        for item in items
    ]
    return Listing(raw.node, long, raw.parent, raw.key)


Refusals = Annotated[list[ForbidFile], BeforeValidator(_refusals)]


class StateFile(Part):
    """A state."""

    type: StateType | None = Field(None)
    label: OneText | None = Field(None)
    initial: Id | None = Field(None)
    role: Id | None = Field(None)
    say: Phrases | None = Field(None)
    avoid: Phrases | None = Field(None)
    how: Phrases | None = Field(None)
    entry: Steps | None = Field(None)
    exit: Steps | None = Field(None)
    forbid: dict[Events, Refusals] | None = Field(None)
    on: dict[Events, Transition] | None = Field(None)
    always: Transition | None = Field(None)
    done: Transition | None = Field(None)
    after: dict[DurationText, Transition] | None = Field(None)
    states: dict[NewId, StateFile] | None = Field(None)
    deep: Flag | None = Field(None)
    target: Ids | None = Field(None)
    outcome: Id | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)
