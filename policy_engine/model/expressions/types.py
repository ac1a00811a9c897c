"""What kind of value an expression has, and which kinds go together."""

from __future__ import annotations

from typing import Literal, NamedTuple

from policy_engine.model.types import Type, Value

ShapeKind = Literal["flag", "whole", "number", "text", "enum", "person"]


class Shape(NamedTuple):
    """`word` is what the author declared it with; `literal` whether it was written out."""

    kind: ShapeKind
    word: str
    literal: bool = False
    members: tuple[str, ...] = ()

    @property
    def ordered(self) -> bool:
        """Whether `<` has a meaning."""
        return self.kind in ("whole", "number")


FLAG = Shape("flag", "flag")
WHOLE = Shape("whole", "counter")


def of_type(declared: Type) -> Shape:
    """The shape of a declared variable, fact, parameter or datum."""
    if declared.kind == "flag":
        return FLAG
    if declared.kind == "counter" or declared.kind == "range":
        return Shape("whole", declared.kind)
    return Shape(declared.kind, declared.kind, members=declared.members)


def of_literal(value: Value) -> Shape:
    """The shape of a value that is written out; a text may turn out to be the member of an enum."""
    if isinstance(value, bool):
        return Shape("flag", "flag", literal=True)
    if isinstance(value, int):
        return Shape("whole", "number", literal=True)
    if isinstance(value, float):
        return Shape("number", "number", literal=True)
    return Shape("text", "text", literal=True)
