"""The type of what an expression gives, as narrow as its declarations tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.model.expressions.tree import Arithmetic, ByRef, Constant, Expr, Negative, Ref, RefKind
from policy_engine.model.types import Declaration, Type, Value

Declared = Mapping[RefKind, Mapping[str, Declaration]]
_FLAG = Type("flag")


def type_of(expr: Expr, declared: Declared, roles: Sequence[str] = ()) -> Type:
    """The type of an expression's value. `declared` is what it may read, `roles` what `by` can be.

    A text that is written out is the only member of an enum: it may be meant as one. A person is the text
    that the host calls them.
    """
    match expr:
        case Constant(value=value):
            return _of_value(value)
        case Ref(kind=kind, name=name):
            found = declared[kind][name].type
            return Type("text") if found.kind == "person" else found
        case ByRef():
            return Type("enum", members=tuple(roles))
        case Negative(operand=operand):
            inner = type_of(operand, declared, roles)
            return Type("range", -inner.high, -inner.low)
        case Arithmetic(op=op, left=left, right=right):
            one, two = type_of(left, declared, roles), type_of(right, declared, roles)
            if op == "+":
                return Type("range", one.low + two.low, one.high + two.high)
            return Type("range", one.low - two.high, one.high - two.low)
        case _:
            return _FLAG


def _of_value(value: Value) -> Type:
    if isinstance(value, bool):
        return _FLAG
    if isinstance(value, int):
        return Type("range", value, value)
    return Type("number") if isinstance(value, float) else Type("enum", members=(value,))


def joined(types: Sequence[Type]) -> Type | None:
    """The narrowest type that has every value of these; None where there is none."""
    first, *others = types
    found = first
    for other in others:
        both = {found.kind, other.kind}
        if both <= {"counter", "range"}:
            low, high = min(found.low, other.low), max(found.high, other.high)
            found = Type("counter" if both == {"counter"} else "range", low, high)
        elif both == {"enum"}:
            found = Type("enum", members=tuple(dict.fromkeys((*found.members, *other.members))))
        elif both <= {"enum", "text"}:
            found = Type("text")
        elif found != other:
            return None
    return found


def contains(wide: Type, narrow: Type) -> bool:
    """Whether every value of one type is one of the other."""
    match wide.kind:
        case "text":
            return narrow.kind in ("text", "enum")
        case "number":
            return narrow.kind in ("number", "counter", "range")
        case "enum":
            return narrow.kind == "enum" and set(narrow.members) <= set(wide.members)
        case "flag":
            return narrow.kind == "flag"
        case _:
            within = wide.low <= narrow.low and narrow.high <= wide.high
            return narrow.kind in ("counter", "range") and within
