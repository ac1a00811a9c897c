"""Looks up every name of a scenario file in its policy, and checks every value against its declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Node, Word
from policy_engine.model.chart import Chart
from policy_engine.model.durations import parse_duration
from policy_engine.model.files.shape import require
from policy_engine.model.resolve.names import Names
from policy_engine.model.resolve.texts import Texts
from policy_engine.model.scenario_files import (
    AskedFile,
    ExpectFile,
    FillFile,
    OneScenarioFile,
    ScenariosFile,
    StepFile,
)
from policy_engine.model.scenarios import (
    EventStep,
    Expectation,
    ExpectedAction,
    ExpectStep,
    FillStep,
    LearnStep,
    Scenario,
    ScenarioStep,
    WaitStep,
)
from policy_engine.model.types import Declaration, Value
from policy_engine.scenarios.literals import read_literal
from policy_engine.scenarios.records import Records, reporter_of
from policy_engine.scenarios.time import LAST_YEAR, START, after


class Resolver:
    """Reads the scenarios of one policy. What has a mistake is left out; the mistake is in the sink."""

    def __init__(self, chart: Chart, sink: Diagnostics) -> None:
        self._chart = chart
        self._sink = sink
        self._texts = Texts(chart.languages, Names(), sink)
        self._events = _known(chart.events)
        self._actions = _known(chart.actions)
        self._roles = _known(chart.roles)
        self._records = Records(chart, sink)
        self._duties = _known([*chart.musts, *self._records.missing])
        self._states = _known(state.id for state in chart.states[1:] if state.kind in ("atomic", "final"))
        self._outcomes = _known(state.outcome for state in chart.states if state.outcome is not None)

    def scenarios(self, file: ScenariosFile) -> Mapping[str, Scenario]:
        """Every scenario of a file, by name."""
        if file.scenarios is not None and not file.scenarios and not file.raw["scenarios"].broken:
            self._sink.error("no-scenarios-written", file.key_span("scenarios"))
        return {str(name): self._scenario(name, part) for name, part in (file.scenarios or {}).items()}

    def _scenario(self, name: Word, part: OneScenarioFile) -> Scenario:
        require(part, self._sink)
        steps = tuple(step for step in map(self._step, part.steps or ()) if step is not None)
        self._check_length(name, steps)
        return Scenario(
            name=str(name),
            span=name.span,
            steps=steps,
            expect=None if part.expect is None else self._expectation(part.expect),
            parameters=self._values(part.parameters, self._chart.parameters, "undeclared-parameter"),
            facts=self._values(part.facts, self._chart.facts, "undeclared-fact"),
            title=self._texts.words(part.title),
            story=self._texts.words(part.story),
            goals=self._texts.words(part.goals),
            questions=self._texts.words(part.questions),
        )

    def _check_length(self, name: Word, steps: Sequence[ScenarioStep]) -> None:
        now = START
        for step in steps:
            if isinstance(step, WaitStep):
                try:
                    now = after(now, step.duration, self._chart.calendar)
                except OverflowError:
                    self._sink.error("scenario-too-long", step.span, name=str(name), year=LAST_YEAR)
                    return

    def _step(self, step: StepFile) -> ScenarioStep | None:
        span = step.start
        if step.event is not None:
            return self._event(step, step.event)
        wait = None if step.wait is None else parse_duration(step.wait)
        if wait is not None:
            return WaitStep(span, wait)
        if step.learn is not None:
            return LearnStep(span, self._values(step.learn, self._chart.facts, "undeclared-fact"))
        if step.fill is not None:
            return self._fill(step, step.fill)
        if step.expect is not None:
            return ExpectStep(span, self._expectation(step.expect))
        return None

    def _event(self, step: StepFile, name: Word) -> EventStep | None:
        line = self._texts.words(step.line)
        facts = self._values(step.facts, self._chart.facts, "undeclared-fact")
        if step.by is not None:
            self._roles.find(step.by[0], "undeclared-role", self._sink)
        if not self._events.find(name, "undeclared-event", self._sink):
            return None
        declared = self._chart.events[name].data
        data = self._values(step.data, declared, "undeclared-event-data")
        missing = [
            key for key, datum in declared.items() if datum.default is None and key not in (step.data or ())
        ]
        if missing:
            self._sink.error("scenario-event-needs-data", name.span, event=str(name), data=missing)
        return EventStep(
            span=name.span,
            event=str(name),
            data=data,
            by=reporter_of(step.by),
            facts=facts,
            verdict=str(step.verdict or "applied"),
            line=line,
        )

    def _fill(self, step: StepFile, part: FillFile) -> FillStep | None:
        if step.by is not None and not self._roles.find(step.by[0], "undeclared-role", self._sink):
            return None
        if not self._actions.find(part.action, "undeclared-action", self._sink):
            return None
        return self._records.step(step.start, part, step.by)

    def _expectation(self, part: ExpectFile) -> Expectation:
        return Expectation(
            span=part.span,
            states=None if part.states is None else self._leaves(part.states),
            context=self._values(part.context, self._chart.context, "undeclared-variable"),
            actions=None if part.actions is None else tuple(self._asked(item) for item in part.actions),
            never=self._names(part.never, self._actions, "undeclared-action"),
            allowed=self._names(part.allowed, self._events, "undeclared-event"),
            forbidden=self._names(part.forbidden, self._events, "undeclared-event"),
            obligations=None if part.obligations is None else self._open(part.obligations),
            overdue=self._open(part.overdue),
            done=part.done,
            outcome=self._outcome(part.outcome),
        )

    def _open(self, words: Sequence[Word] | None) -> tuple[str, ...]:
        return self._names(words, self._duties, "unknown-obligation")

    def _leaves(self, words: Sequence[Word]) -> tuple[str, ...]:
        """States as they can be active in the end: those that hold no others."""
        inner = {state.id: state for state in self._chart.states[1:]}
        for word in words:
            state = inner.get(word)
            if state is not None and state.children:
                inside = [self._chart.states[index].id for index in state.children]
                self._sink.error("expected-state-not-leaf", word.span, state=str(word), inside=inside)
            elif state is not None and state.kind == "history":
                self._sink.error("expected-state-history", word.span, state=str(word))
            else:
                self._states.find(word, "undeclared-state", self._sink)
        return tuple(map(str, words))

    def _outcome(self, word: Word | None) -> str | None:
        if word is None or not self._outcomes.find(word, "unknown-outcome", self._sink):
            return None
        return str(word)

    def _names(self, words: Sequence[Word] | None, names: Names, code: str) -> tuple[str, ...]:
        return tuple(str(word) for word in words or () if names.find(word, code, self._sink))

    def _asked(self, part: AskedFile) -> ExpectedAction:
        params: Mapping[str, Value] = {}
        if self._actions.find(part.ask, "undeclared-action", self._sink):
            params = self._values(
                part.params, self._chart.actions[part.ask].params, "undeclared-action-param"
            )
        return ExpectedAction(str(part.ask), params)

    def _values(
        self, written: Mapping[Word, Node] | None, declared: Mapping[str, Declaration], code: str
    ) -> dict[str, Value]:
        values = {}
        names = _known(declared)
        for name, raw in (written or {}).items():
            if names.find(name, code, self._sink):
                value = read_literal(raw, declared[name].type, self._sink)
                if value is not None:
                    values[str(name)] = value
        return values


def _known(names: Iterable[str]) -> Names:
    return Names(dict.fromkeys(names))
