"""An expression at another place: what is written twice in a file is read once."""

from __future__ import annotations

from policy_engine.diagnostics.span import Span
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
    Or,
    Ref,
)


def moved(expr: Expr, lines: int, columns: int) -> Expr:
    """The same expression so many lines further down, and so many columns to the right; the body of a named
    guard stays where the guard is declared.
    """
    file, line, column, end_line, end_column = expr.span
    span = Span(file, line + lines, column + columns, end_line + lines, end_column + columns)
    if isinstance(expr, GuardRef):
        return GuardRef(span, expr.name, expr.body)
    if isinstance(expr, Ref):
        return Ref(span, expr.kind, expr.name)
    if isinstance(expr, Constant):
        return Constant(span, expr.value)
    if isinstance(expr, ByRef):
        return ByRef(span)
    if isinstance(expr, InState):
        return InState(span, expr.state)
    if isinstance(expr, (And, Or)):
        return type(expr)(span, tuple([moved(operand, lines, columns) for operand in expr.operands]))
    if isinstance(expr, (Compare, Arithmetic)):
        sides = moved(expr.left, lines, columns), moved(expr.right, lines, columns)
        if isinstance(expr, Compare):
            return Compare(span, expr.op, *sides)
        return Arithmetic(span, expr.op, *sides)
    operand = moved(expr.operand, lines, columns)
    if isinstance(expr, In):
        return In(span, operand, expr.items)
    return type(expr)(span, operand)
