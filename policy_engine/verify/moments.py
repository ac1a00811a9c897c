"""The moments of one call: what was left, asked for and entered, each with the values of that moment."""

from __future__ import annotations

from typing import Literal

from policy_engine.automaton.automaton import Automaton
from policy_engine.automaton.calls import Calls
from policy_engine.automaton.choices import Reader
from policy_engine.automaton.inputs import Inputs
from policy_engine.automaton.kernel import Run
from policy_engine.automaton.microsteps import Microstep
from policy_engine.automaton.partial import Operand, World
from policy_engine.automaton.program import Arrow, AskFor, Instruction
from policy_engine.automaton.tree import ActionCall
from policy_engine.courses.situation import Step
from policy_engine.records import record

# "event": one that the policy raises or sends at once; "applied": such an event that does something.
MomentKind = Literal["enter", "exit", "action", "event", "applied"]


@record
class Moment:
    """Something that happened inside a call. `values` and `configuration` are those of that moment;
    `macrostep` counts the macrosteps of the call, for what is sent without a delay is one of its own.
    """

    kind: MomentKind
    name: str
    values: tuple[Operand, ...]
    configuration: int
    macrostep: int


class Watched(Run):
    """A run that notes every moment. The kernel does the same with it as with any other run."""

    __slots__ = ("macrostep", "moments")

    def __init__(self, begun: Run) -> None:
        super().__init__(begun.program, begun.world, begun.configuration, begun.history, begun.values)
        self.moments: list[Moment] = []
        self.macrostep = 0

    def _note(self, kind: MomentKind, name: str) -> None:
        self.moments.append(Moment(kind, name, tuple(self.values), self.configuration, self.macrostep))

    def _do(self, step: Microstep) -> None:
        """What `Run` does, state by state, so that each moment is seen."""
        program = self.program
        states = program.chart.states
        self.microsteps += 1
        self.transitions += step.transitions
        self.exited += step.left
        for index in step.left:
            self._note("exit", states[index].id)
            self._execute(program.exit[index])
        left = sum(len(program.exit[index]) for index in step.left)
        self._execute(step.code[left:])
        self.configuration = step.configuration
        self.history = step.history
        self.entered += step.entered
        arrivals = list(step.arrivals)
        for index in step.entered:
            self._note("enter", states[index].id)
            if arrivals and arrivals[0][0] is program.entry[index]:
                code, dones = arrivals.pop(0)
                self._execute(code)
                for done in dones:
                    self._done(done)
        if step.is_last:
            self.running = False

    def _execute(self, code: tuple[Instruction, ...]) -> None:
        for instruction in code:
            if isinstance(instruction, (ActionCall, AskFor)):
                self._note("action", instruction.action)
            super()._execute((instruction,))

    def _next_sent(self) -> list[Arrow]:
        self.macrostep += 1
        return super()._next_sent()

    def _internal(self, event: str) -> list[Arrow]:
        self._note("event", event)
        selected = super()._internal(event)
        if selected:
            self._note("applied", event)
        return selected


class Replay:
    """Runs single steps of courses again, watched."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._calls = Calls(automaton.program)

    def moments(self, step: Step, inputs: Inputs) -> list[Moment]:
        """What happened in a step, in order. `inputs` are the outside world in which it was taken."""
        edge = step.edge
        if edge is None or edge.refusal is not None:
            return []
        node = None if step.source is None else self._automaton.nodes[step.source.node]
        run = Watched(self._calls.begin(node, World(Reader(inputs), edge.trigger.event)))
        self._calls.answer(run, node, edge.trigger)
        return run.moments
