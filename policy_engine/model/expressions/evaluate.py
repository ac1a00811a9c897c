"""Expressions as closures. Nothing in here can fail: types were checked, and nothing divides or looks up.

A closure takes an environment and gives a value; `and` and `or` stop at the first operand that decides.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Container, Mapping
from typing import Any, Protocol

from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ByRef,
    Compare,
    Constant,
    Expr,
    GuardRef,
    In,
    InState,
    Negative,
    Not,
    Or,
    Ref,
)
from policy_engine.model.types import Value


class Environment(Protocol):
    """What an expression is evaluated against; `by` is None where nobody reports the event."""

    @property
    def context(self) -> Mapping[str, Value]:
        """What the policy remembers."""

    @property
    def facts(self) -> Mapping[str, Value]:
        """What the host knows."""

    @property
    def parameters(self) -> Mapping[str, Value]:
        """What was chosen for the session."""

    @property
    def data(self) -> Mapping[str, Value]:
        """What the event in hand carries."""

    @property
    def by(self) -> str | None:
        """The role that reports it."""

    @property
    def person(self) -> str:
        """The person who reports it."""

    @property
    def states(self) -> Container[str]:
        """The ids of the active states."""


Closure = Callable[[Environment], Any]
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compile_expression(expr: Expr) -> Callable[[Environment], Value]:
    """A function that evaluates `expr`. Named guards are compiled once, however often they are used."""
    return _closure(expr, {})


def _closure(expr: Expr, guards: dict[str, Closure]) -> Closure:
    if isinstance(expr, GuardRef):
        if expr.name not in guards:
            guards[expr.name] = _closure(expr.body, guards)
        return guards[expr.name]
    if isinstance(expr, Constant):
        value = expr.value
        return lambda _: value
    if isinstance(expr, Ref):
        return _ref(expr)
    if isinstance(expr, ByRef):
        return operator.attrgetter("by")
    if isinstance(expr, InState):
        state = expr.state
        return lambda env: state in env.states
    if isinstance(expr, In):
        member, items = _closure(expr.operand, guards), frozenset(expr.items)
        return lambda env: member(env) in items
    if isinstance(expr, (And, Or)):
        return _chain(tuple(_closure(operand, guards) for operand in expr.operands), isinstance(expr, Or))
    if isinstance(expr, Not):
        negated = _closure(expr.operand, guards)
        return lambda env: not negated(env)
    if isinstance(expr, Negative):
        number = _closure(expr.operand, guards)
        return lambda env: -number(env)
    return _binary(expr, _closure(expr.left, guards), _closure(expr.right, guards))


def _ref(expr: Ref) -> Closure:
    name = expr.name
    if expr.kind == "context":
        return lambda env: env.context[name]
    if expr.kind == "fact":
        return lambda env: env.facts[name]
    if expr.kind == "parameter":
        return lambda env: env.parameters[name]
    if expr.kind == "person":
        return operator.attrgetter("person")
    return lambda env: env.data[name]


def _chain(parts: tuple[Closure, ...], decisive: bool) -> Closure:
    """`and` is decided by the first operand that is false, `or` by the first that is true."""

    def run(env: Environment) -> bool:
        # A generator in any() or all() would cost three times as much.
        for part in parts:
            if part(env) == decisive:
                return decisive
        return not decisive

    return run


def _binary(expr: Compare | Arithmetic, left: Closure, right: Closure) -> Closure:
    if isinstance(expr, Arithmetic):
        if expr.op == "+":
            return lambda env: left(env) + right(env)
        return lambda env: left(env) - right(env)
    compare = _COMPARE[expr.op]
    if isinstance(expr.right, Constant):
        value = expr.right.value
        return lambda env: compare(left(env), value)
    return lambda env: compare(left(env), right(env))
