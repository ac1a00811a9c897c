"""What is known of a call before it is played: its facts and parameters, put into conditions and texts."""

from __future__ import annotations

from collections.abc import Mapping
from re import Match

from policy_engine.automaton.inputs import Inputs
from policy_engine.diagrams.wording import phrase_words
from policy_engine.model.chart import Chart, Phrase
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
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
from policy_engine.model.placeholders import PATTERN
from policy_engine.model.scenarios import EventStep, LearnStep, Scenario
from policy_engine.model.types import Value, defaults_of
from policy_engine.records import changed
from policy_engine.session.words import fill

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_NOBODY = Inputs({}, {}, {}, None, {}, ())


def known_of(chart: Chart, scenario: Scenario, parameters: Mapping[str, Value]) -> dict[str, Value]:
    """The parameters, and those facts that stay as they are from the beginning to the end of a scenario."""
    facts = {**defaults_of(chart.facts), **scenario.facts}
    for step in scenario.steps:
        if isinstance(step, EventStep | LearnStep):
            for name, value in step.facts.items():
                if facts.get(name) != value:
                    facts.pop(name, None)
    return {**parameters, **facts}


def possible(phrases: tuple[Phrase, ...], known: Mapping[str, Value]) -> tuple[Phrase, ...]:
    """Those phrases that may be said, each under what is left of its condition."""
    found = []
    for phrase in phrases:
        when = None if phrase.when is None else settled(phrase.when, known)
        if not isinstance(when, Constant):
            found.append(changed(phrase, when=when))
        elif when.value:
            found.append(changed(phrase, when=None))
    return tuple(found)


def settled(expr: Expr, known: Mapping[str, Value]) -> Expr:
    """A condition with what is known put in: true or false, or what still depends on the call."""
    if isinstance(expr, GuardRef):
        body = settled(expr.body, known)
        return expr if body == expr.body else body
    if isinstance(expr, Not):
        operand = settled(expr.operand, known)
        return (
            _constant(expr, not operand.value) if isinstance(operand, Constant) else Not(expr.span, operand)
        )
    if isinstance(expr, And | Or):
        return _several(expr, known)
    told = _told(expr, known)
    if any(isinstance(part, Ref | ByRef | InState) for part in walk(told)):
        return told
    return _constant(expr, compile_expression(told)(_NOBODY))


def opposite(one: Expr, other: Expr) -> bool:
    """Whether one condition is plainly the other one denied."""
    return _denied(one) == _plain(other) or _plain(one) == _denied(other)


def filled(chart: Chart, text: str, known: Mapping[str, Value], language: str) -> str:
    """A text with what is known in its gaps; other gaps as they are printed in general."""

    def piece(match: Match[str]) -> str:
        if known.get(match[1] or "", "") == "":
            return phrase_words(chart, match[0], language)
        return fill(match[0], chart, known, language)

    return PATTERN.sub(piece, text)


def _several(expr: And | Or, known: Mapping[str, Value]) -> Expr:
    decides = isinstance(expr, Or)
    left = []
    for operand in expr.operands:
        found = settled(operand, known)
        if not isinstance(found, Constant):
            left.append(found)
        elif found.value is decides:
            return found
    if not left:
        return _constant(expr, not decides)
    return left[0] if len(left) == 1 else changed(expr, operands=tuple(left))


def _told(expr: Expr, known: Mapping[str, Value]) -> Expr:
    """A comparison, or a name by itself, with the values of those names that are known."""
    if isinstance(expr, Ref) and expr.kind in ("fact", "parameter") and expr.name in known:
        return _constant(expr, known[expr.name])
    if isinstance(expr, Compare | Arithmetic):
        return changed(expr, left=_told(expr.left, known), right=_told(expr.right, known))
    return changed(expr, operand=_told(expr.operand, known)) if isinstance(expr, In | Negative) else expr


def _constant(expr: Expr, value: Value) -> Constant:
    return Constant(expr.span, value)


def _plain(expr: Expr) -> Expr:
    """A condition without names for it, and without a double denial."""
    if isinstance(expr, GuardRef):
        return _plain(expr.body)
    if isinstance(expr, Not):
        return _denied(expr.operand)
    return expr


def _denied(expr: Expr) -> Expr:
    if isinstance(expr, GuardRef):
        return _denied(expr.body)
    if isinstance(expr, Not):
        return _plain(expr.operand)
    if isinstance(expr, Compare):
        return changed(expr, op=_OPPOSITE[expr.op])
    return Not(expr.span, expr)
