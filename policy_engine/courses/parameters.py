"""The parameters, and the values of each, that can make a difference."""

from __future__ import annotations

from policy_engine.automaton.domains import Domains, constants, expressions, numbers_and_texts
from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Ref
from policy_engine.model.regions import around
from policy_engine.model.types import Value, defaults_of


def parameter_values(chart: Chart, name: str) -> tuple[Value, ...]:
    """Every value of a finite parameter; of a text or a number its default, each value that a condition or a
    property names, and others that stand for the rest.
    """
    declared = chart.parameters[name]
    assert declared.default is not None
    if declared.type.finite:
        return declared.type.values
    numbers, texts = Domains(chart, defaults_of(chart.parameters)).literals
    conditions = [expr for item in chart.properties.values() for expr in item.conditions.values()]
    more_numbers, more_texts = numbers_and_texts(constants(conditions))
    if declared.type.kind == "number":
        return tuple(dict.fromkeys((declared.default, *around(numbers | more_numbers))))
    # Each parameter is another text than every other, unless both are one that is named.
    return (*dict.fromkeys((declared.default, *sorted(texts | more_texts))), f"{OTHER_TEXT} {name}")


def parameters_in_use(chart: Chart) -> frozenset[str]:
    """The parameters that a condition, a value or a property reads. How long something takes is no part of
    it: only what counts time has to know that.
    """
    asked = [expr for item in chart.properties.values() for expr in item.conditions.values()]
    return frozenset(
        part.name
        for expr in (*expressions(chart), *asked)
        for part in walk(expr)
        if isinstance(part, Ref) and part.kind == "parameter"
    )
