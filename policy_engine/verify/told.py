"""What a host can tell with an event so that a certain edge is taken: data, role and person that fit it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.tree import Computed, Edge
from policy_engine.automaton.worlds import Assumption
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Ref
from policy_engine.model.types import Value
from policy_engine.verify.worlds import Worlds

# So many combinations of data and reporters of one event are looked through for those that lead to an edge.
MOST_TOLD = 20_000

Told = tuple[tuple[tuple[str, Value], ...], str | None, str]


def told(
    chart: Chart, worlds: Worlds, edge: Edge, assumed: tuple[Assumption, ...], known: Inputs
) -> Iterator[Told]:
    """Data, role and person that lead to an edge: one of them, or each where new values come of the data."""
    if edge.trigger.kind != "on":
        yield (), None, NOBODY
        return
    event = chart.events[edge.trigger.name]
    if not assumed and not edge.assigned:
        yield (), worlds.reporters[event.name][0], NOBODY
        return
    kept = [value.expr for _, value in edge.assigned if isinstance(value, Computed)]
    read = [part for expr in (*kept, *(test.expr for test, _ in assumed)) for part in walk(expr)]
    names = tuple(dict.fromkeys(part.name for part in read if isinstance(part, Ref) and part.kind == "data"))
    domains = [worlds.domain(event.data[name].type) for name in names]
    roles = worlds.reporters[event.name]
    if not any(isinstance(part, ByRef) for part in read):
        roles = roles[:1]
    persons: tuple[str, ...] = (NOBODY,)
    if any(isinstance(part, Ref) and part.kind == "person" for part in read):
        persons = (NOBODY, *worlds.persons)
    for by, person, values in islice(product(roles, persons, product(*domains)), MOST_TOLD):
        data = dict(zip(names, values, strict=True))
        inputs = Inputs(known.facts, data, known.context, by, person=person)
        if all(test.evaluate(inputs) == answer for test, answer in assumed):
            yield tuple(data.items()), by, person
            if not kept:
                return
