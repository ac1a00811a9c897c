"""The typed tree of an expression. Every node keeps its place; names are resolved to what they mean.

Trees are finite, immutable and total: evaluation can't fail, loop or call anything.
`str(node)` gives the expression back in the language's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from policy_engine.diagnostics.span import Span
from policy_engine.model.types import Value

RefKind = Literal["context", "fact", "parameter", "data"]
CompareOp = Literal["==", "!=", "<", "<=", ">", ">="]
ArithmeticOp = Literal["+", "-"]


@dataclass(frozen=True, slots=True)
class Constant:
    span: Span
    value: Value


@dataclass(frozen=True, slots=True)
class Ref:
    """A variable, fact, parameter, or (`event.name`) datum of the event in hand."""

    span: Span
    kind: RefKind
    name: str


@dataclass(frozen=True, slots=True)
class ByRef:
    """`by`: the role of whoever reports the event in hand."""

    span: Span


@dataclass(frozen=True, slots=True)
class GuardRef:
    """A named guard and what it stands for."""

    span: Span
    name: str
    body: Expr


@dataclass(frozen=True, slots=True)
class InState:
    """`in_state('id')`."""

    span: Span
    state: str


@dataclass(frozen=True, slots=True)
class Not:
    span: Span
    operand: Expr


@dataclass(frozen=True, slots=True)
class And:
    span: Span
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or:
    span: Span
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    span: Span
    op: CompareOp
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class In:
    """`x in ['a', 'b']`; `not x in [...]` is Not(In)."""

    span: Span
    operand: Expr
    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    span: Span
    op: ArithmeticOp
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Negative:
    span: Span
    operand: Expr


Expr = Constant | Ref | ByRef | GuardRef | InState | Not | And | Or | Compare | In | Arithmetic | Negative
