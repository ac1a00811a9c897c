"""Conditions in the words of whoever reads the diagram, short enough for a pill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.phrasing import WORDS
from policy_engine.diagrams.wording import (
    NO_VALUES,
    literal_words,
    named,
    role_words,
    state_words,
    value_words,
)
from policy_engine.model.chart import Chart
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
from policy_engine.model.types import Declaration, Value

# Counters that are said with their number in front: "fewer than 2 warnings". One of it would need a singular.
_SEVERAL = 2
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def guard_words(
    chart: Chart,
    expr: Expr,
    language: str,
    events: Sequence[str] = (),
    parameters: Mapping[str, Value | None] = NO_VALUES,
) -> str:
    """A condition with the declared labels. `events` are those whose data it may read; parameters whose value
    is given, and not None, are said as that value.
    """
    return _Speaker(chart, language, events, parameters).say(expr)


def expression_words(chart: Chart, expr: Expr, language: str) -> str:
    """What an expression stands for: a name, a value, a sum."""
    return _Speaker(chart, language, (), NO_VALUES).value(expr)


class _Speaker:
    def __init__(
        self, chart: Chart, language: str, events: Sequence[str], parameters: Mapping[str, Value | None]
    ) -> None:
        self.chart = chart
        self.language = language
        self.word = saying(WORDS, language)
        self.events = events
        self.parameters = parameters

    def say(self, expr: Expr, negated: bool = False) -> str:
        """A condition, or its opposite: "not" is carried inwards to where it is short."""
        if isinstance(expr, Not):
            return self.say(expr.operand, not negated)
        if isinstance(expr, And | Or):
            return self._several(expr, negated)
        if isinstance(expr, Compare):
            return self._compare(expr, negated)
        if isinstance(expr, In):
            return self._one_of(expr.operand, expr.items, negated)
        if isinstance(expr, InState):
            key = "not in state" if negated else "in state"
            return self.word(key, state_words(self.chart, expr.state, self.language))
        if isinstance(expr, GuardRef):
            label = None if negated else self._label(expr)
            return self.say(expr.body, negated) if label is None else label
        if isinstance(expr, Constant):
            return self.word("never" if (expr.value is True) is negated else "always")
        # What holds or not goes by its name, in force or not: a value alone would say "if yes".
        said = self._name(expr) if isinstance(expr, Ref) else self.value(expr)
        return self.word("==", said, self.word("no")) if negated else said

    def value(self, expr: Expr) -> str:
        """What an expression that is no condition stands for."""
        if isinstance(expr, ByRef) or (isinstance(expr, Ref) and expr.kind == "person"):
            return self.word("the reporter")
        if isinstance(expr, Ref):
            given = self._given(expr)
            return (
                self._name(expr) if given is None else value_words(self._declared(expr), given, self.language)
            )
        if isinstance(expr, Constant):
            return literal_words(expr.value, self.language)
        if isinstance(expr, Arithmetic):
            return self.word(expr.op, self.value(expr.left), self.value(expr.right))
        if isinstance(expr, Negative):
            return self.word("negative", self.value(expr.operand))
        return self.say(expr)

    def _several(self, expr: And | Or, negated: bool) -> str:
        conjunction = isinstance(expr, And) is not negated
        key = "and" if conjunction else "or"
        parts = []
        for operand in expr.operands:
            said = self.say(operand, negated)
            other = self._is_and(operand, negated)
            parts.append(said if other is None or other is conjunction else f"({said})")
        return f" {self.word(key)} ".join(parts)

    def _compare(self, expr: Compare, negated: bool) -> str:
        op, left, right = expr.op, expr.left, expr.right
        written = _OPPOSITE[op] if negated else op
        if isinstance(left, Constant):
            left, right, written = right, left, _MIRRORED[written]
        person = _compared_person(left, right)
        if person is not None:
            return self.word("same person" if written == "==" else "other person", self.value(person))
        if isinstance(right, Constant) and isinstance(right.value, bool):
            return self.say(left, (written == "==") is not right.value)
        if isinstance(right, Constant) and isinstance(right.value, str):
            return self._one_of(left, (right.value,), written == "!=")
        if f"several {written}" in WORDS and self._counts(left) and self._is_several(right):
            written = f"several {written}"
        return self.word(written, self.value(left), self.value(right))

    def _one_of(self, operand: Expr, items: Sequence[Value], negated: bool) -> str:
        if isinstance(operand, ByRef):
            roles = "/".join(role_words(self.chart, str(item), self.language) for item in items)
            return self.word("not by" if negated else "by", roles)
        name = self.value(operand)
        if not isinstance(operand, Ref):
            shown = "/".join(literal_words(item, self.language) for item in items)
            return self.word("!=" if negated else "==", name, shown)
        declared = self._declared(operand)
        if items == ("",):
            return self.word("known" if negated else "unknown", name)
        if declared.type.kind == "enum" and negated:
            others = [member for member in declared.type.members if member not in items]
            if 0 < len(others) <= len(items) + 1:
                items, negated = others, False
        shown = "/".join(value_words(declared, item, self.language) for item in items)
        return self.word("!=" if negated else "==", name, shown)

    def _name(self, ref: Ref) -> str:
        return named(self._declared(ref).label, ref.name, self.language)

    def _counts(self, expr: Expr) -> bool:
        return isinstance(expr, Ref) and self._declared(expr).type.kind == "counter"

    def _is_several(self, expr: Expr) -> bool:
        value = expr.value if isinstance(expr, Constant) else None
        if isinstance(expr, Ref):
            value = self._given(expr)
        return isinstance(value, int) and value >= _SEVERAL

    def _given(self, ref: Ref) -> Value | None:
        return self.parameters.get(ref.name) if ref.kind == "parameter" else None

    def _declared(self, ref: Ref) -> Declaration:
        if ref.kind == "data":
            return next(
                self.chart.events[event].data[ref.name]
                for event in (*self.events, *self.chart.events)
                if ref.name in self.chart.events[event].data
            )
        sections = {
            "context": self.chart.context,
            "fact": self.chart.facts,
            "parameter": self.chart.parameters,
        }
        return sections[ref.kind][ref.name]

    def _label(self, guard: GuardRef) -> str | None:
        """What the author calls a condition, or None where it has no name but its id."""
        note = self.chart.guard_notes.get(guard.name)
        return named(note.label, guard.name, self.language) if note is not None and note.label else None

    def _is_and(self, expr: Expr, negated: bool) -> bool | None:
        """Whether a condition is said with "and" (True), with "or" (False), or with neither."""
        if isinstance(expr, Not):
            return self._is_and(expr.operand, not negated)
        if isinstance(expr, GuardRef) and (negated or self._label(expr) is None):
            return self._is_and(expr.body, negated)
        if isinstance(expr, And | Or):
            return isinstance(expr, And) is not negated
        return None


def _compared_person(left: Expr, right: Expr) -> Ref | None:
    """Whoever is remembered, where whoever reports is compared with them."""
    sides = [side for side in (left, right) if isinstance(side, Ref)]
    others = [side for side in sides if side.kind != "person"]
    return others[0] if len(sides) > len(others) else None
