"""The conditions of properties, read in a situation or at a moment inside a step."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.partial import Operand
from policy_engine.automaton.tree import Computed
from policy_engine.courses.situation import Situation
from policy_engine.courses.worlds import Worlds
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Expr, Ref
from policy_engine.model.types import NO_PERSON, Value, defaults_of
from policy_engine.verify.moments import Moment

Key = tuple[int, int, int, tuple[Value, ...]]


class Reading:
    """Evaluates conditions of one automaton's properties; each is compiled once."""

    def __init__(self, automaton: Automaton, worlds: Worlds) -> None:
        self._automaton = automaton
        self._worlds = worlds
        self._held: dict[Key, bool] = {}
        self._contexts: dict[tuple[int, tuple[Value, ...]], dict[str, Value]] = {}
        self._compiled: dict[int, Callable[[Inputs], object]] = {}
        self._reads: dict[int, frozenset[str]] = {}

    def at_rest(self, condition: Expr | None, situation: Situation) -> bool:
        """Whether a condition holds in a situation; where there is none it does."""
        if condition is None:
            return True
        # What is still to come later is nothing that a condition reads, and few read facts.
        world = situation.world if "fact" in self._kinds(condition) else 0
        key = (id(condition), situation.node, world, situation.opaque)
        found = self._held.get(key)
        if found is None:
            states = self._automaton.nodes[situation.node].states
            found = self._held[key] = self._holds(condition, situation.world, self.context(situation), states)
        return found

    def before(self, condition: Expr | None, situation: Situation, inputs: Inputs) -> bool:
        """Whether a condition holds when an event is told; it may read what is told, and who tells it."""
        if condition is None or not asks(condition):
            return self.at_rest(condition, situation)
        states = self._automaton.nodes[situation.node].states
        context = self.context(situation)
        return self._holds(condition, situation.world, context, states, inputs)

    def context(self, situation: Situation) -> dict[str, Value]:
        """The variables in a situation."""
        key = (situation.node, situation.opaque)
        found = self._contexts.get(key)
        if found is None:
            found = self._contexts[key] = self._context(situation)
        return found

    def _context(self, situation: Situation) -> dict[str, Value]:
        finite = iter(self._automaton.nodes[situation.node].values)
        opaque = iter(situation.opaque)
        return {
            name: next(finite) if item.type.finite else next(opaque)
            for name, item in self._automaton.chart.context.items()
        }

    def inside(self, condition: Expr | None, moment: Moment, world: int, inputs: Inputs) -> bool:
        """Whether a condition holds at a moment of a step whose outside world was `inputs`."""
        if condition is None:
            return True
        program = self._automaton.program
        read = {part.name for part in walk(condition) if isinstance(part, Ref) and part.kind == "context"}
        context = {
            name: self._value(value, inputs)
            for name, value in zip(program.names, moment.values, strict=True)
            if name in read
        }
        states = program.topology.ids(moment.configuration)
        told = self.by_itself(moment.name) if moment.kind in ("event", "applied") else None
        return self._holds(condition, world, context, states, told)

    def by_itself(self, event: str) -> Inputs:
        """What an event tells that nobody reports: one that is raised or sent."""
        data = defaults_of(self._automaton.chart.events[event].data)
        return Inputs({}, data, {}, NOBODY, person=NO_PERSON)

    def _value(self, value: Operand, inputs: Inputs) -> Value:
        computed = self._automaton.program.partial.computed(value)
        return computed.evaluate(inputs) if isinstance(computed, Computed) else computed

    def _kinds(self, condition: Expr) -> frozenset[str]:
        found = self._reads.get(id(condition))
        if found is None:
            found = frozenset(part.kind for part in walk(condition) if isinstance(part, Ref))
            self._reads[id(condition)] = found
        return found

    def _holds(
        self,
        condition: Expr,
        world: int,
        context: dict[str, Value],
        states: tuple[str, ...],
        told: Inputs | None = None,
    ) -> bool:
        run = self._compiled.get(id(condition))
        if run is None:
            run = self._compiled[id(condition)] = compile_expression(condition)
        facts, parameters = self._worlds.inputs(world).facts, self._automaton.parameters
        if told is None:
            return bool(run(Inputs(facts, {}, context, None, parameters, states)))
        # Whoever is not named is nobody, and so nobody who is remembered, nor like anybody who is not.
        person = told.person or NO_PERSON
        return bool(run(Inputs(facts, told.data, context, told.by, parameters, states, person)))


def asks(condition: Expr) -> bool:
    """Whether a condition reads what is told with an event, or who tells it."""
    return any(
        isinstance(item, ByRef) or (isinstance(item, Ref) and item.kind in ("data", "person"))
        for item in walk(condition)
    )
