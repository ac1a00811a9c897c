"""What "otherwise" stands for, written out: for a branch that is read before those it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.diagrams.figure import Link
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.tree import And, ByRef, Constant, Expr, In, Not, Or


def otherwise(chart: Chart, branches: Iterable[Link]) -> Expr:
    """What holds where none of these branches is taken, as short as what is known before makes it."""
    waiting = [part for link in branches for part in _parts(_opposite(_condition(chart, link)))]
    known: list[Expr] = []
    while waiting:
        part = next((part for part in waiting if not isinstance(part, Or)), waiting[0])
        waiting.remove(part)
        known.append(part)
        waiting = [less for rest in waiting for less in _parts(_shorter(rest, part))]
    return known[0] if len(known) == 1 else And(known[0].span, tuple(known))


def _condition(chart: Chart, link: Link) -> Expr:
    """The condition of a branch that is no "otherwise", with who must report it."""
    transition = link.transition
    if transition.by is None:
        return link.guard or Constant(transition.span, True)
    roles = tuple(role for role in chart.roles if role in transition.by)
    reported = In(transition.span, ByRef(transition.span), roles)
    return reported if link.guard is None else And(transition.span, (link.guard, reported))


def _opposite(expr: Expr) -> Expr:
    match expr:
        case Not(operand=operand):
            return operand
        case And(span=span, operands=operands):
            return Or(span, tuple(_opposite(part) for part in operands))
        case Or(span=span, operands=operands):
            return And(span, tuple(_opposite(part) for part in operands))
        case _:
            return Not(expr.span, expr)


def _parts(expr: Expr) -> tuple[Expr, ...]:
    return expr.operands if isinstance(expr, And) else (expr,)


def _shorter(expr: Expr, known: Expr) -> Expr:
    """A condition without what can't be, once it is known that something holds."""
    if expr == known or (isinstance(expr, Or) and known in expr.operands):
        return And(expr.span, ())
    if not isinstance(expr, Or):
        return expr
    left = tuple(part for part in expr.operands if part != _opposite(known))
    return left[0] if len(left) == 1 else Or(expr.span, left)
