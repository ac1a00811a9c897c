"""One call of the kernel, from a node of the table to what came of it."""

from __future__ import annotations

from policy_engine.automaton.kernel import EndlessError, OutOfRangeError, Run
from policy_engine.automaton.node import Node
from policy_engine.automaton.partial import Evaluator, Operand, World
from policy_engine.automaton.program import Program
from policy_engine.automaton.tree import EdgeVerdict, Refusal, Trigger
from policy_engine.model.types import Value

Answer = tuple[EdgeVerdict, Refusal | None]


class Calls:
    """Calls the kernel for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        # Every edge on which somebody may not report an event says the same.
        self._strangers = {event: Refusal("role-may-not", {"event": event}) for event in program.chart.events}
        self._nameless = {event: Refusal("person-needed", {"event": event}) for event in program.persons}

    def begin(self, node: Node | None, world: World) -> Run:
        """A run from a node, None for the start."""
        program = self._program
        if node is None:
            return Run(program, world, 0, (0,) * len(program.topology.histories), self._first_values())
        values: list[Operand] = [*node.values]
        if program.opaque:
            finite = iter(node.values)
            values = [
                next(finite) if item.type.finite else program.partial.opaque(name)
                for name, item in program.chart.context.items()
            ]
        return Run(program, world, node.configuration, node.history, values)

    def _first_values(self) -> list[Operand]:
        return [
            _default(item.default) if item.type.finite else self._program.partial.opaque(name)
            for name, item in self._program.chart.context.items()
        ]

    def answer(self, run: Run, node: Node | None, trigger: Trigger) -> Answer:
        """Lets a run handle a trigger; with a Refusal nothing that it did counts."""
        try:
            return self._answer(run, node, trigger)
        except OutOfRangeError as problem:
            params = {"variable": problem.variable, "value": problem.value, "step": problem.step}
            return "rejected", Refusal("out-of-range", params)
        except EndlessError as problem:
            return "rejected", Refusal("endless", {"states": problem.states})

    def _answer(self, run: Run, node: Node | None, trigger: Trigger) -> Answer:
        if node is None:
            run.start()
            return "applied", None
        if trigger.kind == "facts":
            run.settle()
            return ("applied" if run.transitions else "ignored"), None
        if trigger.kind == "on" and not self._may_report(run, trigger.name):
            return "rejected", self._strangers[trigger.name]
        if trigger.kind == "on" and trigger.name in self._nameless and not self._names_person(run):
            return "rejected", self._nameless[trigger.name]
        answer = run.deliver(trigger)
        if isinstance(answer, Refusal):
            return "forbidden", answer
        if answer:
            return "applied", None
        if run.barred and trigger.kind == "on":
            return "rejected", self._strangers[trigger.name]
        return "ignored", None

    def _may_report(self, run: Run, event: str) -> bool:
        role = self._program.event_roles[event]
        return role is None or self._from_outside(run, role)

    def _names_person(self, run: Run) -> bool:
        return self._from_outside(run, self._program.names_person)

    def _from_outside(self, run: Run, test: Evaluator) -> bool:
        """Asks of who reports before the event is handled."""
        run.outside = True
        holds = bool(test(run))
        run.outside = False
        return holds


def _default(value: Value | None) -> Value:
    assert value is not None
    return value
