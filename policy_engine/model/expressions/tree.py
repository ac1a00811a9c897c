"""The typed tree of an expression. Every node keeps its place; names are resolved to what they mean.

Trees are finite, immutable and total: evaluation can't fail, loop or call anything. `str(node)` gives the
expression back in the language's own words, and parses back to an equal tree. Two trees are equal when they
say the same; where they stand does not matter.
"""

from __future__ import annotations

from typing import Literal

from policy_engine.diagnostics.span import Span
from policy_engine.model.types import Value
from policy_engine.records import field, record

RefKind = Literal["context", "fact", "parameter", "data", "person"]
CompareOp = Literal["==", "!=", "<", "<=", ">", ">="]
ArithmeticOp = Literal["+", "-"]


@record
class Constant:
    span: Span = field(compare=False)
    value: Value

    def __str__(self) -> str:
        return literal(self.value)


@record
class Ref:
    """A variable, fact, parameter, or (`event.name`) datum of the event in hand.

    Of the kind "person" there is one, `by`: see `reporting_person`.
    """

    span: Span = field(compare=False)
    kind: RefKind
    name: str

    def __str__(self) -> str:
        return f"event.{self.name}" if self.kind == "data" else self.name


@record
class ByRef:
    """`by`: the role of whoever reports the event in hand."""

    span: Span = field(compare=False)

    def __str__(self) -> str:
        return "by"


def reporting_person(span: Span) -> Ref:
    """`by`, where it is compared with a person or remembered."""
    return Ref(span, "person", "by")


@record
class GuardRef:
    """A named guard and what it stands for."""

    span: Span = field(compare=False)
    name: str
    body: Expr

    def __str__(self) -> str:
        return self.name


@record
class InState:
    """`in_state('id')`."""

    span: Span = field(compare=False)
    state: str

    def __str__(self) -> str:
        return f"in_state({literal(self.state)})"


@record
class Not:
    span: Span = field(compare=False)
    operand: Expr

    def __str__(self) -> str:
        return f"not {_part(self.operand, 3)}"


@record
class And:
    span: Span = field(compare=False)
    operands: tuple[Expr, ...]

    def __str__(self) -> str:
        return " and ".join(_part(operand, 3) for operand in self.operands)


@record
class Or:
    span: Span = field(compare=False)
    operands: tuple[Expr, ...]

    def __str__(self) -> str:
        return " or ".join(_part(operand, 2) for operand in self.operands)


@record
class Compare:
    span: Span = field(compare=False)
    op: CompareOp
    left: Expr
    right: Expr

    def __str__(self) -> str:
        return f"{_part(self.left, 5)} {self.op} {_part(self.right, 5)}"


@record
class In:
    """`x in ['a', 'b']`; `not x in [...]` is Not(In)."""

    span: Span = field(compare=False)
    operand: Expr
    items: tuple[Value, ...]

    def __str__(self) -> str:
        return f"{_part(self.operand, 5)} in [{', '.join(map(literal, self.items))}]"


@record
class Arithmetic:
    span: Span = field(compare=False)
    op: ArithmeticOp
    left: Expr
    right: Expr

    def __str__(self) -> str:
        return f"{_part(self.left, 5)} {self.op} {_part(self.right, 6)}"


@record
class Negative:
    span: Span = field(compare=False)
    operand: Expr

    def __str__(self) -> str:
        return f"-{_part(self.operand, 6)}"


Expr = Constant | Ref | ByRef | GuardRef | InState | Not | And | Or | Compare | In | Arithmetic | Negative

# How tightly each binds; whatever is not here needs no parentheses anywhere.
_BINDING: dict[type, int] = {Or: 1, And: 2, Not: 3, Compare: 4, In: 4, Arithmetic: 5, Negative: 6}


def _part(expr: Expr, needed: int) -> str:
    """An operand, in parentheses where it binds less tightly than its place needs."""
    return str(expr) if _BINDING.get(type(expr), needed) >= needed else f"({expr})"


def literal(value: Value) -> str:
    """A value as it is written in an expression."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, int):
        return str(value)
    from decimal import Decimal  # costs a process more than all the rest of this module

    digits = format(Decimal(repr(value)), "f")
    return digits if "." in digits else f"{digits}.0"
