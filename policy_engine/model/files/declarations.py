"""Declarations: parameters, facts, context, data and the types they share; roles, events."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from policy_engine.document.node import Atom, MappingNode, SequenceNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts, schema
from policy_engine.model.files.leaves import (
    ID_SCHEMA,
    Anything,
    BoundsText,
    DelayText,
    DurationText,
    Flag,
    Id,
    Ids,
    LapseWhen,
    LinkText,
    MemberId,
    NewId,
    Sources,
    Tone,
)
from policy_engine.model.files.part import Part, key, wrong_type
from policy_engine.model.files.raw import enlist, wrap
from policy_engine.model.files.texts import ONE_TEXT_SCHEMA, OneText, Texts
from policy_engine.model.types import Kind

TYPE_KEYS: tuple[Kind, ...] = ("flag", "counter", "range", "enum", "text", "number", "person")


class MemberFile(Part):
    """A member of an enum."""

    id: MemberId
    label: OneText | None = None


def _members(raw: Any) -> Any:
    """A list of `{id, label}`, from a list of ids or a mapping of ids to labels."""
    if isinstance(raw, MappingNode):
        items = [wrap(value, id=key, label=value) for key, value in raw.items()]
    elif isinstance(raw, SequenceNode):
        items = [wrap(item, id=item) for item in raw]
    else:
        raise wrong_type(raw, {"en": "a list of names", "nl": "een lijst van namen"})
    listing = enlist(raw, items)
    listing.broken = bool(raw.broken)
    return listing


def _members_schema(_: Parts) -> JsonSchema:
    return {
        "type": ["array", "object"],
        "items": ID_SCHEMA,
        "minItems": 1,
        "uniqueItems": True,
        "propertyNames": ID_SCHEMA,
        "additionalProperties": ONE_TEXT_SCHEMA,
    }


Members = Annotated[list[MemberFile], BeforeValidator(_members), Json("Members", _members_schema)]
# Nothing behind `flag`, `text` or `number`: the value must be given (event data, parameters of actions).
FlagDefault = Annotated[Anything, schema(type=["boolean", "null"])]
TextDefault = Annotated[Anything, schema(type=["string", "null"])]
NumberDefault = Annotated[Anything, schema(type=["number", "null"])]
Nobody = Annotated[Anything, schema(type="null")]
Default = Annotated[Anything, schema(type=["boolean", "number", "string"])]


class TypeFile(Part):
    """What values something can have."""

    wanted: ClassVar[dict[str, str]] = {
        "en": "a type such as `{flag: false}` or `{counter: 0..3}`",
        "nl": "een type zoals `{flag: false}` of `{counter: 0..3}`",
    }

    flag: FlagDefault | None = key(
        "True or false; write the value it starts with.",
        "Waar of niet waar; schrijf de beginwaarde.",
    )
    counter: BoundsText | None = key(
        "A whole number that starts at 0: `0..3`.",
        "Een geheel getal dat bij 0 begint: `0..3`.",
    )
    range: BoundsText | None = key(
        "A whole number between two bounds: `2..3`, with `default`.",
        "Een geheel getal tussen twee grenzen: `2..3`, met `default`.",
    )
    enum: Members | None = key(
        "One of several words: `[no, yes]`, or a mapping from words to labels; with `default`.",
        "Een van meerdere woorden: `[no, yes]`, of een lijst van woorden met hun naam; met `default`.",
    )
    text: TextDefault | None = key(
        "Any text; write the one it starts with. In conditions only `==` and `!=`.",
        "Een willekeurige tekst; schrijf de beginwaarde. In voorwaarden alleen `==` en `!=`.",
    )
    number: NumberDefault | None = key(
        "Any number; write the one it starts with. In conditions only compared with written numbers.",
        "Een willekeurig getal; schrijf de beginwaarde. In voorwaarden alleen te vergelijken met "
        "uitgeschreven getallen.",
    )
    person: Nobody | None = key(
        "Somebody whom `remember` keeps; nothing stands behind it. Only in `context`.",
        "Iemand die met `remember` wordt onthouden; er staat niets achter. Alleen in `context`.",
    )
    default: Default | None = key(
        "The value of a range or an enum to start with.",
        "De beginwaarde van een `range` of `enum`.",
    )
    in_doubt: Id | None = key(
        "Of a fact: the member that counts while it is `unknown`, the careful side.",
        "Van een feit: de waarde die telt zolang het `unknown` is, de voorzichtige kant.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    why: Texts | None = key(
        "The reason behind it.",
        "De reden erachter.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )


class LapseFile(Part):
    """After how long what was added to a counter falls away."""

    wanted: ClassVar[dict[str, str]] = {
        "en": "a duration such as `12 months`, or `{after: 12 months, when: all}`",
        "nl": "een duur zoals `12 months`, of `{after: 12 months, when: all}`",
    }
    required: ClassVar[tuple[str, ...]] = ("after",)

    after: DelayText | None = key(
        "How long it counts: `12 months`.",
        "Hoe lang het meetelt: `12 months`.",
    )
    when: LapseWhen | None = key(
        "`each`: every increase after its own period; `all`: the whole count, once nothing was added for so "
        "long. Left out: `each`.",
        "`each`: elke verhoging na haar eigen periode; `all`: de hele telling, als er zo lang niets bijkwam. "
        "Weggelaten: `each`.",
    )


def _lapse(raw: Any) -> Any:
    """`{after, when}`, from a duration or a mapping."""
    return wrap(raw, after=raw) if isinstance(raw, Word | Atom) else raw


def _lapse_schema(parts: Parts) -> JsonSchema:
    return {"type": ["string", "object"], **parts.fields(LapseFile)}


LapseWritten = Annotated[LapseFile, BeforeValidator(_lapse), Json("Lapse", _lapse_schema)]


class VariableFile(TypeFile):
    """A variable: a type, and when what was added to a counter falls away."""

    lapse: LapseWritten | None = key(
        "What was added to a counter falls away by itself after this long: `12 months`, or "
        "`{after: 12 months, when: all}`.",
        "Wat bij een teller is opgeteld vervalt vanzelf na deze tijd: `12 months`, of "
        "`{after: 12 months, when: all}`.",
    )


class FactFile(TypeFile):
    """A fact: a type, and where it comes from."""

    from_: LinkText | None = key(
        "What another policy exports: `policy.export`. Its type and default are written here too.",
        "Wat een ander protocol deelt: `protocol.naam`. Het type en de beginwaarde staan hier ook.",
        alias="from",
    )
    key_: Id | None = key(
        "The text fact or variable that says of which session; left out: the key it is told under.",
        "Het feit of de variabele met de tekst die zegt van welke sessie; weggelaten: de `key` waaronder "
        "dit protocol er iets aan meldt.",
        alias="key",
    )


class RoleFile(Part):
    """Somebody who takes part: who acts, reports or is asked."""

    blank: ClassVar[bool] = True

    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )


class EventFile(Part):
    """Something that can happen during a session."""

    blank: ClassVar[bool] = True

    actor: Id | None = key(
        "The role that does it.",
        "De rol die het doet.",
    )
    by: Ids | None = key(
        "The roles that may report it; left out: anyone.",
        "De rollen die het mogen melden; weggelaten: iedereen.",
    )
    tone: Tone | None = key(
        "What it does to the conversation: `escalates`, `calms` or `ends`.",
        "Wat het met het gesprek doet: `escalates` (loopt op), `calms` (kalmeert) of `ends` (beëindigt).",
    )
    safety: Flag | None = key(
        "`true`: somebody's safety may be at stake, so no state should ignore or refuse it, or do less.",
        "`true`: iemands veiligheid kan in het geding zijn, dus geen toestand hoort het te negeren, te "
        "weigeren of er minder mee te doen.",
    )
    settle: DurationText | None = key(
        "For how long after it was applied a repeat of it is ignored: `10 s`.",
        "Hoe lang een herhaling ervan wordt genegeerd nadat het is toegepast: `10 s`.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    data: dict[NewId, TypeFile] | None = key(
        "What is told with it, each with its type; what has no default must be given.",
        "Wat erbij wordt verteld, elk met een type; wat geen beginwaarde heeft moet worden gegeven.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    why: Texts | None = key(
        "The reason behind it.",
        "De reden erachter.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )


class StatementFile(Part):
    """Something that must have been said or done before a transition that requires it opens."""

    blank: ClassVar[bool] = True

    by: Ids | None = key(
        "The roles that may report it; left out: anyone.",
        "De rollen die het mogen melden; weggelaten: iedereen.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    why: Texts | None = key(
        "The reason behind it.",
        "De reden erachter.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )
