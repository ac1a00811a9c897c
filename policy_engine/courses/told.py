"""What a host can tell with an event so that a certain edge is taken: data, role and person that fit it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.tree import Computed, Edge
from policy_engine.automaton.worlds import Assumption
from policy_engine.courses.worlds import Worlds
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Expr, Ref
from policy_engine.model.regions import representatives
from policy_engine.model.types import Value

# A range of more values than this is tried by those that conditions tell apart.
WIDE = 20
# So many combinations of data and reporters of one event are looked through for those that lead to an edge.
MOST_TOLD = 20_000

Told = tuple[tuple[tuple[str, Value], ...], str | None, str]
NOTHING_TOLD: Told = ((), None, NOBODY)


class Telling:
    """Finds what can be told. Equal questions are asked in many situations and answered once.

    `asked` is what properties ask of the data, the role and the person of an event, `plain` what is told with
    an event where nothing depends on it. `cut` are the events of which more can be told than was looked
    through, each with its data.
    """

    def __init__(self, chart: Chart, worlds: Worlds, asked: Mapping[str, tuple[Expr, ...]]) -> None:
        self.cut: dict[str, tuple[str, ...]] = {}
        self._chart = chart
        self.asked = asked
        self._worlds = worlds
        self._found: dict[object, tuple[Told, ...]] = {}
        self.plain = {event: (((), reporters[0], NOBODY),) for event, reporters in worlds.reporters.items()}

    def told(
        self, edge: Edge, assumed: tuple[Assumption, ...], world: int, opaque: tuple[Value, ...]
    ) -> tuple[Told, ...]:
        """Data, role and person that lead to an edge: one of them, or each where more depends on them."""
        name = edge.trigger.name
        if edge.trigger.kind != "on":
            return (NOTHING_TOLD,)
        if not assumed and not edge.assigned and name not in self.asked:
            return self.plain[name]
        kept = tuple(value.expr for _, value in edge.assigned if isinstance(value, Computed))
        # Tests are shared, so that one is told from another by what it is.
        asked = tuple([(id(test), answer) for test, answer in assumed])
        key = (name, tuple(map(id, kept)), asked, world, opaque)
        found = self._found.get(key)
        if found is None:
            known = self._worlds.inputs(world, opaque)
            everything = self._all(name, kept, assumed)
            fitting = (item for item in islice(everything, MOST_TOLD) if _fits(item, assumed, known))
            each = bool(kept) or name in self.asked
            found = self._found[key] = tuple(fitting if each else islice(fitting, 1))
            if each or not found:
                self._look_for_more(name, everything)
        return found

    def anything(self, event: str) -> tuple[Told, ...]:
        """Whatever can be told with an event that no state speaks of, as far as properties ask for it."""
        key = (event,)
        found = self._found.get(key)
        if found is None:
            everything = self._all(event, (), ())
            found = self._found[key] = tuple(islice(everything, MOST_TOLD))
            self._look_for_more(event, everything)
        return found

    def _look_for_more(self, event: str, left: Iterator[Told]) -> None:
        """Notes an event of which there is more to tell."""
        if next(left, None) is not None:
            self.cut[event] = tuple(f"event.{name}" for name in self._chart.events[event].data) or (event,)

    def _all(self, name: str, kept: tuple[Expr, ...], assumed: tuple[Assumption, ...]) -> Iterator[Told]:
        """Everything that can be told with an event, as far as it is read."""
        asked = (*(test.expr for test, _ in assumed), *self.asked.get(name, ()))
        read = [part for expr in (*kept, *asked) for part in walk(expr)]
        refs = [part for part in read if isinstance(part, Ref)]
        domains = self._data(name, kept, asked)
        for test, answer in assumed:
            if isinstance(test.expr, Ref) and test.expr.kind == "data":
                domains[test.expr.name] = (answer,)
        names = tuple(domains)
        roles = self._worlds.reporters[name]
        if not any(isinstance(part, ByRef) for part in read):
            roles = roles[:1]
        persons: tuple[str, ...] = (NOBODY,)
        if any(part.kind == "person" for part in refs):
            persons = (NOBODY, *self._worlds.persons)
        for by, person, values in product(roles, persons, product(*domains.values())):
            yield tuple(zip(names, values, strict=True)), by, person

    def _data(
        self, event: str, kept: tuple[Expr, ...], asked: tuple[Expr, ...]
    ) -> dict[str, Sequence[Value]]:
        """The values of each datum that is read. Of a wide range that nothing keeps those will do that the
        conditions tell apart.
        """
        declared = self._chart.events[event].data
        refs = dict.fromkeys(
            part
            for expr in (*kept, *asked)
            for part in walk(expr)
            if isinstance(part, Ref) and part.kind == "data"
        )
        stored = {part for expr in kept for part in walk(expr)}
        wide = {
            ref: declared[ref.name].type
            for ref in refs
            if ref not in stored and declared[ref.name].type.high - declared[ref.name].type.low > WIDE
        }
        few = representatives([part for expr in asked for part in walk(expr)], wide) if wide else {}
        return {
            ref.name: few[ref] if ref in few else self._worlds.domain(declared[ref.name].type) for ref in refs
        }


def _fits(told: Told, assumed: tuple[Assumption, ...], known: Inputs) -> bool:
    data, by, person = told
    inputs = Inputs(known.facts, dict(data), known.context, by, person=person)
    return all(test.evaluate(inputs) == answer for test, answer in assumed)
