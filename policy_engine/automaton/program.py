"""The chart as the kernel runs it: guards and steps compiled to closures, transitions by state and event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from policy_engine.automaton.partial import Evaluator, Partial
from policy_engine.automaton.topology import Topology, bits
from policy_engine.automaton.tree import ActionCall
from policy_engine.model.chart import (
    Add,
    Ask,
    Assign,
    Cancel,
    Chart,
    Raise,
    Send,
    State,
    Step,
    Transition,
)
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.tree import Constant
from policy_engine.model.persons import personal_events
from policy_engine.model.types import Value
from policy_engine.records import changed, record


@record(eq=False)
class AskFor:
    """An action to ask the host for, with its parameters ready to evaluate; where these are all written out
    it is an ActionCall already.
    """

    action: str
    to: str | None
    params: tuple[tuple[str, Evaluator], ...]


@record(eq=False)
class Change:
    """A `set`, or where `adds` an `add`: variables by place, with the values or amounts ready to evaluate."""

    step: Assign | Add
    assignments: tuple[tuple[int, Evaluator], ...]
    adds: bool


@record(eq=False)
class SendIn:
    """A `send` whose delay stands in a variable, by its name and its place."""

    step: Send
    delay: Duration
    name: str
    slot: int


@record(eq=False)
class Times:
    """What is sent, or taken back, as often as the evaluator says."""

    step: Send | SendIn | Cancel
    times: Evaluator


Instruction = ActionCall | AskFor | Change | Raise | Send | SendIn | Cancel | Times


@record(frozen=False, eq=False)
class Arrow:
    """A transition ready to run. `guard` and `role` are None where nothing is asked."""

    index: int
    source: int
    targets: tuple[int, ...]
    internal: bool
    guard: Evaluator | None
    role: Evaluator | None
    code: tuple[Instruction, ...]
    requires: tuple[tuple[int, str], ...]  # flags by place, with their names


class Handlers:
    """Who handles one event, or who goes on without any: the branches by state. `mask` are the states."""

    __slots__ = ("_chains", "_topology", "branches", "mask")

    def __init__(self, topology: Topology, branches: dict[int, tuple[Arrow, ...]]) -> None:
        self._topology = topology
        self._chains: dict[int, tuple[tuple[int, ...], ...]] = {}
        self.branches = branches
        # The root is active whatever the configuration says.
        self.mask = -1 if 0 in branches else sum(1 << state for state in branches)

    def chains(self, configuration: int) -> tuple[tuple[int, ...], ...]:
        """For each active leaf the handlers around it, innermost first; each such chain once."""
        found = self._chains.get(configuration)
        if found is None:
            above = self._topology.above
            leaves = bits(configuration & self._topology.atomic)
            chains = [
                tuple(state for state in (leaf, *above[leaf]) if state in self.branches) for leaf in leaves
            ]
            found = self._chains[configuration] = tuple(dict.fromkeys(chain for chain in chains if chain))
        return found


class Program:
    """One chart with its parameters fixed. Immutable once built; shared by every step."""

    def __init__(self, chart: Chart, parameters: dict[str, Value]) -> None:
        self.chart = chart
        self._parameters = parameters
        self.topology = Topology(chart)
        self.partial = Partial(chart, parameters)
        self.names = tuple(chart.context)
        self.slot = {name: place for place, name in enumerate(chart.context)}
        self.finite = tuple(name for name, item in chart.context.items() if item.type.finite)
        self.opaque = tuple(name for name, item in chart.context.items() if not item.type.finite)
        self.allowed = [
            frozenset(item.type.values) if item.type.finite else None for item in chart.context.values()
        ]
        self.arrows = [self._arrow(transition) for transition in chart.transitions]
        self.on = {event: self._handlers(_on(event)) for event in chart.events}
        self.always = self._handlers(lambda state: state.always)
        self.done = self._groups(lambda state: state.done)
        self.timers = [self._group(timer.branches) for timer in chart.timers]
        self.forbids = {
            event: tuple(
                (1 << index, forbid, None if forbid.when is None else self.partial.compile(forbid.when))
                for index, forbid in items
            )
            for event, items in self.topology.forbids.items()
        }
        self.forbidders = dict.fromkeys(chart.events, 0)  # the states that forbid an event, as a mask
        for event, items in self.topology.forbids.items():
            self.forbidders[event] = sum({1 << index for index, _ in items})
        self.event_roles = {
            name: None if event.by is None else self.partial.role_test(event.by)
            for name, event in chart.events.items()
        }
        # The events of which a branch requires something; asked before anything else is worked out.
        self.demanding = frozenset(
            event for item in chart.transitions if item.requires for event in item.events
        )
        self.persons = personal_events(chart)
        self.names_person = self.partial.person_test()
        self.entry = [self._code(state.entry) for state in chart.states]
        self.exit = [self._code(state.exit) for state in chart.states]
        self.microsteps: dict[object, Any] = {}  # what `microsteps` has worked out

    def _handlers(self, branches: Callable[[State], tuple[Transition, ...]]) -> Handlers:
        return Handlers(self.topology, self._groups(branches))

    def _groups(self, branches: Callable[[State], tuple[Transition, ...]]) -> dict[int, tuple[Arrow, ...]]:
        return {state.index: self._group(branches(state)) for state in self.chart.states if branches(state)}

    def _group(self, branches: tuple[Transition, ...]) -> tuple[Arrow, ...]:
        return tuple(self.arrows[branch.index] for branch in branches)

    def _arrow(self, transition: Transition) -> Arrow:
        return Arrow(
            index=transition.index,
            source=transition.source,
            targets=transition.targets,
            internal=transition.internal,
            guard=None if transition.guard is None else self.partial.compile(transition.guard),
            role=None if transition.by is None else self.partial.role_test(transition.by),
            code=self._code(transition.steps),
            requires=tuple((self.slot[name], name) for name in transition.requires),
        )

    def _code(self, steps: tuple[Step, ...]) -> tuple[Instruction, ...]:
        return tuple(self._instruction(step) for step in steps)

    def _instruction(self, step: Step) -> Instruction:
        compile_ = self.partial.compile
        match step:
            case Ask(action=action, params=params, to=to):
                if all(isinstance(expr, Constant) for _, expr in params):
                    written = tuple((name, compile_(expr)(None)) for name, expr in params)
                    return ActionCall(action, to, written)
                return AskFor(action, to, tuple((name, compile_(expr)) for name, expr in params))
            case Assign(values=values):
                return Change(step, tuple((self.slot[name], compile_(expr)) for name, expr in values), False)
            case Add(amounts=amounts):
                return Change(step, tuple((self.slot[name], compile_(expr)) for name, expr in amounts), True)
            case Send(times=times):
                sent = self._send(changed(step, times=None))
                return sent if times is None else Times(sent, compile_(times))
            case Cancel(times=times):
                return step if times is None else Times(step, compile_(times))
            case Raise():
                return step

    def _send(self, step: Send) -> Send | SendIn:
        """A `send` with the length of its delay as far as that is known; that of a fact is read later."""
        delay = step.delay
        if delay is None or delay.name is None:
            return changed(step, delay=None) if delay is not None and delay.fixed == 0 else step
        if delay.name in self.slot:
            return SendIn(step, delay, delay.name, self.slot[delay.name])
        if delay.name in self._parameters:
            return changed(step, delay=delay.read(self._parameters))
        return step


def _on(event: str) -> Callable[[State], tuple[Transition, ...]]:
    return lambda state: state.on.get(event, ())
