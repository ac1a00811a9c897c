"""Expressions, values and declarations as the page's engine reads them: short lists that JSON can hold.

A list's first word says what it is. A value is itself, but for a number with a point, which keeps it as
`{"float": 1.0}`: Python writes 1.0 and 1 differently in a sentence, and JavaScript knows no difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_engine.automaton.tree import Computed
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.tree import (
    And,
    ByRef,
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
from policy_engine.model.types import Declaration, Value

Json = Any  # what json.dumps takes


def value_json(value: Value) -> Json:
    """A value."""
    return {"float": value} if isinstance(value, float) else value


def computed_json(value: Value | Computed) -> Json:
    """A value that may be known only when the step is taken, as an expression."""
    return expression_json(value.expr) if isinstance(value, Computed) else ["value", value_json(value)]


def expression_json(expr: Expr) -> Json:
    """An expression; a named guard is replaced by what it stands for."""
    match expr:
        case Constant(value=value):
            return ["value", value_json(value)]
        case Ref(kind=kind, name=name):
            return [kind, name]
        case ByRef():
            return ["by"]
        case GuardRef(body=body):
            return expression_json(body)
        case InState(state=state):
            return ["in_state", state]
        case Not(operand=operand):
            return ["not", expression_json(operand)]
        case Negative(operand=operand):
            return ["negative", expression_json(operand)]
        case In(operand=operand, items=items):
            return ["in", expression_json(operand), [value_json(item) for item in items]]
        case And(operands=operands):
            return ["and", *(expression_json(operand) for operand in operands)]
        case Or(operands=operands):
            return ["or", *(expression_json(operand) for operand in operands)]
        case _:
            return [expr.op, expression_json(expr.left), expression_json(expr.right)]


def declarations_json(declared: Mapping[str, Declaration]) -> Json:
    """Parameters, facts, variables or data by their names, in the order of the file."""
    return {
        name: {
            "kind": item.type.kind,
            "low": item.type.low,
            "high": item.type.high,
            "members": item.type.members,
            "default": None if item.default is None else value_json(item.default),
            "label": item.label,
            "memberLabels": item.member_labels,
            **({} if item.lapse is None else {"lapse": "all" if item.lapse.all else "one"}),
        }
        for name, item in declared.items()
    }


def duration_json(duration: Duration) -> Json:
    """How long: so many of a unit, or the name of what says how many, and up to which minute of the day; then
    what is taken off, if anything is.
    """
    amount = duration.amount if duration.name is None else duration.name
    less = [] if duration.minus is None else [duration_json(duration.minus)]
    return [amount, duration.unit, duration.at, *less]
