"""Plays a scenario against a session.

Time is simulated: a scenario starts at a fixed moment, a Monday morning, and only its `wait` steps let time
go by. So it runs at once and has the same outcome every time.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.model.scenarios import (
    EventStep,
    ExpectStep,
    FillStep,
    LearnStep,
    Scenario,
    ScenarioStep,
    WaitStep,
)
from policy_engine.policy import Policy
from policy_engine.scenarios.compare import compare
from policy_engine.scenarios.course import Difference, Mismatch, ScenarioResult
from policy_engine.scenarios.roles import reporter
from policy_engine.scenarios.time import START, after
from policy_engine.session.course import Happening, Moment
from policy_engine.session.decision import Decision
from policy_engine.session.live import Session


def run_scenario(policy: Policy, scenario: Scenario) -> ScenarioResult:
    """The course of a scenario up to its end, or up to the first step that is not as expected.

    The scenario must have been loaded for this policy; another policy raises UnknownEventError or
    InvalidDataError.
    """
    return _Player(policy, scenario).play()


class _Player:
    def __init__(self, policy: Policy, scenario: Scenario) -> None:
        self.scenario = scenario
        self.policy = policy.with_parameters(**scenario.parameters)
        self.now = START
        self.session = self.policy.start(facts=scenario.facts, now=self.now)
        self.course: list[Moment] = []
        self._record(0, "start", "", self.session.opening)

    def play(self) -> ScenarioResult:
        for number, step in enumerate(self.scenario.steps, start=1):
            mismatches = tuple(self._take(number, step))
            if mismatches:
                return self._result(Difference(number, step.span, mismatches))
        final = self.scenario.expect
        if final is not None:
            mismatches = tuple(compare(final, self.policy, self.session, self.course))
            if mismatches:
                return self._result(Difference(None, final.span, mismatches))
        return self._result(None)

    def _take(self, number: int, step: ScenarioStep) -> Iterator[Mismatch]:
        if isinstance(step, EventStep):
            yield from self._send(number, step)
        elif isinstance(step, WaitStep):
            self._wait(number, step)
        elif isinstance(step, LearnStep):
            self._record(number, "learn", ", ".join(step.facts), self.session.learn(step.facts, now=self.now))
        elif isinstance(step, FillStep):
            yield from self._fill(number, step)
        else:
            yield from self._expect(step)

    def _send(self, number: int, step: EventStep) -> Iterator[Mismatch]:
        decision = self.session.send(
            step.event,
            data=step.data or None,
            by=reporter(self.policy.chart, step.event, step.by),
            facts=step.facts or None,
            now=self.now,
        )
        self._record(number, "event", step.event, decision)
        # Rule 13: every step must be applied unless it says what else it must be.
        if decision.verdict.value != step.verdict:
            yield Mismatch("verdict", step.event, step.verdict, decision.verdict.value)

    def _wait(self, number: int, step: WaitStep) -> None:
        self.now = after(self.now, step.duration, self.policy.chart.calendar)
        before = self.session.snapshot()
        fired = self.session.advance(self.now)
        states = fired[0].decision.before if fired else self.session.states
        self.course.append(Moment(number, "wait", str(step.duration), None, states, before))
        for item in fired[:-1]:
            # What the session was like in between can be seen by waiting no longer than that.
            between = self.policy.resume(before)
            between.advance(item.due)
            self._record(number, "timer", item.decision.cause, item.decision, between)
        for item in fired[-1:]:
            self._record(number, "timer", item.decision.cause, item.decision)

    def _fill(self, number: int, step: FillStep) -> Iterator[Mismatch]:
        session = self.session
        if not any(record.action == step.action for record in session.records):
            yield Mismatch("record", step.action, (step.action,), ())
            return
        session.fill(step.action, step.values, step.by, self.now)
        name = ", ".join(f"{step.action}.{field}" for field in step.values)
        self.course.append(Moment(number, "fill", name, None, session.states, session.snapshot()))

    def _expect(self, step: ExpectStep) -> Iterator[Mismatch]:
        yield from compare(step.expectation, self.policy, self.session, self.course)

    def _record(
        self, number: int, kind: Happening, name: str, decision: Decision, session: Session | None = None
    ) -> None:
        # Nothing is ever due before a step: a wait has fired everything up to its end.
        snapshot = (session or self.session).snapshot()
        self.course.append(Moment(number, kind, name, decision, decision.after, snapshot))

    def _result(self, difference: Difference | None) -> ScenarioResult:
        return ScenarioResult(self.scenario, tuple(self.course), difference)
