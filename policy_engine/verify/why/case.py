"""A moment of a session with everything that a step reads, and what comes of a step in it.

The kernel itself is asked, and watched: a step is decided by what it read, and by nothing else. So nothing
has to be in the table: a case may have values that no session ever comes to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from policy_engine.automaton.alike import Watched
from policy_engine.automaton.calls import Calls
from policy_engine.automaton.choices import Reader
from policy_engine.automaton.inputs import NOBODY, Inputs
from policy_engine.automaton.kernel import Run
from policy_engine.automaton.microsteps import Microstep
from policy_engine.automaton.node import Node
from policy_engine.automaton.partial import Operand, World
from policy_engine.automaton.program import Program
from policy_engine.automaton.topology import bits
from policy_engine.automaton.tree import FACTS, Computed, DroppedEvent, Refusal, Trigger
from policy_engine.model.types import Value
from policy_engine.records import changed, record

Kind = Literal["context", "fact", "data", "by", "person"]
Read = tuple[Kind, str]  # something that a step reads: a variable, a fact, a datum, the reporter


@record
class Case:
    """Where a session is when something happens, and what is told with it.

    `values` are all variables, hidden ones too. `by` is None in a policy without roles.
    """

    configuration: int
    history: tuple[int, ...]
    values: Mapping[str, Value]
    facts: Mapping[str, Value]
    data: Mapping[str, Value]
    by: str | None
    person: str

    @property
    def inputs(self) -> Inputs:
        """The outside world, as the kernel asks for it."""
        return Inputs(self.facts, self.data, self.values, self.by, person=self.person)


@record
class Seen:
    """One microstep: the transitions that were taken, and what held when they were chosen.

    `event` is the event in hand, None where there is none; `outside` whether it came from there.
    """

    transitions: tuple[int, ...]
    configuration: int
    values: Mapping[str, Value]
    event: str | None
    outside: bool


@record
class Outcome:
    """What came of something that happened. `reads` is all that it depends on.

    `settled` are the microsteps of the `always` that came first, `exited` the states that were left at any
    time. `met` is where the session was when it came to the trigger itself, `case` where it is afterwards.
    """

    verdict: str
    refusal: Refusal | None
    settled: tuple[Seen, ...]
    seen: tuple[Seen, ...]
    actions: tuple[str, ...]
    dropped: tuple[DroppedEvent, ...]
    exited: frozenset[int]
    met: Case
    case: Case
    reads: frozenset[Read]

    @property
    def steps(self) -> tuple[Seen, ...]:
        """All microsteps, in order."""
        return (*self.settled, *self.seen)


class _Noting(Run):
    """A run that notes which transitions are taken, and what held when they were chosen."""

    __slots__ = ("inputs", "noted")

    def __init__(self, begun: Run, inputs: Inputs) -> None:
        super().__init__(
            begun.program, begun.world, begun.configuration, begun.history, Watched(begun.values)
        )
        self.inputs = inputs
        self.noted: list[Seen] = []

    def _do(self, step: Microstep) -> None:
        if step.transitions:
            values = concrete(self, self.inputs)
            seen = Seen(step.transitions, self.configuration, values, self.current, self.outside)
            self.noted.append(seen)
        super()._do(step)


class Decider:
    """Asks the kernel of one program what comes of something that happens."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._calls = Calls(program)
        self._finite = {program.slot[name]: name for name in program.finite}

    def decide(self, case: Case, trigger: Trigger) -> Outcome:
        """What comes of a trigger: `always` first, in case the facts are new, then the trigger itself."""
        if trigger.kind == "start":
            return self._run(case, trigger)
        settled = self._run(case, FACTS)
        if trigger.kind == "facts" or settled.refusal is not None:
            return settled
        case = changed(settled.case, data=case.data, by=case.by, person=case.person)
        if self.is_done(case):
            return changed(settled, verdict="closed", settled=settled.seen, seen=(), met=case, case=case)
        if trigger.kind == "after" and not self._runs(trigger, settled):
            return changed(settled, verdict="ignored", settled=settled.seen, seen=(), met=case, case=case)
        found = self._run(case, trigger)
        return changed(
            found,
            settled=settled.seen,
            actions=settled.actions + found.actions,
            dropped=settled.dropped + found.dropped,
            reads=settled.reads | found.reads,
        )

    def is_done(self, case: Case) -> bool:
        """Whether the session has ended."""
        topology = self.program.topology
        return any(topology.parent[index] == 0 for index in bits(case.configuration & topology.final))

    def _runs(self, trigger: Trigger, settled: Outcome) -> bool:
        """Whether a timer still runs after `always` was settled: leaving its state has ended it."""
        return self.program.chart.timers[trigger.timer].state not in settled.exited

    def _run(self, case: Case, trigger: Trigger) -> Outcome:
        inputs = case.inputs
        reader = Reader(inputs)
        node = None if trigger.kind == "start" else self._node(case)
        run = _Noting(self._calls.begin(node, World(reader, trigger.event)), inputs)
        verdict, refusal = self._calls.answer(run, node, trigger)
        reads: set[Read] = {(item.kind, item.name) for test, _, _ in reader.trail for item in test.inputs}
        assert isinstance(run.values, Watched)
        reads |= {("context", self._finite[slot]) for slot in run.values.read if slot in self._finite}
        if refusal is not None:
            return Outcome(verdict, refusal, (), (), (), (), frozenset(), case, case, frozenset(reads))
        after = changed(
            case, configuration=run.configuration, history=run.history, values=concrete(run, inputs)
        )
        return Outcome(
            verdict=verdict,
            refusal=None,
            settled=(),
            seen=tuple(run.noted),
            actions=tuple(call.action for call in run.actions),
            dropped=run.dropped,
            exited=frozenset(run.exited),
            met=case,
            case=after,
            reads=frozenset(reads),
        )

    def _node(self, case: Case) -> Node:
        finite = tuple(case.values[name] for name in self.program.finite)
        return Node(-1, case.configuration, case.history, finite, (), (), None, ())


def concrete(run: Run, inputs: Inputs) -> dict[str, Value]:
    """All variables as they stand in a run."""
    program = run.program
    return {
        name: _value(operand, program, inputs)
        for name, operand in zip(program.names, run.values, strict=True)
    }


def _value(operand: Operand, program: Program, inputs: Inputs) -> Value:
    computed = program.partial.computed(operand)
    return computed.evaluate(inputs) if isinstance(computed, Computed) else computed


def case_of(program: Program, snapshot: Mapping[str, Any]) -> Case:
    """Where a session is, by its snapshot, which must be sound."""
    topology, chart = program.topology, program.chart
    index = {state.id: state.index for state in chart.states}

    def mask(ids: list[str]) -> int:
        return sum(1 << index[id] for id in ids)

    history = [0] * len(topology.histories)
    for name, stored in snapshot["history"].items():
        history[topology.slot[index[name]]] = mask(stored)
    return Case(
        mask(snapshot["configuration"]),
        tuple(history),
        dict(snapshot["context"]),
        dict(snapshot["facts"]),
        {},
        next(iter(chart.roles), None),
        NOBODY,
    )
