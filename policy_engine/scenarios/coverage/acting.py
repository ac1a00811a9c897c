"""A way as a scenario: with the times at which things must happen, and all that must be told with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.courses.situation import Step
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart
from policy_engine.model.duration import NANOSECONDS, Duration, Unit
from policy_engine.model.scenarios import EventStep, FillStep, LearnStep, Scenario, ScenarioStep, WaitStep
from policy_engine.model.types import Declaration, Value
from policy_engine.policy import Policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.timing import moments_of
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


def acted(policy: Policy, way: Way, name: str) -> Iterator[ScenarioResult]:
    """What comes of following a way as a scenario: without waiting but for what fires by itself, and where
    that is not enough at the moments that the way needs.
    """
    for follow in (_Actor.follow, _Actor.keep_time):
        actor = _Actor(policy, way)
        if follow(actor):
            result = run_scenario(policy, actor.stage.scenario(name))
            if result.passed:
                yield result


class Stage:
    """A session that is played as a scenario: each call is written down as a step.

    other: a chart with which the same is to be played, so that whoever reports is named where they differ.
    """

    def __init__(
        self,
        policy: Policy,
        parameters: Mapping[str, Value],
        facts: Mapping[str, Value],
        other: Chart | None = None,
    ) -> None:
        self.chart = policy.chart
        self._others = other or policy.chart
        declared = policy.chart.parameters
        self._parameters = {
            name: value for name, value in parameters.items() if value != declared[name].default
        }
        self._facts = {name: _plain(value) for name, value in facts.items()}
        self.policy = policy.with_parameters(**self._parameters)
        self.session = self.policy.start(facts=self._facts, now=START)
        self.now = START
        self._steps: list[ScenarioStep] = []

    def scenario(self, name: str) -> Scenario:
        """What was played so far."""
        return Scenario(name, _NOWHERE, tuple(self._steps), None, self._parameters, self._facts)

    def tell(self, event: str, told: Mapping[str, Value], role: str | None, person: str) -> None:
        """Tells an event, with whatever else must be told, and with the verdict that it gets."""
        declared = self.chart.events[event].data
        data = {name: _plain(value) for name, value in told.items()}
        data |= {name: _some(item) for name, item in declared.items() if _needed(item) and name not in data}
        usual = self._usual(self.chart, event)
        by: By | None = None if role == usual == self._usual(self._others, event) or role is None else role
        if person and role is not None:
            by = (role, person)
        reported = reporter(self.chart, event, by)
        decision = self.session.send(event, data=data or None, by=reported, now=self.now)
        self._steps.append(EventStep(_NOWHERE, event, data, by, {}, decision.verdict.value))

    def fill(self, action: str, field: Declaration, role: str) -> None:
        """Fills in a field of the record of an action."""
        values = {field.name: _some(field)}
        self.session.fill(action, values, role, self.now)
        self._steps.append(FillStep(_NOWHERE, action, values, role))

    def learn(self, facts: Mapping[str, Value]) -> None:
        """Tells new facts."""
        told = {name: _plain(value) for name, value in facts.items()}
        self.session.learn(told, now=self.now)
        self._steps.append(LearnStep(_NOWHERE, told))

    def wait(self, until: datetime) -> list[str]:
        """Lets time pass, written in the largest whole units; what fires."""
        length = self._length(until)
        self.now = after(self.now, length, self.chart.calendar)
        self._steps.append(WaitStep(_NOWHERE, length))
        return [item.decision.cause for item in self.session.advance(self.now)]

    @staticmethod
    def _usual(chart: Chart, event: str) -> By | None:
        """Who reports an event where nobody is named."""
        return reporter(chart, event, None) or next(iter(chart.roles), None)

    def _length(self, end: datetime) -> Duration:
        for unit in _WAITS:
            amount = -(-(end - self.now) // timedelta(milliseconds=NANOSECONDS[unit] // NANOSECONDS["ms"]))
            found = Duration(amount, unit)
            if after(self.now, found, self.chart.calendar) == end:
                break
        return found


class _Actor:
    """Follows a way, and waits where that has something fire by itself."""

    def __init__(self, policy: Policy, way: Way) -> None:
        worlds = way.courses.worlds
        told = zip(worlds.names, worlds.facts[way.steps[0].target.world], worlds.defaults, strict=True)
        facts = {name: value for name, value, default in told if value != default}
        self._worlds = worlds
        self._way = way
        self._chart = policy.chart
        self.stage = Stage(policy, way.parameters, facts)

    def follow(self) -> bool:
        """Whether everything came that should."""
        early: list[str] = []  # what fired while something else of the way was waited for
        for step in self._way.steps[1:]:
            cause = self._timed(step)
            if cause in early:
                early.remove(cause)
            elif cause is not None:
                if not self._wait(cause, early):
                    return False
            elif step.edge is not None and step.edge.trigger.kind == "on":
                self.stage.tell(step.edge.trigger.name, dict(step.data), step.by, step.person)
            else:
                self._learn(step)
        return True

    def keep_time(self) -> bool:
        """Whether there are moments at which everything comes in its turn."""
        moments = moments_of(self._way)
        if moments is None:
            return False
        for step, moment in zip(self._way.steps[1:], moments[1:], strict=True):
            due = START + timedelta(microseconds=moment // 1_000)
            if due > self.stage.now:
                self.stage.wait(due)
            if self._timed(step) is not None:
                continue
            if step.edge is not None and step.edge.trigger.kind == "on":
                self.stage.tell(step.edge.trigger.name, dict(step.data), step.by, step.person)
            else:
                self._learn(step)
        return True

    def _timed(self, step: Step) -> str | None:
        """What fires by itself in a step, as decisions name it."""
        edge = step.edge
        if edge is None:
            return step.event  # something sent that changes nothing; None for news that lead nowhere
        if edge.trigger.kind == "after":
            timer = self._chart.timers[edge.trigger.timer]
            return f"{self._chart.states[timer.state].id}.after.{timer.duration}"
        return edge.trigger.name if edge.trigger.kind == "sent" else None

    def _wait(self, cause: str, early: list[str]) -> bool:
        """Waits until something fires, whatever else does before; False where it does not come."""
        ahead = self.stage.policy.resume(self.stage.session.snapshot())
        for _ in range(_MOST_WAITED):
            due = ahead.deadline
            if due is None:
                return False
            if cause in (item.decision.cause for item in ahead.advance(due)):
                fired = self.stage.wait(due)
                fired.remove(cause)
                early += fired
                return True
        return False

    def _learn(self, step: Step) -> None:
        assert step.source is not None
        before, now = self._worlds.facts[step.source.world], self._worlds.facts[step.target.world]
        told = zip(self._worlds.names, before, now, strict=True)
        self.stage.learn({name: new for name, old, new in told if old != new})


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
