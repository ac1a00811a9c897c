"""The values that matter of everything that a step reads from outside the table.

The table is made by trying every value that can matter. A finite input is tried value by value. A number is
tried by region: each literal that the policy compares numbers with, and one number between each two of
them. A text is tried as each literal and as "something else". So a path through the table stands for a set
of outside worlds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from policy_engine.automaton.inputs import NOBODY, OTHER_TEXT, InputKind
from policy_engine.model.chart import Add, Ask, Assign, Cancel, Chart, Send
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Constant, Expr, In
from policy_engine.model.regions import around
from policy_engine.model.types import Type, Value


def expressions(chart: Chart, *, asked: bool = True) -> Iterator[Expr]:
    """Every expression that a step can evaluate; `asked` False: without what actions are only told."""
    for transition in chart.transitions:
        if transition.guard is not None:
            yield transition.guard
    for state in chart.states:
        for forbid in state.forbid:
            if forbid.when is not None:
                yield forbid.when
    steps = [step for state in chart.states for step in (*state.entry, *state.exit)]
    steps += [step for transition in chart.transitions for step in transition.steps]
    for step in steps:
        match step:
            case Ask() if asked:
                yield from (expr for _, expr in step.params)
            case Assign():
                yield from (expr for _, expr in step.values)
            case Add():
                yield from (expr for _, expr in step.amounts)
            case Send(times=times) | Cancel(times=times) if times is not None:
                yield times
            case _:
                pass


def constants(exprs: Iterable[Expr]) -> Iterator[Value]:
    """Every value that is written in expressions."""
    for top in exprs:
        for expr in walk(top):
            if isinstance(expr, Constant):
                yield expr.value
            elif isinstance(expr, In):
                yield from expr.items


def numbers_and_texts(values: Iterable[Value]) -> tuple[frozenset[Value], frozenset[str]]:
    """The values that an opaque number, and those that a text can be compared with."""
    given = list(values)
    numbers = frozenset([value for value in given if type(value) in (int, float)])
    return numbers, frozenset([value for value in given if isinstance(value, str)])


class Domains:
    """The values that matter of every input, for one chart and its parameters.

    Any constant can end up beside an opaque input once what is known is filled in: one that is written, a
    parameter's value, or the default of a datum of a raised event.
    """

    def __init__(self, chart: Chart, parameters: Mapping[str, Value]) -> None:
        values = [*parameters.values(), *constants(expressions(chart))]
        for event in chart.events.values():
            values += [item.default for item in event.data.values() if item.default is not None]
        numbers, texts = self.literals = numbers_and_texts(values)  # that are written anywhere
        self._numbers = tuple(around(numbers)) if numbers else (0.0,)
        self._texts = (*sorted(texts), OTHER_TEXT)
        self._chart = chart
        self._found: dict[tuple[InputKind, str, str | None], tuple[Value, ...]] = {}

    def of(self, kind: InputKind, name: str, event: str | None) -> tuple[Value, ...]:
        """Representative values of an input; `event` is the event in hand."""
        found = self._found.get((kind, name, event))
        if found is None:
            found = self._found[kind, name, event] = self._values(kind, name, event)
        return found

    def _values(self, kind: InputKind, name: str, event: str | None) -> tuple[Value, ...]:
        chart = self._chart
        if kind == "by":
            return tuple(chart.roles)
        if kind == "person":
            return (NOBODY, OTHER_TEXT)
        if kind == "fact":
            return self.of_type(chart.facts[name].type)
        if kind == "context":
            return self.of_type(chart.context[name].type)
        assert event is not None
        return self.of_type(chart.events[event].data[name].type)

    def of_type(self, wanted: Type) -> tuple[Value, ...]:
        """Representative values of a type, wherever something of it is read."""
        if wanted.kind == "number":
            return self._numbers
        if wanted.kind in ("text", "person"):
            return self._texts
        return wanted.values
