"""The outside worlds that the verifier tries: every choice of facts, data and reporters that can matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.outline import facts_in_use
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Constant, Expr, In, Ref
from policy_engine.model.regions import around
from policy_engine.model.types import Type, Value, defaults_of

# Past so many choices of facts a policy is not proved.
MOST_WORLDS = 4_096


class Worlds:
    """The outside worlds of one automaton. `conditions` are those of its properties."""

    def __init__(self, automaton: Automaton, conditions: tuple[Expr, ...]) -> None:
        chart = automaton.chart
        self._automaton = automaton
        self._literals = [value for top in conditions for expr in walk(top) for value in _constants(expr)]
        used = {*facts_in_use(chart), *_facts(conditions)}
        self.names = tuple(name for name in chart.facts if name in used)
        domains = [self.domain(chart.facts[name].type) for name in self.names]
        self.thorough = prod(map(len, domains)) <= MOST_WORLDS
        known = defaults_of(chart.facts)
        self.defaults = tuple(known[name] for name in self.names)
        choices = product(*domains) if self.thorough else iter([self.defaults])
        # Courses that need no facts but the defaults are told first among equally long ones.
        self.facts = sorted(choices, key=lambda facts: sum(map(_differs, facts, self.defaults)))
        self.reporters: dict[str, list[str | None]] = {
            event.name: [role for role in chart.roles if event.by is None or role in event.by] or [None]
            for event in chart.events.values()
        }
        # One person more than a policy can remember: somebody who is none of them.
        remembered = sum(item.type.kind == "person" for item in chart.context.values())
        self.persons = tuple(f"person {number}" for number in range(1, remembered + 2))
        self._known = [{**known, **dict(zip(self.names, facts, strict=True))} for facts in self.facts]

    def inputs(self, world: int, opaque: tuple[Value, ...] = ()) -> Inputs:
        """The outside world of a situation, without an event in hand."""
        context = dict(zip(self._automaton.program.opaque, opaque, strict=True)) if opaque else {}
        return Inputs(self._known[world], {}, context, None, self._automaton.parameters)

    def domain(self, declared: Type) -> tuple[Value, ...]:
        """The values of a type that can matter to the policy or to its properties."""
        if declared.finite:
            return declared.values
        known = self._automaton.program.partial.values_of(declared)
        if declared.kind == "number":
            given = {value for value in (*known, *self._literals) if type(value) in (int, float)}
            return tuple(around(given))
        return tuple(dict.fromkeys((*known, *(value for value in self._literals if isinstance(value, str)))))


def _differs(one: Value, other: Value) -> bool:
    return one != other


def _constants(expr: Expr) -> tuple[Value, ...]:
    if isinstance(expr, Constant):
        return (expr.value,)
    return expr.items if isinstance(expr, In) else ()


def _facts(conditions: tuple[Expr, ...]) -> Iterator[str]:
    for top in conditions:
        for expr in walk(top):
            if isinstance(expr, Ref) and expr.kind == "fact":
                yield expr.name
