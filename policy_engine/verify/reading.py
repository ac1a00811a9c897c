"""The conditions of properties, read in a situation or at a moment inside a step."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.partial import Operand
from policy_engine.automaton.tree import Computed
from policy_engine.courses.situation import Situation
from policy_engine.courses.worlds import Worlds
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import ByRef, Expr, Ref
from policy_engine.model.types import Value
from policy_engine.verify.moments import Moment


class Reading:
    """Evaluates conditions of one automaton's properties; each is compiled once."""

    def __init__(self, automaton: Automaton, worlds: Worlds) -> None:
        self._automaton = automaton
        self._worlds = worlds
        self._held: dict[tuple[int, int, int, tuple[Value, ...]], bool] = {}
        self._contexts: dict[tuple[int, tuple[Value, ...]], dict[str, Value]] = {}
        self._compiled: dict[int, Callable[[Inputs], object]] = {}

    def at_rest(self, condition: Expr | None, situation: Situation) -> bool:
        """Whether a condition holds in a situation; where there is none it does."""
        if condition is None:
            return True
        # What is still to come later is nothing that a condition reads.
        key = (id(condition), situation.node, situation.world, situation.opaque)
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
        context = {
            name: self._value(value, inputs) for name, value in zip(program.names, moment.values, strict=True)
        }
        states = program.topology.ids(moment.configuration)
        return self._holds(condition, world, context, states)

    def _value(self, value: Operand, inputs: Inputs) -> Value:
        computed = self._automaton.program.partial.computed(value)
        return computed.evaluate(inputs) if isinstance(computed, Computed) else computed

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
        return bool(run(Inputs(facts, told.data, context, told.by, parameters, states, told.person)))


def asks(condition: Expr) -> bool:
    """Whether a condition reads what is told with an event, or who tells it."""
    return any(
        isinstance(item, ByRef) or (isinstance(item, Ref) and item.kind in ("data", "person"))
        for item in walk(condition)
    )
