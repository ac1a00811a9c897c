"""The outside worlds that the verifier tries: every choice of facts, data and reporters that can matter."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product
from math import prod

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.domains import constants, expressions, numbers_and_texts
from policy_engine.automaton.inputs import OTHER_TEXT, Inputs
from policy_engine.automaton.outline import facts_in_use
from policy_engine.courses.limits import Limit
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Compare, Expr, Ref
from policy_engine.model.regions import around
from policy_engine.model.types import Type, Value, defaults_of

# Past so many choices of facts a policy is not proved.
MOST_WORLDS = 4_096


class Worlds:
    """The outside worlds of one automaton. `conditions` are those of its properties.

    watched: variables of which each new value counts, also one that no condition tells from the old one.
    """

    def __init__(
        self,
        automaton: Automaton,
        conditions: tuple[Expr, ...],
        *,
        watched: Collection[str] = (),
    ) -> None:
        chart = automaton.chart
        self._automaton = automaton
        used = {*facts_in_use(chart), *_facts(conditions)}
        self.names = tuple(name for name in chart.facts if name in used)
        kinds = {chart.context[name].type.kind for name in watched}
        self._numbers, self._texts = self._values(conditions, kinds)
        domains = {name: self.domain(chart.facts[name].type) for name in self.names}
        self.thorough = prod(map(len, domains.values())) <= MOST_WORLDS
        widest = sorted(domains, key=lambda name: -len(domains[name]))
        self.limit = None if self.thorough else Limit("facts", tuple(widest[:3]))
        known = defaults_of(chart.facts)
        self.defaults = tuple(known[name] for name in self.names)
        choices = product(*domains.values()) if self.thorough else iter([self.defaults])
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

    def _values(
        self, conditions: tuple[Expr, ...], watched: Collection[str]
    ) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
        """The numbers and the texts that stand for all others.

        A text that nothing names is like any other such text, unless texts are compared with each other: then
        there is one for each place that a text can be kept in.
        """
        chart = self._automaton.chart
        numbers, texts = self._automaton.program.partial.literals
        more_numbers, more_texts = numbers_and_texts(constants(conditions))
        numbers, texts = numbers | more_numbers, texts | more_texts
        regions = around(numbers) if numbers else [0.0]
        if "number" in watched:
            regions = around(regions)  # two at least between each two that are named
        alike = 1
        if "text" in watched or _compares_texts(chart, conditions):
            alike = 1 + _places_of_texts(chart, self.names)
            begun = (*chart.facts.values(), *chart.context.values())
            texts |= {str(item.default) for item in begun if item.type.kind == "text"}
        others = [OTHER_TEXT, *(f"{OTHER_TEXT} {number}" for number in range(2, alike + 1))]
        return tuple(regions), (*sorted(texts), *others)

    def inputs(self, world: int, opaque: tuple[Value, ...] = ()) -> Inputs:
        """The outside world of a situation, without an event in hand."""
        context = dict(zip(self._automaton.program.opaque, opaque, strict=True)) if opaque else {}
        return Inputs(self._known[world], {}, context, None, self._automaton.parameters)

    def domain(self, declared: Type) -> tuple[Value, ...]:
        """The values of a type that can matter to the policy or to its properties."""
        if declared.finite:
            return declared.values
        return self._numbers if declared.kind == "number" else self._texts


def _differs(one: Value, other: Value) -> bool:
    return one != other


def _facts(conditions: tuple[Expr, ...]) -> Iterator[str]:
    for top in conditions:
        for expr in walk(top):
            if isinstance(expr, Ref) and expr.kind == "fact":
                yield expr.name


def _compares_texts(chart: Chart, conditions: tuple[Expr, ...]) -> bool:
    """Whether a text that is told or kept is anywhere compared with another."""
    texts = {
        item.name
        for declared in (chart.facts, chart.context, *(event.data for event in chart.events.values()))
        for item in declared.values()
        if item.type.kind == "text"
    }
    if not texts:
        return False
    for top in (*expressions(chart, asked=False), *conditions):
        for expr in walk(top):
            if isinstance(expr, Compare) and isinstance(expr.left, Ref) and isinstance(expr.right, Ref):
                sides = (expr.left, expr.right)
                if any(side.name in texts for side in sides) and all(
                    side.kind != "parameter" for side in sides
                ):
                    return True
    return False


def _places_of_texts(chart: Chart, facts: Collection[str]) -> int:
    """How many texts there can be at once: known, kept, and told with one event."""

    def texts(types: Iterator[Type]) -> int:
        return sum(item.kind == "text" for item in types)

    told = max(
        (texts(item.type for item in event.data.values()) for event in chart.events.values()), default=0
    )
    kept = texts(item.type for item in chart.context.values())
    return texts(chart.facts[name].type for name in facts) + kept + told
