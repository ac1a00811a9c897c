"""Which choices of parameters two versions are compared for, and which of these come to the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from policy_engine.automaton.domains import Domains, expressions
from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.courses.common import exported, shared_types
from policy_engine.courses.guided import phrase_conditions
from policy_engine.courses.lengths import read_in_durations
from policy_engine.courses.side import Lengths
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Expr, Ref
from policy_engine.model.regions import around
from policy_engine.model.types import Type, Value, defaults_of


class Choices(NamedTuple):
    """The values that matter of the parameters which both versions have, the new one's default first.

    `asked` can change what happens. `lengths` only say how long something takes. What nothing reads, and what
    only one of the two has, keeps its default.
    """

    asked: dict[str, tuple[Value, ...]]
    lengths: Lengths
    defaults: Mapping[str, Value]

    @property
    def many_asked(self) -> int:
        """How many choices there are of what is asked for."""
        return prod(map(len, self.asked.values()))

    @property
    def many_lengths(self) -> int:
        """How many choices of lengths there are."""
        return prod(map(len, self.lengths.values()))

    def of_asked(self) -> Iterator[dict[str, Value]]:
        """Every choice of what is asked for."""
        for choice in product(*self.asked.values()):
            yield {**self.defaults, **dict(zip(self.asked, choice, strict=True))}

    def some_asked(self, most: int) -> Iterator[dict[str, Value]]:
        """So many choices of what is asked for at most, from all over; the default one first."""
        many = self.many_asked
        for place in range(0, many, max(1, -(-many // most))):
            choice, left = dict(self.defaults), place
            for name, values in reversed(self.asked.items()):
                left, index = divmod(left, len(values))
                choice[name] = values[index]
            yield choice

    def of_lengths(self) -> Iterator[dict[str, Value]]:
        """Every choice of lengths."""
        for choice in product(*self.lengths.values()):
            yield dict(zip(self.lengths, choice, strict=True))


def choices_in_both(old: Chart, new: Chart) -> Choices:
    """The choices for two charts, as the kernel runs them."""
    shared = shared_types(
        {name: item.type for name, item in old.parameters.items()},
        {name: item.type for name, item in new.parameters.items()},
    )
    asked = read_of_parameters(old) | read_of_parameters(new)
    lengths = {*read_in_durations(old), *read_in_durations(new)} - asked
    defaults = {**defaults_of(old.parameters), **defaults_of(new.parameters)}
    values = {name: _values((old, new), name, *types) for name, types in shared.items()}
    return Choices(
        {name: both for name, both in values.items() if name in asked},
        {name: both for name, both in values.items() if name in lengths},
        {name: both[0] for name, both in values.items()}
        | {name: value for name, value in defaults.items() if name not in values},
    )


def read_beside(chart: Chart) -> frozenset[str]:
    """The parameters that change what a session does whatever its table says: lengths, and what exports and
    phrases read.
    """
    return read_in_durations(chart) | {*_shown(chart)}


def _shown(chart: Chart) -> Iterator[str]:
    return _parameters((*exported(chart), *phrase_conditions(chart)))


def read_of_parameters(chart: Chart) -> frozenset[str]:
    """The parameters that anything reads, but for how long something takes."""
    return frozenset((*_shown(chart), *_parameters(expressions(chart))))


def _parameters(exprs: Iterable[Expr]) -> Iterator[str]:
    for expr in exprs:
        yield from (part.name for part in walk(expr) if isinstance(part, Ref) and part.kind == "parameter")


def _values(charts: Sequence[Chart], name: str, old: Type, new: Type) -> tuple[Value, ...]:
    """The values that both versions allow, as far as either can tell them apart; the default first."""
    default = charts[1].parameters[name].default
    assert default is not None  # a parameter has one
    if new.finite:
        both = [value for value in new.values if old.accepts(value)]
        return tuple(sorted(both, key=lambda value: value != default))
    literals = [Domains(chart, defaults_of(chart.parameters)).literals for chart in charts]
    if new.kind == "number":
        return tuple(dict.fromkeys((default, *around(literals[0][0] | literals[1][0]))))
    # Each parameter is another text than every other, unless both are one that is named.
    return (*dict.fromkeys((default, *sorted(literals[0][1] | literals[1][1]))), f"{OTHER_TEXT} {name}")
