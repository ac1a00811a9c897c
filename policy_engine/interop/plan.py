"""What all machines of one policy share: their parts, the names that models get, and the microsteps."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from weakref import WeakKeyDictionary

from policy_engine.automaton.automaton import Automaton
from policy_engine.errors import HostError
from policy_engine.interop.attach import Reserved
from policy_engine.interop.course import Courses
from policy_engine.interop.parts import PolicyState, PolicyTransition
from policy_engine.model.chart import Chart, Transition

# So many decisions of one policy are kept cut into microsteps; a call ladder has some hundreds.
MOST_COURSES = 4_096
ENTER, EXIT, ACT = "on_enter_", "on_exit_", "do_"


class Plan:
    """Shared by many machines and threads; nothing in it changes.

    states: by id, in document order, histories too. transitions: event → source → its transitions. initial:
    where the policy begins. triggers, checks: the names that a model gets for its events and states, each
    with what it is for. callbacks: the names under which a model's own methods are called.
    """

    def __init__(self, automaton: Automaton, state_name: str, decision_name: str) -> None:
        chart = automaton.chart
        self.id = chart.id
        self.state_name = state_name
        self.decision_name = decision_name
        states = {
            state.id: PolicyState(
                state.id, state.kind, chart.states[state.parent].id if state.parent else None
            )
            for state in chart.states[1:]
        }
        self.states = MappingProxyType(states)
        self.transitions = {event: _transitions(chart, event) for event in chart.events}
        root = chart.states[0]
        self.initial = None if root.initial is None else chart.states[root.initial].id
        real = [state.id for state in chart.states[1:] if state.kind != "history"]
        middle = "" if state_name == "state" else f"{state_name}_"
        self.triggers = {event: f"may_{event}" for event in chart.events}
        self.checks = {state: f"is_{middle}{state}" for state in real}
        self.callbacks = [prefix + state for state in real for prefix in (ENTER, EXIT)]
        self.callbacks += [ACT + action for action in chart.actions]
        self.reserved = Reserved(self._names(), self.callbacks)
        self.microsteps = lru_cache(MOST_COURSES)(Courses(automaton.program.topology).microsteps)

    def triggers_of(self, states: Iterable[str]) -> list[str]:
        """The events that one of the states or a state around it speaks of, in the order of the policy."""
        sources = {around for state in states for around in self._around(state)}
        return [event for event, by_source in self.transitions.items() if sources & by_source.keys()]

    def _around(self, state: str) -> Iterator[str]:
        around: str | None = state
        while around is not None:
            yield around
            around = self.states[around].parent

    def _names(self) -> Mapping[str, str]:
        """Every name that a model gets, with what it is for. Raises HostError where two are the same."""
        names: dict[str, str] = {}
        wanted = [(self.state_name, "the state"), (self.decision_name, "the decision")]
        wanted += [("trigger", "every machine"), ("may_trigger", "every machine")]
        wanted += [(name, f"the state `{state}`") for state, name in self.checks.items()]
        wanted += [(event, f"the event `{event}`") for event in self.triggers]
        wanted += [(may, f"the event `{event}`") for event, may in self.triggers.items()]
        callbacks = set(self.callbacks)
        problems = []
        for name, purpose in wanted:
            if name in callbacks:
                problems.append(f"`{name}` for {purpose} is also the name of a callback")
            elif name in names:
                problems.append(f"`{name}` is wanted for {names[name]} and for {purpose}")
            names[name] = purpose
        if problems:
            raise HostError(
                f"no model can be driven by the policy `{self.id}`: {'; '.join(problems)}. Give the event "
                "or state another id, or pass another model_attribute= or decision_attribute="
            )
        return names


def _transitions(chart: Chart, event: str) -> dict[str, tuple[PolicyTransition, ...]]:
    return {
        state.id: tuple(arrow for branch in state.on[event] for arrow in _arrows(chart, state.id, branch))
        for state in chart.states
        if event in state.on
    }


def _arrows(chart: Chart, source: str, branch: Transition) -> Iterator[PolicyTransition]:
    """One for each target, because `transitions` knows one destination."""
    targets: Iterable[str | None] = [chart.states[index].id for index in branch.targets] or [None]
    return (PolicyTransition(source, target, branch.id) for target in targets)


_plans: WeakKeyDictionary[Automaton, dict[tuple[str, str], Plan]] = WeakKeyDictionary()
_lock = threading.Lock()


def plan_of(automaton: Automaton, state_name: str, decision_name: str) -> Plan:
    """The plan of a table, made once. Raises HostError where the policy's own ids get in each other's way."""
    with _lock:
        plans = _plans.setdefault(automaton, {})
        plan = plans.get((state_name, decision_name))
        if plan is None:
            plan = plans[state_name, decision_name] = Plan(automaton, state_name, decision_name)
        return plan
