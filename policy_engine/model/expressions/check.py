"""Gives names their meaning and checks types: syntax becomes a typed tree.

Every mistake is reported where it stands; the rest of the expression is still looked at, so that all come
at once.
"""

from __future__ import annotations

from typing import NamedTuple

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.expressions.names import Names
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.syntax import Literally, Membership, Name, Operation, StateTest, Syntax
from policy_engine.model.expressions.tree import (
    And,
    Arithmetic,
    ArithmeticOp,
    ByRef,
    Compare,
    CompareOp,
    Constant,
    Expr,
    In,
    InState,
    Negative,
    Not,
    Or,
    reporting_person,
)
from policy_engine.model.expressions.types import FLAG, WHOLE, Shape, of_literal
from policy_engine.model.types import Value


class Typed(NamedTuple):
    expr: Expr
    shape: Shape


class Checker:
    """Checks expressions in one scope."""

    def __init__(self, scope: Scope, sink: Diagnostics) -> None:
        self.scope = scope
        self.sink = sink
        self.names = Names(scope, sink)

    def typed(self, node: Syntax) -> Typed | None:
        """The typed tree of `node`, or None after reporting what is wrong with it."""
        if isinstance(node, Literally):
            return Typed(Constant(node.span, node.value), of_literal(node.value))
        if isinstance(node, Name):
            found = self.names.resolve(node.text, node.span)
            return None if found is None else Typed(*found)
        if isinstance(node, StateTest):
            return self._state_test(node)
        if isinstance(node, Membership):
            return self._membership(node)
        if node.sign in ("and", "or"):
            return self._chain(node)
        if node.sign == "not":
            operand = self.condition(node.operands[0])
            return None if operand is None else Typed(Not(node.span, operand), FLAG)
        if node.sign in ("+", "-", "negative"):
            return self._arithmetic(node)
        return self._comparison(node)

    def condition(self, node: Syntax) -> Expr | None:
        """Like `typed`, for what must hold or not hold."""
        typed = self.typed(node)
        if typed is None:
            return None
        if typed.shape.kind != "flag":
            self.sink.error("not-a-condition", node.span, **_shown(typed), example=_example(typed))
            return None
        return typed.expr

    def _chain(self, node: Operation) -> Typed | None:
        kind = And if node.sign == "and" else Or
        operands: list[Expr] = []
        for operand in [self.condition(operand) for operand in node.operands]:
            if operand is None:
                return None
            # `(a and b) and c` is the same as `a and b and c`: one tree for both.
            operands += operand.operands if isinstance(operand, kind) else (operand,)
        return Typed(kind(node.span, tuple(operands)), FLAG)

    def _state_test(self, node: StateTest) -> Typed | None:
        if not self.scope.in_state_allowed:
            self.sink.error("in-state-not-here", node.span)
            return None
        if node.state not in self.scope.states:
            suggestion = closest(node.state, self.scope.states)
            self.sink.error(
                "unknown-state-in-expression", node.place, state=node.state, suggestion=suggestion
            )
            return None
        return Typed(InState(node.span, node.state), FLAG)

    def _arithmetic(self, node: Operation) -> Typed | None:
        operands = [self.typed(operand) for operand in node.operands]
        exprs: list[Expr] = []
        for operand in operands:
            if operand is None:
                continue
            if operand.shape.kind != "whole":
                self.sink.error("no-arithmetic-with", operand.expr.span, **_shown(operand))
            else:
                exprs.append(operand.expr)
        if len(exprs) < len(operands):
            return None
        if node.sign == "negative":
            return Typed(Negative(node.span, exprs[0]), WHOLE)
        sign: ArithmeticOp = "+" if node.sign == "+" else "-"
        return Typed(Arithmetic(node.span, sign, exprs[0], exprs[1]), WHOLE)

    def _comparison(self, node: Operation) -> Typed | None:
        left, right = self._sides(*node.operands)
        if left is not None and right is not None and "person" in (left.shape.kind, right.shape.kind):
            return self._persons(node, left, right)
        if left is None or right is None or not self._comparable(node, left, right):
            return None
        sign: CompareOp = node.sign  # type: ignore[assignment]  # the parser lets no other sign through
        return Typed(Compare(node.span, sign, left.expr, right.expr), FLAG)

    def _persons(self, node: Operation, left: Typed, right: Typed) -> Typed | None:
        """Whoever reports, compared with somebody who is remembered."""
        variable, other = (left, right) if left.shape.kind == "person" else (right, left)
        if not isinstance(other.expr, ByRef):
            self.sink.error(
                "person-only-with-by", node.operator, written=str(variable.expr), other=str(other.expr)
            )
            return None
        if not self._ordered(node, variable):
            return None
        by = reporting_person(other.expr.span)
        sides = (variable.expr, by) if variable is left else (by, variable.expr)
        sign: CompareOp = node.sign  # type: ignore[assignment]  # the parser lets no other sign through
        return Typed(Compare(node.span, sign, *sides), FLAG)

    def _sides(self, left: Syntax, right: Syntax) -> tuple[Typed | None, Typed | None]:
        """Both sides; a bare word beside an enum is a member without its quotes."""
        if self._bare(right):
            first = self.typed(left)
            return first, self._beside(right, first)
        second = self.typed(right)
        return self._beside(left, second), second

    def _bare(self, node: Syntax) -> bool:
        return isinstance(node, Name) and not self.names.known(node.text)

    def _beside(self, node: Syntax, other: Typed | None) -> Typed | None:
        if other is not None and other.shape.kind == "enum" and isinstance(node, Name) and self._bare(node):
            members = other.shape.members
            suggestion = node.text if node.text in members else closest(node.text, members)
            if suggestion is not None:
                self.sink.error("member-without-quotes", node.span, written=node.text, meant=suggestion)
                return None
        return self.typed(node)

    def _comparable(self, node: Operation, left: Typed, right: Typed) -> bool:
        one, two = left.shape, right.shape
        for shape, other in ((one, right), (two, left)):
            if shape.kind == "enum" and other.shape.kind == "text" and isinstance(other.expr, Constant):
                return self._member(shape, other.expr.span, other.expr.value) and self._ordered(node, left)
        if {one.kind, two.kind} == {"whole", "number"} or one.kind == two.kind == "number":
            return self._numbers(node, left, right)
        if one.kind != two.kind:
            self.sink.error("different-types", node.operator, **_pair(left, right))
            return False
        if one.kind == "enum" and not set(one.members) & set(two.members):
            self.sink.error("enums-never-equal", node.operator, **_pair(left, right))
            return False
        return self._ordered(node, left)

    def _ordered(self, node: Operation, left: Typed) -> bool:
        if node.sign in ("==", "!=") or left.shape.ordered:
            return True
        self.sink.error("no-order", node.operator, sign=node.sign, **_shown(left))
        return False

    def _numbers(self, node: Operation, left: Typed, right: Typed) -> bool:
        """A `number` only goes with what is written out, and a counter never with a fraction."""
        if left.shape.literal and right.shape.literal:
            return True
        literal, other = (left, right) if left.shape.literal else (right, left)
        if not literal.shape.literal:
            self.sink.error("number-needs-literal", node.operator, **_pair(left, right))
            return False
        if other.shape.kind == "whole":
            self.sink.error(
                "whole-number-wanted", literal.expr.span, **_shown(other), literal=str(literal.expr)
            )
            return False
        return True

    def _membership(self, node: Membership) -> Typed | None:
        operand = self.typed(node.operand)
        if operand is not None and operand.shape.kind == "person":
            self.sink.error(
                "person-only-with-by", node.operand.span, written=str(operand.expr), other="[...]"
            )
            return None
        items = [self._item(item, operand) for item in node.items]
        values = tuple(item for item in items if item is not None)
        if operand is None or len(values) < len(items):
            return None
        expr = In(node.span, operand.expr, values)
        return Typed(Not(node.span, expr) if node.negated else expr, FLAG)

    def _item(self, item: Literally | Name, operand: Typed | None) -> Value | None:
        if operand is None:
            return None
        if isinstance(item, Name):
            self._beside(item, operand) if self._bare(item) else self.sink.error("literals-wanted", item.span)
            return None
        shape, given = operand.shape, of_literal(item.value)
        if shape.kind == "enum" and given.kind == "text":
            return item.value if self._member(shape, item.span, item.value) else None
        if shape.kind != given.kind and not (shape.kind == "number" and given.kind == "whole"):
            literal = Typed(Constant(item.span, item.value), given)
            self.sink.error("different-types", item.span, **_pair(operand, literal))
            return None
        return item.value

    def _member(self, shape: Shape, span: Span, value: Value) -> bool:
        if value in shape.members:
            return True
        suggestion = closest(str(value), shape.members)
        self.sink.error("unknown-member", span, member=value, members=shape.members, suggestion=suggestion)
        return False


def _shown(typed: Typed) -> dict[str, object]:
    return {"written": str(typed.expr), "kind": typed.shape.word}


def _pair(left: Typed, right: Typed) -> dict[str, object]:
    return {
        "left": str(left.expr),
        "left_kind": left.shape.word,
        "right": str(right.expr),
        "right_kind": right.shape.word,
    }


def _example(typed: Typed) -> str:
    """A comparison that would be a condition."""
    written = str(typed.expr)
    if typed.shape.ordered:
        return f"{written} > 0"
    if typed.shape.kind == "person":
        return f"by == {written}"
    member = typed.shape.members[0] if typed.shape.members else ""
    return f"{written} == '{member}'"
