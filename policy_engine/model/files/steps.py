"""Steps: what `entry`, `exit` and `do` are made of."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag

from policy_engine.model.files.leaves import Anything, DurationText, Id, one_or_list
from policy_engine.model.files.part import Part, fail, wrong_type
from policy_engine.model.files.raw import Leaf, Mapped, wrap

KEYWORDS = ("set", "add", "raise", "send", "cancel")
ACTION = {
    "en": "an action: `name` or `{name: {parameter: value}}`",
    "nl": "een actie: `naam` of `{naam: {parameter: waarde}}`",
}


class AskStep(Part):
    """Asks the host for a declared action."""

    ask: Id
    params: dict[Id, Anything] = Field(default_factory=dict)


class SetStep(Part):
    """Gives variables of the context a value."""

    values: dict[Id, Anything] = Field(alias="set")


class AddStep(Part):
    """Raises counters and ranges of the context."""

    amounts: dict[Id, Anything] = Field(alias="add")


class RaiseStep(Part):
    """Puts an event before everything that comes from outside."""

    event: Id = Field(alias="raise")


class SendFile(Part):
    """An event that comes later."""

    required: ClassVar[tuple[str, ...]] = ("event",)

    event: Id | None = Field(None)
    delay: DurationText | None = Field(None)
    id: Id | None = Field(None)


class SendStep(Part):
    """Sends an event to this same session, now or later."""

    send: SendFile


class CancelStep(Part):
    """Takes back what was sent under an id."""

    id: Id = Field(alias="cancel")


AnyStep = AskStep | SetStep | AddStep | RaiseStep | SendStep | CancelStep


def _tag(raw: Any) -> str:
    return next((word for word in KEYWORDS if word in raw), "ask")


def _step(raw: Any) -> Any:
    """The long form of an action of the host; the others are written in their long form."""
    if isinstance(raw, Leaf):
        if raw.node.value is None:
            raise wrong_type(raw, ACTION)
        return wrap(raw, ask=raw)
    if not isinstance(raw, Mapped) or not raw:
        raise wrong_type(raw, ACTION)
    first, *others = raw
    if others:
        raise fail("two-actions", first=first, second=others[0], at=raw.key_of(others[0]))
    return raw if first in KEYWORDS else wrap(raw, ask=first, params=raw[first])


StepFile = Annotated[
    Annotated[AskStep, Tag("ask")]
    | Annotated[SetStep, Tag("set")]
    | Annotated[AddStep, Tag("add")]
    | Annotated[RaiseStep, Tag("raise")]
    | Annotated[SendStep, Tag("send")]
    | Annotated[CancelStep, Tag("cancel")],
    Discriminator(_tag),
    BeforeValidator(_step),
]
Steps = Annotated[list[StepFile], BeforeValidator(one_or_list)]
