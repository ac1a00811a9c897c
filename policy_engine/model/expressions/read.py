"""Scalars of a policy to typed expressions."""

from __future__ import annotations

import re

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import MappingNode, Node, Scalar
from policy_engine.model.expressions.check import Checker, Typed
from policy_engine.model.expressions.measure import MAX_EXPANDED, MAX_EXPANDED_DEPTH, expanded
from policy_engine.model.expressions.names import Names
from policy_engine.model.expressions.place import Place
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.syntax import Syntax, parse
from policy_engine.model.expressions.tree import Constant, Expr
from policy_engine.model.expressions.types import of_literal, of_type
from policy_engine.model.types import Type, Value

_WORD = re.compile(r"[^\W\d]\w*")
_DATUM = re.compile(r"event\.\w+")
_WHOLE = Type("counter")
_TEXT = Type("text")


def read_guard(scalar: Scalar, scope: Scope, sink: Diagnostics) -> Expr | None:
    """A condition: what `when` and named guards hold. None after reporting what is wrong with it."""
    tree = parse(scalar.text, Place.of(scalar), sink)
    return None if tree is None else guard_of(tree, scalar, scope, sink)


def guard_of(tree: Syntax, scalar: Scalar, scope: Scope, sink: Diagnostics) -> Expr | None:
    """The second half of `read_guard`, for a tree that was parsed already."""
    expr = Checker(scope, sink).condition(tree)
    return None if expr is None else _bounded(expr, scalar, scope, sink)


def read_value(
    node: Node, wanted: Type, scope: Scope, sink: Diagnostics, *, literal: bool = False
) -> Expr | None:
    """What `set` gives a variable, or an action a parameter: a literal or an expression of the type `wanted`.

    A quoted text, and an unquoted word where a text or a member of an enum is wanted, stand for themselves;
    an unquoted name of a text variable stands for that variable. `{expr: ...}` is always an expression;
    with `literal` nothing else is. None after reporting what is wrong with it.
    """
    typed = _read(node, wanted, scope, sink, literal=literal)
    if typed is None or not _fits(typed, wanted, sink):
        return None
    return typed.expr


def read_amount(node: Node, scope: Scope, sink: Diagnostics) -> Expr | None:
    """What `add` adds: a whole number of any size, also a negative one, or an expression."""
    typed = _read(node, _WHOLE, scope, sink)
    if typed is None:
        return None
    if typed.shape.kind != "whole":
        _refuse(typed, _WHOLE, sink)
        return None
    return typed.expr


def read_any(node: Node, scope: Scope, sink: Diagnostics) -> Expr | None:
    """What another policy is told or may read: a literal of whatever type, or `{expr: ...}`."""
    typed = _read(node, _TEXT, scope, sink, literal=True)
    return None if typed is None else typed.expr


def read_expression(scalar: Scalar, scope: Scope, sink: Diagnostics) -> Typed | None:
    """An expression of whatever type, with its shape."""
    tree = parse(scalar.text, Place.of(scalar), sink)
    typed = None if tree is None else Checker(scope, sink).typed(tree)
    return None if typed is None or _bounded(typed.expr, scalar, scope, sink) is None else typed


def _read(
    node: Node, wanted: Type, scope: Scope, sink: Diagnostics, *, literal: bool = False
) -> Typed | None:
    scalar, as_expression = node, False
    if isinstance(node, MappingNode) and [*node] == ["expr"]:
        scalar, as_expression = node["expr"], True
    if not isinstance(scalar, Scalar) or (scalar.plain and scalar.value is None):
        sink.error("value-wanted", scalar.span, wanted=wanted.kind)
        return None
    value = None if as_expression else _literal(scalar, wanted, scope, literal or not scalar.plain)
    if value is not None:
        return Typed(Constant(scalar.span, value), of_literal(value))
    return read_expression(scalar, scope, sink)


def _literal(scalar: Scalar, wanted: Type, scope: Scope, stands_for_itself: bool) -> Value | None:
    """The value that is written out, or None where it is an expression."""
    if not isinstance(scalar.value, str):
        return scalar.value
    text = scalar.text
    if wanted.kind in ("flag", "counter", "range", "number"):
        return text if stands_for_itself and scalar.plain else None
    if stands_for_itself or text in wanted.members:
        return text
    if not _WORD.fullmatch(text):
        return text if wanted.kind == "text" and not _DATUM.fullmatch(text) else None
    return None if Names(scope, Diagnostics()).known(text) else text


def _fits(typed: Typed, wanted: Type, sink: Diagnostics) -> bool:
    expr, shape = typed.expr, typed.shape
    if isinstance(expr, Constant):
        if not wanted.accepts(expr.value):
            _refuse(typed, wanted, sink)
            return False
        return True
    if shape.kind == "enum" == wanted.kind and shape.word == "enum":
        extra = [member for member in shape.members if member not in wanted.members]
        if extra:
            sink.error(
                "members-do-not-fit", expr.span, written=str(expr), extra=extra, members=wanted.members
            )
        return not extra
    if shape.kind == "person" and wanted.kind == "text":
        return True  # what the host is told, or what is kept as a text
    if shape.kind != of_type(wanted).kind or shape.word == "role":
        _refuse(typed, wanted, sink)
        return False
    return True


def _refuse(typed: Typed, wanted: Type, sink: Diagnostics) -> None:
    expr, kind = typed.expr, typed.shape.kind
    if wanted.kind == "enum" and isinstance(expr, Constant) and kind == "text":
        suggestion = closest(str(expr.value), wanted.members)
        sink.error(
            "unknown-member", expr.span, member=expr.value, members=wanted.members, suggestion=suggestion
        )
    elif kind == "whole" and wanted.kind in ("counter", "range"):
        sink.error("value-out-of-range", expr.span, written=str(expr), low=wanted.low, high=wanted.high)
    else:
        sink.error(
            "value-does-not-fit", expr.span, written=str(expr), kind=typed.shape.word, wanted=wanted.kind
        )


def _bounded(expr: Expr, scalar: Scalar, scope: Scope, sink: Diagnostics) -> Expr | None:
    """Refuses what is too deep, or too large once the named guards in it are written out."""
    size, depth = expanded(expr, scope.sizes)
    if depth > MAX_EXPANDED_DEPTH:
        sink.error("expression-too-deep", scalar.span, limit=MAX_EXPANDED_DEPTH)
        return None
    if size > MAX_EXPANDED:
        sink.error("expression-too-large", scalar.span, limit=MAX_EXPANDED)
        return None
    return expr
