"""A condition that always holds, or never, whatever the values are that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from policy_engine.automaton.inputs import Inputs
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Constant, Expr, GuardRef, InState, Ref
from policy_engine.model.types import Value
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View

MOST_COMBINATIONS = 2_000  # of the values that a condition reads


def _find(view: View) -> Findings:
    for expr in _conditions(view):
        if isinstance(expr, GuardRef):
            continue  # it is told about where the guard is declared
        answer = _always(expr, view)
        if answer is not None:
            yield found(expr.span, condition=str(expr), answer=_ANSWERS[answer])


_ANSWERS = {
    True: {"en": "always holds", "nl": "geldt altijd"},
    False: {"en": "never holds", "nl": "geldt nooit"},
}


def _conditions(view: View) -> Iterator[Expr]:
    """Conditions of which nothing is said while the file is read: branches are compared there."""
    chart = view.chart
    yield from chart.guards.values()
    for transition in chart.transitions:
        # That a branch never holds is said already; that one alone always does is not.
        if transition.guard is not None and _alone(transition.id, view):
            yield transition.guard
    for state in chart.states:
        yield from (forbid.when for forbid in state.forbid if forbid.when is not None)
        phrases = (*state.say, *state.avoid, *state.how)
        yield from (phrase.when for phrase in phrases if phrase.when is not None)


def _alone(id: str, view: View) -> bool:
    """Whether a branch is the only one of its list."""
    return id.endswith(".0") and f"{id[:-1]}1" not in view.transitions


def _always(expr: Expr, view: View) -> bool | None:
    """What a condition comes to whatever it reads, or None where that depends or cannot be tried out."""
    chart = view.chart
    declared = {"context": chart.context, "fact": chart.facts, "parameter": chart.parameters}
    parts = list(walk(expr))
    refs = list(dict.fromkeys(part for part in parts if isinstance(part, Ref)))
    if any(
        isinstance(part, ByRef) or (isinstance(part, Ref) and part.kind not in declared) for part in parts
    ):
        return None
    types = [declared[ref.kind][ref.name].type for ref in refs]
    states = sorted({part.state for part in parts if isinstance(part, InState)})
    if isinstance(expr, Constant) or not all(item.finite for item in types):
        return None  # `true` was written on purpose
    domains: list[tuple[Value, ...]] = [item.values for item in types]
    if prod(map(len, domains)) * 2 ** len(states) > MOST_COMBINATIONS:
        return None
    holds = compile_expression(expr)
    answers: set[bool] = set()
    for chosen in product((False, True), repeat=len(states)):
        active = tuple(state for state, is_in in zip(states, chosen, strict=True) if is_in)
        for values in product(*domains):
            known: dict[str, dict[str, Value]] = {kind: {} for kind in declared}
            for ref, value in zip(refs, values, strict=True):
                known[ref.kind][ref.name] = value
            inputs = Inputs(known["fact"], {}, known["context"], None, known["parameter"], active)
            answers.add(bool(holds(inputs)))
            if len(answers) > 1:
                return None
    return answers.pop()


RULE = Rule("condition-constant", "warning", chart=_find)
