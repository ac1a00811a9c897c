"""What an expression reads and how large it is, with named guards followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final

from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ByRef,
    Compare,
    Expr,
    GuardRef,
    In,
    InState,
    Negative,
    Not,
    Or,
    Ref,
)

MAX_EXPANDED: Final = 1_000  # nodes, when every guard is written out at each of its uses
MAX_EXPANDED_DEPTH: Final = 64


# By its type, for every condition is walked several times; what is not here has no parts.
_PARTS: Final[Mapping[type, Callable[[Any], tuple[Expr, ...]]]] = {
    **dict.fromkeys((And, Or), attrgetter("operands")),
    **dict.fromkeys((Compare, Arithmetic), attrgetter("left", "right")),
    **dict.fromkeys((Not, Negative, In), lambda expr: (expr.operand,)),
    GuardRef: lambda expr: (expr.body,),
}


def children(expr: Expr) -> tuple[Expr, ...]:
    """The parts of an expression, a named guard's body included."""
    parts = _PARTS.get(type(expr))
    return () if parts is None else parts(expr)


def walk(expr: Expr) -> Iterator[Expr]:
    """The expression and everything in it, outermost first, left to right; each guard's body only once."""
    seen: set[str] = set()
    pending = [expr]
    while pending:
        node = pending.pop()
        yield node
        parts = _PARTS.get(type(node))
        if parts is None:
            continue
        if type(node) is GuardRef:
            if node.name in seen:
                continue
            seen.add(node.name)
        pending += reversed(parts(node))


def refs(expr: Expr) -> tuple[Ref, ...]:
    """The variables, facts, parameters and data that are read, each once, in the order of reading."""
    return tuple(dict.fromkeys(node for node in walk(expr) if isinstance(node, Ref)))


def reads_states(expr: Expr) -> bool:
    """Whether `in_state(...)` is asked anywhere."""
    return any(isinstance(node, InState) for node in walk(expr))


def reads_reporter(expr: Expr) -> bool:
    """Whether `by` is read anywhere, as a role or as a person."""
    return any(isinstance(node, ByRef) for node in walk(expr)) or reads_person(expr)


def reads_person(expr: Expr) -> bool:
    """Whether the person who reports is read anywhere."""
    return any(isinstance(node, Ref) and node.kind == "person" for node in walk(expr))


def expanded(expr: Expr, guards: dict[str, tuple[int, int]] | None = None) -> tuple[int, int]:
    """Size and depth with every guard written out at each of its uses."""
    known = {} if guards is None else guards
    if isinstance(expr, GuardRef) and expr.name in known:
        size, depth = known[expr.name]
    else:
        size = depth = 0
        for child in children(expr):
            larger, deeper = expanded(child, known)
            size += larger
            depth = max(depth, deeper)
        if isinstance(expr, GuardRef):
            known[expr.name] = (size, depth)
    return size + 1, depth + 1
