"""Transitions: a state id, a mapping, or a list of branches of which the last may be `else`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, WrapValidator

from policy_engine.document.node import Atom, MappingNode, SequenceNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import Expression, Flag, Ids, Sources
from policy_engine.model.files.part import Part, fail, found, key, wrong_type
from policy_engine.model.files.raw import enlist, wrap
from policy_engine.model.files.steps import Steps
from policy_engine.model.files.texts import OneText, Texts

TRANSITION = {
    "en": "the id of a state, a mapping such as `{target: state}`, or a list of branches",
    "nl": "de naam van een toestand, een blok zoals `{target: toestand}`, of een lijst van takken",
}
BRANCH = {
    "en": "a branch such as `{when: condition, target: state}`",
    "nl": "een tak zoals `{when: voorwaarde, target: toestand}`",
}


class BranchFile(Part):
    """One way to go on."""

    wanted: ClassVar[dict[str, str]] = BRANCH
    elsewhere: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "must": {
            "en": "write it in the state that this leads to: entering that state makes it",
            "nl": "schrijf het in de toestand waar dit heen leidt: die te betreden maakt het",
        }
    }

    target: Ids | None = key(
        "The state to go to; left out: only `do` runs. A list for states in different regions.",
        "De toestand om naartoe te gaan; weggelaten: alleen `do` wordt uitgevoerd. Een lijst voor "
        "toestanden in verschillende regio's.",
    )
    when: Expression | None = key(
        "The condition under which this branch is taken.",
        "De voorwaarde waaronder deze tak wordt genomen.",
    )
    by: Ids | None = key(
        "The roles for whom this branch holds.",
        "De rollen voor wie deze tak geldt.",
    )
    requires: Ids | None = key(
        "What must have been said or done first: names from `statements`, or flags of `context`.",
        "Wat eerst gezegd of gedaan moet zijn: namen uit `statements`, of vlaggen uit `context`.",
    )
    do: Steps | None = key(
        "What is done on the way.",
        "Wat er onderweg wordt gedaan.",
    )
    internal: Flag | None = key(
        "The state itself stays active; only for a target inside a state with states.",
        "De toestand zelf blijft actief; alleen voor een doel binnen een toestand met toestanden.",
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


def _otherwise(raw: Any) -> Any:
    """What stands behind `else`: an id or a mapping, without a condition of its own."""
    if isinstance(raw, Word | Atom) and raw.value is not None:
        return wrap(raw, target=raw)
    if not isinstance(raw, MappingNode):
        raise wrong_type(raw, BRANCH)
    if "when" in raw:
        raise fail("else-with-when", at=raw.key_of("when"))
    return raw


def _otherwise_schema(parts: Parts) -> JsonSchema:
    fields = parts.fields(BranchFile)
    fields["properties"].pop("when")
    return {"type": ["string", "object"], **fields}


class ListedBranchFile(BranchFile):
    """A branch in a list: it may be the `else`."""

    otherwise: Annotated[BranchFile, BeforeValidator(_otherwise), Json("Else", _otherwise_schema)] | None = (
        key(
            "Where to go when none of the other branches holds; last in its list.",
            "Waarheen als geen van de andere takken geldt; de laatste van de lijst.",
            alias="else",
        )
    )


def _transition(raw: Any, handler: Callable[[Any], list[ListedBranchFile]]) -> list[ListedBranchFile]:
    # Nearly always a bare state is meant; whether there is one of that name is asked later.
    if type(raw) is Word:
        return [ListedBranchFile.of(wrap(raw, target=raw), target=[raw])]
    return handler(_branches(raw))


def _branches(raw: Any) -> Any:
    """A list of branches, from any of the ways to write a transition."""
    if isinstance(raw, Atom) and raw.value is not None:
        return enlist(raw, [wrap(raw, target=raw)])
    if isinstance(raw, MappingNode):
        if "else" in raw:
            raise fail("else-without-list", at=raw.key_of("else"))
        return enlist(raw)
    if not isinstance(raw, SequenceNode):
        raise wrong_type(raw, TRANSITION)
    if not raw and not raw.broken:
        raise fail("empty-list")
    if raw and all(isinstance(branch, Word | Atom) for branch in raw):
        # Several targets, most likely.
        near = f"`{{target: [{', '.join(branch.text for branch in raw)}]}}`"
        raise fail("wrong-type", wanted=BRANCH, found=found(raw[0]), suggestion=near, at=raw[0])
    for branch in raw:
        if isinstance(branch, MappingNode) and "else" in branch and len(branch) > 1:
            other = next(key for key in branch if key != "else")
            raise fail("else-with-when", at=branch.key_of(other))
    return raw


def _transition_schema(parts: Parts) -> JsonSchema:
    return {
        "type": ["string", "object", "array"],
        **parts.fields(BranchFile),
        "items": parts.ref(ListedBranchFile),
        "minItems": 1,
    }


Transition = Annotated[
    list[ListedBranchFile], WrapValidator(_transition), Json("Transition", _transition_schema)
]
