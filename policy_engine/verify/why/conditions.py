"""Why a condition holds or not: the parts that decide it, each with the values of what it reads."""

from __future__ import annotations

from policy_engine.automaton.inputs import Inputs
from policy_engine.diagnostics.span import Span
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import And, ByRef, Expr, GuardRef, InState, Not, Or, Ref
from policy_engine.model.types import Value
from policy_engine.records import record


@record
class Part:
    """A condition, or a part of one. `values` are what it reads, by how that is written; a condition that
    `parts` decide has none of its own.

    `bare`: it is a flag alone, so that its value says what its text says.
    """

    text: str
    holds: bool
    span: Span
    values: tuple[tuple[str, Value], ...] = ()
    parts: tuple[Part, ...] = ()
    bare: bool = False


def part_of(condition: Expr, inputs: Inputs) -> Part:
    """A condition with what decides it: of `and` that is false the parts that are false, of `or` that is true
    those that are true, else all of them.
    """
    holds = bool(compile_expression(condition)(inputs))
    match condition:
        case And(operands=operands):
            return _of(condition, holds, operands, None if holds else False, inputs)
        case Or(operands=operands):
            return _of(condition, holds, operands, True if holds else None, inputs)
        case GuardRef(body=body):
            return Part(str(condition), holds, condition.span, parts=(part_of(body, inputs),))
        case Not(operand=And() | Or() | GuardRef() | Not() as operand):
            return Part(str(condition), holds, condition.span, parts=(part_of(operand, inputs),))
    bare = isinstance(condition, Ref) or (isinstance(condition, Not) and isinstance(condition.operand, Ref))
    return Part(str(condition), holds, condition.span, _values(condition, inputs), bare=bare)


def _of(
    condition: Expr, holds: bool, operands: tuple[Expr, ...], deciding: bool | None, inputs: Inputs
) -> Part:
    parts = tuple(part_of(operand, inputs) for operand in operands)
    chosen = tuple(part for part in parts if deciding is None or part.holds is deciding)
    return Part(str(condition), holds, condition.span, parts=chosen)


def _values(condition: Expr, inputs: Inputs) -> tuple[tuple[str, Value], ...]:
    found: dict[str, Value] = {}
    for part in walk(condition):
        if isinstance(part, (Ref, ByRef)):
            value = compile_expression(part)(inputs)
            found[str(part)] = value
        elif isinstance(part, InState):
            found[str(part)] = part.state in inputs.states
    return tuple(found.items())
