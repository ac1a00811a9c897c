"""How a part of a file looks in JSON Schema, where its type alone does not tell.

A value that can be written in several ways has one model, for its long form, and one schema for all its
forms, side by side: `properties` speak of the mapping, `items` of the list. There is no choice between
alternatives, so an editor can name the one key that is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import WithJsonSchema

if TYPE_CHECKING:
    from policy_engine.model.files.part import Part

JsonSchema = dict[str, Any]


class Parts(Protocol):
    """Gives the schemas of models to those who build one around them."""

    def ref(self, part: type[Part]) -> JsonSchema:
        """A reference to the schema of a model."""

    def fields(self, part: type[Part]) -> JsonSchema:
        """What the schema of a model says about a mapping: its keys, and that there are no others."""


@dataclass(frozen=True, slots=True)
class Json:
    """Put beside a type: builds its schema, which then has a name of its own."""

    name: str
    build: Callable[[Parts], JsonSchema]


def schema(**keywords: object) -> WithJsonSchema:
    """The schema of a leaf."""
    return WithJsonSchema(dict(keywords))
