"""Steps: what `entry`, `exit` and `do` are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag, WrapValidator

from policy_engine.document.node import Atom, MappingNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import (
    ID_SCHEMA,
    Anything,
    DelayText,
    Expression,
    Id,
    one_or_list,
)
from policy_engine.model.files.part import Part, fail, key, wrong_type
from policy_engine.model.files.raw import wrap

KEYWORDS = ("set", "add", "remember", "raise", "send", "cancel", "tell")
CONDITIONS = ("when", "if", "else")
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


class RememberStep(Part):
    """Keeps the person who reports the event in hand."""

    persons: dict[Id, Anything] = Field(alias="remember")


class RaiseStep(Part):
    """Puts an event before everything that comes from outside."""

    event: Id = Field(alias="raise")


class SendFile(Part):
    """An event that comes later."""

    required: ClassVar[tuple[str, ...]] = ("event",)

    event: Id | None = key(
        "The event that comes.",
        "De gebeurtenis die komt.",
    )
    delay: DelayText | None = key(
        "How long it takes: `5 min`, or `notice days` with the number in a parameter, fact or variable; left "
        "out: right after this step is done.",
        "Hoe lang het duurt: `5 min`, of `notice days` met het aantal in een parameter, feit of variabele; "
        "weggelaten: zodra deze stap klaar is.",
    )
    id: Id | None = key(
        "A name by which `cancel` takes it back.",
        "Een naam waarmee `cancel` het terugneemt.",
    )


class SendStep(Part):
    """Sends an event to this same session, now or later."""

    send: SendFile


class CancelStep(Part):
    """Takes back what was sent under an id."""

    id: Id = Field(alias="cancel")


class TellFile(Part):
    """An event of a session of another policy."""

    required: ClassVar[tuple[str, ...]] = ("policy", "key", "event")

    policy: Id | None = key(
        "The other policy.",
        "Het andere protocol.",
    )
    key_: Expression | None = key(
        "Which session of it: a text fact, a variable or a datum that holds its key, such as `customer_id`.",
        "Welke sessie ervan: een feit, variabele of gegeven met een tekst die haar aanwijst, zoals "
        "`customer_id`.",
        alias="key",
    )
    event: Id | None = key(
        "The event that it is told.",
        "De gebeurtenis die daar wordt gemeld.",
    )
    data: dict[Id, Anything] | None = key(
        "What is told with it: a literal, or `{expr: ...}`.",
        "Wat erbij wordt verteld: een vaste waarde, of `{expr: ...}`.",
    )


class TellStep(Part):
    """Tells a session of another policy."""

    tell: TellFile


AnyStep = AskStep | SetStep | AddStep | RememberStep | RaiseStep | SendStep | CancelStep | TellStep


def _tag(raw: Any) -> str:
    return next((word for word in KEYWORDS if word in raw), "ask")


def _step(raw: Any, handler: Callable[[Any], AnyStep]) -> AnyStep:
    # Nearly always a bare action is meant; whether there is one of that name is asked later.
    if type(raw) is Word:
        return AskStep.of(wrap(raw, ask=raw), ask=raw, params={})
    return handler(_long_step(raw))


def _long_step(raw: Any) -> Any:
    """The long form of an action of the host; the others are written in their long form."""
    if isinstance(raw, Atom) and raw.value is not None:
        return wrap(raw, ask=raw)
    if not isinstance(raw, MappingNode) or not raw:
        raise wrong_type(raw, ACTION)
    first, *others = raw
    for word in CONDITIONS:
        if word in raw and (others or word == "else" or isinstance(raw[word], Word | Atom)):
            raise fail("condition-in-actions", word=word, at=raw.key_of(word))
    if others:
        raise fail("two-actions", first=first, second=others[0], at=raw.key_of(others[0]))
    return raw if first in KEYWORDS else wrap(raw, ask=first, params=raw[first])


def _said(en: str, nl: str, **keywords: object) -> JsonSchema:
    return {**keywords, "description": f"{en}\n\n{nl}"}


def _step_schema(parts: Parts) -> JsonSchema:
    values = {"type": "object", "minProperties": 1}
    return {
        "type": ["string", "object"],
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {
            "set": _said(
                "Gives variables of `context` a value: `{solved: true}`.",
                "Geeft variabelen uit `context` een waarde: `{solved: true}`.",
                **values,
            ),
            "add": _said(
                "Adds to counters of `context`: `{warnings: 1}`.",
                "Telt op bij tellers uit `context`: `{warnings: 1}`.",
                **values,
            ),
            "remember": _said(
                "Keeps who reports this event, in a person of `context`: `{decided_by: by}`.",
                "Onthoudt wie deze gebeurtenis meldt, in een persoon uit `context`: `{decided_by: by}`.",
                **values,
            ),
            "raise": _said(
                "An event that is handled before anything from outside.",
                "Een gebeurtenis die wordt afgehandeld vóór alles wat van buiten komt.",
                **ID_SCHEMA,
            ),
            "send": _said(
                "An event that comes later, to this same session.",
                "Een gebeurtenis die later komt, in dezelfde sessie.",
                type="object",
                **parts.fields(SendFile),
            ),
            "cancel": _said(
                "Takes back what was sent under this id.",
                "Neemt terug wat onder deze naam is verstuurd.",
                **ID_SCHEMA,
            ),
            "tell": _said(
                "An event for a session of another policy, such as the ledger of this customer.",
                "Een gebeurtenis voor een sessie van een ander protocol, zoals het dossier van deze klant.",
                type="object",
                **parts.fields(TellFile),
            ),
        },
        "propertyNames": ID_SCHEMA,
        "additionalProperties": {"type": "object"},
    }


def _steps_schema(parts: Parts) -> JsonSchema:
    step = _step_schema(parts)
    return {**step, "type": ["string", "object", "array"], "items": step}


StepFile = Annotated[
    Annotated[AskStep, Tag("ask")]
    | Annotated[SetStep, Tag("set")]
    | Annotated[AddStep, Tag("add")]
    | Annotated[RememberStep, Tag("remember")]
    | Annotated[RaiseStep, Tag("raise")]
    | Annotated[SendStep, Tag("send")]
    | Annotated[CancelStep, Tag("cancel")]
    | Annotated[TellStep, Tag("tell")],
    Discriminator(_tag),
    WrapValidator(_step),
]
Steps = Annotated[list[StepFile], BeforeValidator(one_or_list), Json("Steps", _steps_schema)]
