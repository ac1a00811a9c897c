"""A way as a scenario: with the times at which things must happen, and all that must be told with them."""

from __future__ import annotations

from datetime import datetime, timedelta

from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import Step
from policy_engine.diagnostics.span import Span
from policy_engine.model.duration import NANOSECONDS, Duration, Unit
from policy_engine.model.scenarios import EventStep, LearnStep, Scenario, ScenarioStep, WaitStep
from policy_engine.model.types import Declaration, Value
from policy_engine.policy import Policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.ways import Way
from policy_engine.scenarios.roles import reporter
from policy_engine.scenarios.run import run_scenario
from policy_engine.scenarios.time import START, after
from policy_engine.session.values import By

_NOWHERE = Span.start_of("")
_WAITS: tuple[Unit, ...] = ("weeks", "days", "h", "min", "s", "ms")
_MOST_WAITED = 50
# What stands for a text of which it only matters that the policy does not know it.
_OTHER_TEXT = "something else"


def acted(policy: Policy, way: Way, name: str) -> ScenarioResult | None:
    """What comes of following a way as a scenario; None where it can't be followed in time."""
    scenario = _Actor(policy, way, name).scenario()
    if scenario is None:
        return None
    result = run_scenario(policy, scenario)
    return result if result.passed else None


class _Actor:
    def __init__(self, policy: Policy, way: Way, name: str) -> None:
        self._chart = policy.chart
        self._way = way
        self._name = name
        self._worlds = way.courses.worlds
        declared = policy.chart.parameters
        self._parameters = {
            name: value for name, value in way.parameters.items() if value != declared[name].default
        }
        facts = self._worlds.facts[way.steps[0].target.world]
        told = zip(self._worlds.names, facts, self._worlds.defaults, strict=True)
        self._facts = {name: _plain(value) for name, value, default in told if value != default}
        self._session = policy.with_parameters(**self._parameters).start(facts=self._facts, now=START)
        self._now = START

    def scenario(self) -> Scenario | None:
        steps: list[ScenarioStep] = []
        early: list[str] = []  # what fired while something else of the way was waited for
        for step in self._way.steps[1:]:
            cause = self._timed(step)
            if cause in early:
                early.remove(cause)
            elif cause is not None:
                wait = self._wait(cause, early)
                if wait is None:
                    return None
                steps.append(wait)
            elif step.edge is not None and step.edge.trigger.kind == "on":
                steps.append(self._event(step, step.edge))
            else:
                steps.append(self._learn(step))
        return Scenario(self._name, _NOWHERE, tuple(steps), None, self._parameters, self._facts)

    def _timed(self, step: Step) -> str | None:
        """What fires by itself in a step, as decisions name it."""
        edge = step.edge
        if edge is None:
            return step.event  # something sent that changes nothing; None for news that lead nowhere
        if edge.trigger.kind == "after":
            timer = self._chart.timers[edge.trigger.timer]
            return f"{self._chart.states[timer.state].id}.after.{timer.duration}"
        return edge.trigger.name if edge.trigger.kind == "sent" else None

    def _event(self, step: Step, edge: Edge) -> EventStep:
        event = edge.trigger.name
        declared = self._chart.events[event].data
        data = {name: _plain(value) for name, value in step.data}
        data |= {name: _some(item) for name, item in declared.items() if _needed(item) and name not in data}
        usual = reporter(self._chart, event, None) or next(iter(self._chart.roles), None)
        by: By | None = None if step.by == usual or step.by is None else step.by
        if step.person and step.by is not None:
            by = (step.by, step.person)
        self._session.send(event, data=data or None, by=reporter(self._chart, event, by), now=self._now)
        return EventStep(_NOWHERE, event, data, by, {}, edge.verdict)

    def _learn(self, step: Step) -> LearnStep:
        assert step.source is not None
        before, now = self._worlds.facts[step.source.world], self._worlds.facts[step.target.world]
        told = zip(self._worlds.names, before, now, strict=True)
        facts = {name: _plain(new) for name, old, new in told if old != new}
        self._session.learn(facts, now=self._now)
        return LearnStep(_NOWHERE, facts)

    def _wait(self, cause: str, early: list[str]) -> WaitStep | None:
        """Waits until something fires, whatever else does before; None where it does not come."""
        began = self._now
        for _ in range(_MOST_WAITED):
            due = self._session.deadline
            if due is None:
                return None
            fired = [item.decision.cause for item in self._session.advance(due)]
            if cause in fired:
                fired.remove(cause)
                early += fired
                wait = self._length(began, due)
                self._now = after(began, wait.duration, self._chart.calendar)
                return wait
            early += fired
        return None

    def _length(self, start: datetime, end: datetime) -> WaitStep:
        """The wait from one moment to another, in the largest whole units."""
        for unit in _WAITS:
            amount = -(-(end - start) // timedelta(milliseconds=NANOSECONDS[unit] // NANOSECONDS["ms"]))
            found = Duration(amount, unit)
            if after(start, found, self._chart.calendar) == end:
                break
        return WaitStep(_NOWHERE, found)


def _needed(item: Declaration) -> bool:
    return item.default is None


def _some(item: Declaration) -> Value:
    """Any value of a datum that must be told and does not matter."""
    if item.type.kind == "number":
        return 0
    return item.type.values[0] if item.type.finite else _OTHER_TEXT


def _plain(value: Value) -> Value:
    """A value as a person writes it."""
    return _OTHER_TEXT if value == OTHER_TEXT else value
