"""An automaton whose table was written to a file, and is read as sessions come to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.damage import reading
from policy_engine.automaton.outline import Outline
from policy_engine.automaton.shapes import flag, items, text
from policy_engine.automaton.stored_chart import StoredChart
from policy_engine.automaton.stored_table import StoredTable
from policy_engine.diagnostics.span import Span

if TYPE_CHECKING:
    from policy_engine.automaton.making import Maker
    from policy_engine.model.chart import Chart
    from policy_engine.model.types import Value

    T = TypeVar("T")

_HEAD = {"policy": "id", "version": "version", "digest": "digest"}


class StoredAutomaton(Automaton):
    """An automaton over a chart from a file: where the kernel stumbles over that, TableError is raised."""

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> StoredAutomaton:
        """The automaton of a table. What data of another shape raise is left to the caller."""
        chart = StoredChart(table["chart"])
        span = Span.start_of(chart.file)
        if any(table[name] != getattr(chart, field) for name, field in _HEAD.items()):
            raise ValueError("a chart of another policy")
        automaton = cls(chart, _parameters(table["parameters"], chart))
        stored = StoredTable(table, chart)
        facts = items(text)(table["facts"], span)
        if not chart.facts.keys() >= set(facts):
            raise ValueError("facts that are not declared")
        arrows = tuple([text(arrow["id"], span) for arrow in table["chart"]["transitions"]])
        automaton._outline = Outline(stored.ids, arrows, facts, flag(table["timed"], span))
        automaton.whole = flag(table["whole"], span)
        automaton.starts = stored.starts
        automaton.nodes = stored.nodes
        automaton.edges = stored.edges
        automaton._keys = stored.keys
        return automaton

    def _made(self, make: Callable[[Maker], T]) -> T:
        return reading(lambda: super(StoredAutomaton, self)._made(make))


def _parameters(given: Any, chart: Chart) -> dict[str, Value]:
    """Parameters as the chart declares them."""
    if not all(item.type.accepts(given[name]) for name, item in chart.parameters.items()):
        raise ValueError("a parameter outside its range")
    return {name: given[name] for name in chart.parameters}
