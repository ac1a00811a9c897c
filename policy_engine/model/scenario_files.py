"""The file of scenarios as written: one pydantic model per mapping, every leaf with its place."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainValidator

from policy_engine.diagnostics.suggest import closest
from policy_engine.model.files.leaves import Anything, DurationText, Flag, Id, Ids, NewId, a_list, schema
from policy_engine.model.files.part import Part, fail, wrong_type
from policy_engine.model.files.raw import Leaf, Mapped, Word, wrap
from policy_engine.model.files.texts import OneText, Texts

KINDS = ("event", "expect", "wait", "learn")
VERDICTS = ("applied", "ignored", "forbidden", "rejected", "closed")
OF_EVENT = ("data", "by", "facts", "line", "verdict")
_ACTION = {
    "en": "an action: `name` or `{name: {parameter: value}}`",
    "nl": "een actie: `naam` of `{naam: {parameter: waarde}}`",
}
_STEP = {
    "en": "a step: an event, or `{event: ...}`, `{expect: ...}`, `{wait: ...}` or `{learn: ...}`",
    "nl": "een stap: een gebeurtenis, of `{event: ...}`, `{expect: ...}`, `{wait: ...}` of `{learn: ...}`",
}
_VERDICT = {"en": "a verdict such as `forbidden`", "nl": "een oordeel zoals `forbidden`"}


class AskedFile(Part):
    """An action that must have been asked for."""

    ask: Id
    params: dict[Id, Anything] = Field(default_factory=dict)


def _asked(raw: Any) -> Any:
    if isinstance(raw, Leaf) and raw.node.value is not None:
        return wrap(raw, ask=raw)
    if not isinstance(raw, Mapped) or not raw:
        raise wrong_type(raw, _ACTION)
    first, *others = raw
    if others:
        raise fail("two-actions", first=first, second=others[0], at=raw.key_of(others[0]))
    return wrap(raw, ask=first, params=raw[first])


AskedList = Annotated[list[Annotated[AskedFile, BeforeValidator(_asked)]], BeforeValidator(a_list)]


class ExpectFile(Part):
    """What must hold at one moment."""

    states: Ids | None = Field(None)
    context: dict[Id, Anything] | None = Field(None)
    actions: AskedList | None = Field(None)
    never: Ids | None = Field(None)
    allowed: Ids | None = Field(None)
    forbidden: Ids | None = Field(None)
    done: Flag | None = Field(None)
    outcome: Id | None = Field(None)


def _verdict(raw: Any) -> Word:
    if not isinstance(raw, Leaf) or not isinstance(raw.node.value, str):
        raise wrong_type(raw, _VERDICT)
    word = Word.of(raw.node)
    if word not in VERDICTS:
        raise fail("unknown-choice", word=word, choices=list(VERDICTS), suggestion=closest(word, VERDICTS))
    return word


VerdictWord = Annotated[Word, PlainValidator(_verdict), schema(type="string", enum=list(VERDICTS))]


class StepFile(Part):
    """One step: an event, a look, a wait, or new facts."""

    event: Id | None = Field(None)
    data: dict[Id, Anything] | None = Field(None)
    by: Id | None = Field(None)
    facts: dict[Id, Anything] | None = Field(None)
    line: OneText | None = Field(None)
    verdict: VerdictWord | None = Field(None)
    expect: ExpectFile | None = Field(None)
    wait: DurationText | None = Field(None)
    learn: dict[Id, Anything] | None = Field(None)


def _step(raw: Any) -> Any:
    """The long form of a step, and no step that is two things at once."""
    if isinstance(raw, Leaf) and raw.node.value is not None:
        return wrap(raw, event=raw)
    if not isinstance(raw, Mapped):
        raise wrong_type(raw, _STEP)
    kinds = [key for key in raw if key in KINDS]
    if len(kinds) > 1:
        raise fail("step-of-two-kinds", first=kinds[0], second=kinds[1], at=raw.key_of(kinds[1]))
    if not kinds and all(key in OF_EVENT for key in raw) and not raw.broken:
        raise fail("step-of-no-kind", known=list(KINDS))
    alien = next((key for key in raw if key in OF_EVENT), None)
    if kinds and kinds[0] != "event" and alien is not None:
        raise fail("step-key-of-event", key=alien, kind=kinds[0], at=raw.key_of(alien))
    return raw


StepList = Annotated[list[Annotated[StepFile, BeforeValidator(_step)]], BeforeValidator(a_list)]


class OneScenarioFile(Part):
    """One call, and what must come of it."""

    required: ClassVar[tuple[str, ...]] = ("steps",)

    title: OneText | None = Field(None)
    story: OneText | None = Field(None)
    goals: Texts | None = Field(None)
    questions: Texts | None = Field(None)
    parameters: dict[Id, Anything] | None = Field(None)
    facts: dict[Id, Anything] | None = Field(None)
    steps: StepList | None = Field(None)
    expect: ExpectFile | None = Field(None)


class ScenariosFile(Part):
    """The scenarios of one policy."""

    required: ClassVar[tuple[str, ...]] = ("policy", "scenarios")

    policy: NewId | None = Field(None)
    scenarios: dict[NewId, OneScenarioFile] | None = Field(None)
