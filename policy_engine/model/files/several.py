"""Several names of which one is enough: `a or b`, or a list of these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from policy_engine.document.node import Word
from policy_engine.model.expressions.place import Place
from policy_engine.model.files.leaves import Events, Id, one_or_list

_SEVERAL = {"type": "string", "pattern": "^[a-z][a-z0-9_]*( or [a-z][a-z0-9_]*)*$"}
_LISTED = WithJsonSchema({**_SEVERAL, "type": ["string", "array"], "items": _SEVERAL})
AnyEvent = Annotated[list[Events], BeforeValidator(one_or_list), _LISTED]
AnyAction = Annotated[list[Id], BeforeValidator(one_or_list), _LISTED]


def split_names(key: Word) -> Iterator[Word]:
    """The names of `a or b`, each with its own place."""
    if " or " not in key:
        yield key
        return
    place = Place.of(key)
    start = 0
    for text in key.split(" or "):
        yield Word.of(text, place.span(start, start + len(text)))
        start += len(text) + len(" or ")
