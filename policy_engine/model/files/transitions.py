"""Transitions: a state id, a mapping, or a list of branches of which the last may be `else`."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from policy_engine.model.files.leaves import Expression, Flag, Ids, Sources
from policy_engine.model.files.part import Part, fail, wrong_type
from policy_engine.model.files.raw import Leaf, Listing, Mapped, enlist, wrap
from policy_engine.model.files.steps import Steps
from policy_engine.model.files.texts import OneText, Texts

TRANSITION = {
    "en": "the id of a state, a mapping such as `{target: state}`, or a list of branches",
    "nl": "de naam van een toestand, een mapping zoals `{target: toestand}`, of een lijst van takken",
}
BRANCH = {
    "en": "a branch such as `{when: condition, target: state}`",
    "nl": "een tak zoals `{when: voorwaarde, target: toestand}`",
}


class BranchFile(Part):
    """One way to go on."""

    wanted: ClassVar[dict[str, str]] = BRANCH

    target: Ids | None = Field(None)
    when: Expression | None = Field(None)
    by: Ids | None = Field(None)
    do: Steps | None = Field(None)
    internal: Flag | None = Field(None)
    label: OneText | None = Field(None)
    note: Texts | None = Field(None)
    why: Texts | None = Field(None)
    source: Sources | None = Field(None)


def _otherwise(raw: Any) -> Any:
    """What stands behind `else`: an id or a mapping, without a condition of its own."""
    if isinstance(raw, Leaf) and raw.node.value is not None:
        return wrap(raw, target=raw)
    if not isinstance(raw, Mapped):
        raise wrong_type(raw, BRANCH)
    if "when" in raw:
        raise fail("else-with-when", at=raw.key_of("when"))
    return raw


class ListedBranchFile(BranchFile):
    """A branch in a list: it may be the `else`."""

    otherwise: Annotated[BranchFile, BeforeValidator(_otherwise)] | None = Field(None, alias="else")


def _transition(raw: Any) -> Any:
    """A list of branches, from any of the ways to write a transition."""
    if isinstance(raw, Leaf) and raw.node.value is not None:
        return enlist_long(raw)
    if isinstance(raw, Mapped):
        if "else" in raw:
            raise fail("else-without-list", at=raw.key_of("else"))
        return enlist(raw)
    if not isinstance(raw, Listing):
        raise wrong_type(raw, TRANSITION)
    if not raw and not raw.broken:
        raise fail("empty-list")
    for branch in raw:
        if isinstance(branch, Mapped) and "else" in branch and len(branch) > 1:
            other = next(key for key in branch if key != "else")
            raise fail("else-with-when", at=branch.key_of(other))
    return raw


def enlist_long(raw: Leaf) -> Listing:
    """A bare state id as a list of one branch."""
    return Listing(raw.node, [wrap(raw, target=raw)], raw.parent, raw.key)


Transition = Annotated[list[ListedBranchFile], BeforeValidator(_transition)]
