"""The conditions of properties, read in a situation or at a moment inside a step."""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.partial import Operand
from policy_engine.automaton.tree import Computed
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Value
from policy_engine.verify.moments import Moment
from policy_engine.verify.situation import Situation
from policy_engine.verify.worlds import Worlds


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

    def _holds(self, condition: Expr, world: int, context: dict[str, Value], states: tuple[str, ...]) -> bool:
        run = self._compiled.get(id(condition))
        if run is None:
            run = self._compiled[id(condition)] = compile_expression(condition)
        known = self._worlds.inputs(world)
        return bool(run(Inputs(known.facts, {}, context, None, self._automaton.parameters, states)))
