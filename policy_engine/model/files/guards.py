"""The section `guards`: conditions with a name, each alone or with what people want to know of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import WrapValidator

from policy_engine.document.node import Atom, MappingNode, Word
from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.leaves import CONDITION, Expression, Sources
from policy_engine.model.files.part import Part, key, wrong_type
from policy_engine.model.files.raw import wrap
from policy_engine.model.files.texts import OneText, Texts


class GuardFile(Part):
    """A condition with a name."""

    required: ClassVar[tuple[str, ...]] = ("when",)

    when: Expression | None = key(
        "The condition itself.",
        "De voorwaarde zelf.",
    )
    label: OneText | None = key(
        "The short name that people read in the place of the condition.",
        "De korte naam die mensen lezen in plaats van de voorwaarde.",
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


def _guard(raw: Any, handler: Callable[[Any], GuardFile]) -> GuardFile:
    if isinstance(raw, Word | Atom) and raw.value is not None:
        return GuardFile.of(wrap(raw, when=raw), when=raw)
    if not isinstance(raw, MappingNode):
        raise wrong_type(raw, CONDITION)
    return handler(raw)


def _guard_schema(parts: Parts) -> JsonSchema:
    return {"type": ["string", "boolean", "object"], **parts.fields(GuardFile)}


Guard = Annotated[GuardFile, WrapValidator(_guard), Json("Guard", _guard_schema)]
