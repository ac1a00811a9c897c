"""What a session lets others read: the exports of its policy, computed from where it is now."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.automaton.inputs import Inputs
from policy_engine.model.chart import Chart, Choice
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.types import Value

Reading = Callable[[Inputs], Value]


def compile_exports(chart: Chart) -> dict[str, Reading]:
    """How each export is read, in the order of the policy."""
    return {name: _reading(export.choices) for name, export in chart.exports.items()}


def _reading(choices: tuple[Choice, ...]) -> Reading:
    """The value of the first choice that holds; the last always does."""
    *guarded, last = choices
    otherwise = compile_expression(last.value)
    pairs = [(compile_expression(item.when), compile_expression(item.value)) for item in guarded if item.when]

    def read(inputs: Inputs) -> Value:
        for holds, value in pairs:
            if holds(inputs):
                return value(inputs)
        return otherwise(inputs)

    return read
