"""The file of scenarios as written: one pydantic model per mapping, every leaf with its place."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainValidator

from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Atom, MappingNode, SequenceNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts, schema
from policy_engine.model.files.leaves import (
    ID_SCHEMA,
    Anything,
    DurationText,
    Flag,
    Id,
    Ids,
    NewId,
    a_list,
)
from policy_engine.model.files.part import Part, fail, key, wrong_type
from policy_engine.model.files.raw import wrap
from policy_engine.model.files.texts import OneText, Texts

KINDS = ("event", "expect", "wait", "learn", "fill")
VERDICTS = ("applied", "ignored", "forbidden", "rejected", "closed")
OF_EVENT = ("data", "by", "facts", "line", "verdict")
OF_FILL = ("by",)
_ACTION = {
    "en": "an action: `name` or `{name: {parameter: value}}`",
    "nl": "een actie: `naam` of `{naam: {parameter: waarde}}`",
}
_STEP = {
    "en": "a step: an event, or `{event: ...}`, `{expect: ...}`, `{wait: ...}`, `{learn: ...}` "
    "or `{fill: ...}`",
    "nl": "een stap: een gebeurtenis, of `{event: ...}`, `{expect: ...}`, `{wait: ...}`, `{learn: ...}` "
    "of `{fill: ...}`",
}
_FILL = {
    "en": "an action with what is filled in: `{action: {field: value}}`",
    "nl": "een actie met wat er wordt ingevuld: `{actie: {veld: waarde}}`",
}
_REPORTER = {
    "en": "a role, or a role and a person such as `[manager, anna]`",
    "nl": "een rol, of een rol en een persoon zoals `[manager, anna]`",
}
_VERDICT = {"en": "a verdict such as `forbidden`", "nl": "een oordeel zoals `forbidden`"}


class AskedFile(Part):
    """An action that must have been asked for."""

    ask: Id
    params: dict[Id, Anything] = Field(default_factory=dict)


def _asked(raw: Any) -> Any:
    if isinstance(raw, Word | Atom) and raw.value is not None:
        return wrap(raw, ask=raw)
    if not isinstance(raw, MappingNode) or not raw:
        raise wrong_type(raw, _ACTION)
    first, *others = raw
    if others:
        raise fail("two-actions", first=first, second=others[0], at=raw.key_of(others[0]))
    return wrap(raw, ask=first, params=raw[first])


def _asked_schema(_parts: Parts) -> JsonSchema:
    action = {
        "type": ["string", "object"],
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": ID_SCHEMA,
        "additionalProperties": {"type": "object"},
    }
    return {"type": "array", "items": action}


AskedList = Annotated[
    list[Annotated[AskedFile, BeforeValidator(_asked)]],
    BeforeValidator(a_list),
    Json("Actions", _asked_schema),
]


DUTY_PATTERN = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"
Duties = Annotated[
    Ids,
    schema(type=["string", "array"], items={"type": "string", "pattern": DUTY_PATTERN}, pattern=DUTY_PATTERN),
]


class ExpectFile(Part):
    """What must hold at one moment."""

    states: Ids | None = key(
        "All active states, the innermost ones: `[warn]`.",
        "Alle actieve toestanden, de binnenste: `[warn]`.",
    )
    context: dict[Id, Anything] | None = key(
        "Variables of `context` with the value they have: `{warnings: 1}`.",
        "Variabelen uit `context` met de waarde die ze hebben: `{warnings: 1}`.",
    )
    actions: AskedList | None = key(
        "Every action since the start, in order, and no others.",
        "Elke actie sinds het begin, op volgorde, en geen andere.",
    )
    never: Ids | None = key(
        "Actions that were not asked for since the start.",
        "Acties waar sinds het begin niet om is gevraagd.",
    )
    allowed: Ids | None = key(
        "Events that would be applied now.",
        "Gebeurtenissen die nu zouden worden toegepast.",
    )
    forbidden: Ids | None = key(
        "Events that are refused now.",
        "Gebeurtenissen die nu worden geweigerd.",
    )
    obligations: Duties | None = key(
        "What must be done or filled in now, and nothing else: `[answer_appeal, report.place]`; "
        "`[]` for nothing.",
        "Wat er nu moet gebeuren of worden ingevuld, en niets anders: `[answer_appeal, report.place]`; "
        "`[]` voor niets.",
    )
    overdue: Duties | None = key(
        "What should have been done or filled in already.",
        "Wat al gedaan of ingevuld had moeten zijn.",
    )
    done: Flag | None = key(
        "Whether the session is over.",
        "Of de sessie voorbij is.",
    )
    outcome: Id | None = key(
        "How the session ended.",
        "Hoe de sessie is geëindigd.",
    )


def _verdict(raw: Any) -> Word:
    if not isinstance(raw, Word):
        raise wrong_type(raw, _VERDICT)
    if raw not in VERDICTS:
        raise fail("unknown-choice", word=raw, choices=list(VERDICTS), suggestion=closest(raw, VERDICTS))
    return raw


VerdictWord = Annotated[Word, PlainValidator(_verdict), schema(type="string", enum=list(VERDICTS))]


def _reporter(raw: Any) -> list[Word]:
    """A role, or a list of a role and a person."""
    words = [raw] if isinstance(raw, Word) else list(raw) if isinstance(raw, SequenceNode) else []
    if not 1 <= len(words) <= 2 or not all(isinstance(word, Word) and word.strip() for word in words):
        raise wrong_type(raw, _REPORTER)
    return words


Reporter = Annotated[
    list[Word],
    PlainValidator(_reporter),
    schema(type=["string", "array"], items={"type": "string"}, minItems=1, maxItems=2),
]


class FillFile(Part):
    """What is filled in in the record of an action."""

    action: Id
    values: dict[Id, Anything] = Field(default_factory=dict)


def _fill(raw: Any) -> Any:
    if not isinstance(raw, MappingNode) or not raw:
        raise wrong_type(raw, _FILL)
    first, *others = raw
    if others:
        raise fail("step-of-two-kinds", first=first, second=others[0], at=raw.key_of(others[0]))
    return wrap(raw, action=first, values=raw[first])


def _fill_schema(_parts: Parts) -> JsonSchema:
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": ID_SCHEMA,
        "additionalProperties": {"type": "object"},
    }


Filled = Annotated[FillFile, BeforeValidator(_fill), Json("Fill", _fill_schema)]


class StepFile(Part):
    """One step: an event, a look, a wait, new facts, or fields that are filled in."""

    event: Id | None = key(
        "An event that happens.",
        "Een gebeurtenis.",
    )
    data: dict[Id, Anything] | None = key(
        "The data of the event: `{name: value}`.",
        "De gegevens van de gebeurtenis: `{naam: waarde}`.",
    )
    by: Reporter | None = key(
        "The role that reports it or fills it in, or `[role, person]`; left out: the first role that may.",
        "De rol die het meldt of invult, of `[rol, persoon]`; weggelaten: de eerste rol die het mag.",
    )
    facts: dict[Id, Anything] | None = key(
        "New facts that come with the event.",
        "Nieuwe feiten die met de gebeurtenis meekomen.",
    )
    line: OneText | None = key(
        "What is said, for the role-play.",
        "Wat er wordt gezegd, voor het rollenspel.",
    )
    verdict: VerdictWord | None = key(
        "What must become of the event; left out: applied.",
        "Wat er van de gebeurtenis moet worden; weggelaten: applied.",
    )
    expect: ExpectFile | None = key(
        "What must hold at this moment.",
        "Wat er op dit moment moet gelden.",
    )
    wait: DurationText | None = key(
        "Lets time go by: `5 min`.",
        "Laat tijd verstrijken: `5 min`.",
    )
    learn: dict[Id, Anything] | None = key(
        "New facts without an event.",
        "Nieuwe feiten zonder gebeurtenis.",
    )
    fill: Filled | None = key(
        "Fields that somebody fills in: `{action: {field: value}}`.",
        "Velden die iemand invult: `{actie: {veld: waarde}}`.",
    )


def _step(raw: Any) -> Any:
    """The long form of a step, and no step that is two things at once."""
    if isinstance(raw, Word | Atom) and raw.value is not None:
        return wrap(raw, event=raw)
    if not isinstance(raw, MappingNode):
        raise wrong_type(raw, _STEP)
    kinds = [key for key in raw if key in KINDS]
    if len(kinds) > 1:
        raise fail("step-of-two-kinds", first=kinds[0], second=kinds[1], at=raw.key_of(kinds[1]))
    if not kinds and all(key in OF_EVENT for key in raw) and not raw.broken:
        raise fail("step-of-no-kind", known=list(KINDS))
    own = OF_FILL if kinds == ["fill"] else ()
    alien = next((key for key in raw if key in OF_EVENT and key not in own), None)
    if kinds and kinds[0] != "event" and alien is not None:
        raise fail("step-key-of-event", key=alien, kind=kinds[0], at=raw.key_of(alien))
    return raw


def _steps_schema(parts: Parts) -> JsonSchema:
    step = {"type": ["string", "object"], "minProperties": 1, **parts.fields(StepFile)}
    return {"type": "array", "items": step}


StepList = Annotated[
    list[Annotated[StepFile, BeforeValidator(_step)]], BeforeValidator(a_list), Json("Steps", _steps_schema)
]


class OneScenarioFile(Part):
    """One call, and what must come of it."""

    required: ClassVar[tuple[str, ...]] = ("steps",)

    title: OneText | None = key(
        "The title that people read.",
        "De titel die mensen lezen.",
    )
    story: OneText | None = key(
        "What happened before the call.",
        "Wat er aan het gesprek voorafging.",
    )
    goals: Texts | None = key(
        "What the player of the agent practises.",
        "Wat de speler van de medewerker oefent.",
    )
    questions: Texts | None = key(
        "Questions for the talk afterwards.",
        "Vragen voor het nagesprek.",
    )
    parameters: dict[Id, Anything] | None = key(
        "Parameters that differ from their defaults.",
        "Parameters die afwijken van hun standaardwaarde.",
    )
    facts: dict[Id, Anything] | None = key(
        "Facts that are known at the start.",
        "Feiten die bij het begin bekend zijn.",
    )
    steps: StepList | None = key(
        "What happens, step by step.",
        "Wat er gebeurt, stap voor stap.",
    )
    expect: ExpectFile | None = key(
        "What must hold at the end.",
        "Wat er aan het eind moet gelden.",
    )


class ScenariosFile(Part):
    """The scenarios of one policy."""

    required: ClassVar[tuple[str, ...]] = ("policy", "scenarios")

    policy: NewId | None = key(
        "The policy that these scenarios test.",
        "Het protocol dat deze scenario's toetsen.",
    )
    scenarios: dict[NewId, OneScenarioFile] | None = key(
        "The scenarios, by name.",
        "De scenario's, bij hun naam.",
    )
