"""Generated scenarios as the text of a file, with comments, and with places for a person to fill in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from policy_engine.courses.spoken import said, told_duration, told_person
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.languages import nearest
from policy_engine.model.chart import PLAIN, Chart, Words
from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.scenarios import (
    EventStep,
    Expectation,
    ExpectStep,
    LearnStep,
    ScenarioStep,
    WaitStep,
)
from policy_engine.model.types import Value
from policy_engine.scenarios.generation.generate import Generated, Remark
from policy_engine.session.values import By

_SPOKEN = ("en", "nl")


def write(chart: Chart, made: Sequence[Generated], lost: Sequence[Remark], language: str) -> str:
    """The text of a file with these scenarios; `lost` is what no session can come past.

    language: "en" or "nl", of the comments. The places to fill in are in the policy's languages.
    """
    return "".join(f"{line}\n" for line in _Writer(chart, language).lines(made, lost))


class _Writer:
    def __init__(self, chart: Chart, language: str) -> None:
        self._chart = chart
        self._language = language

    def lines(self, made: Sequence[Generated], lost: Sequence[Remark]) -> Iterator[str]:
        yield f"# {self._said('generated-head')}"
        yield f"# {self._said('generated-advice')}"
        if lost:
            yield f"# {self._said('generated-lost')}"
            for point in lost:
                yield f"#   {self._place(point)}"
        yield f"policy: {self._chart.id}"
        yield "scenarios:"
        for one in made:
            yield from self._scenario(one)

    def _scenario(self, one: Generated) -> Iterator[str]:
        scenario = one.scenario
        for point in one.closes:
            yield f"  # {self._place(point)}"
        yield f"  {scenario.name}:"
        yield f"    title: {self._title(one)}"
        yield f"    story: {self._wished('generated-story', {})}"
        if scenario.parameters:
            yield f"    parameters: {_mapping(scenario.parameters)}"
        if scenario.facts:
            yield f"    facts: {_mapping(scenario.facts)}"
        if not scenario.steps:
            yield "    steps: []"
        else:
            yield "    steps:"
            for step in scenario.steps:
                first, *more = self._step(step)
                yield f"      - {first}"
                yield from (f"        {line}" for line in more)
        assert scenario.expect is not None
        yield f"    expect: {_expectation(scenario.expect)}"

    def _step(self, step: ScenarioStep) -> Iterator[str]:
        if isinstance(step, EventStep):
            yield from self._event(step)
        elif isinstance(step, WaitStep):
            yield f"{{wait: {step.duration}}}"
        elif isinstance(step, LearnStep):
            yield f"{{learn: {_mapping(step.facts)}}}"
        elif isinstance(step, ExpectStep):
            yield f"{{expect: {_expectation(step.expectation)}}}"

    def _event(self, step: EventStep) -> Iterator[str]:
        parts = [f"event: {step.event}"]
        if step.by is not None:
            parts.append(f"by: {self._reporter(step.by)}")
        if step.data:
            parts.append(f"data: {_mapping(step.data)}")
        if step.verdict != "applied":
            parts.append(f"verdict: {step.verdict}")
        actor = self._chart.events[step.event].actor
        if actor is not None:
            label = self._chart.roles[actor].label
            yield from parts
            yield f"line: {self._wished('generated-line', label or {PLAIN: (actor,)})}"
        else:
            yield step.event if len(parts) == 1 else f"{{{', '.join(parts)}}}"

    def _reporter(self, by: By) -> str:
        if isinstance(by, str):
            return by
        role, person = by
        return _list((role, _quoted(told_person(person, self._language))))

    # -- texts ---------------------------------------------------------------------------------------------

    def _title(self, one: Generated) -> str:
        """Where it happens, and what, by their labels."""
        labels = {state.id: state.label for state in self._chart.states}
        where = one.before[0] if one.before else None

        def title(language: str) -> str:
            what = self._what(one, language)
            return what if where is None else f"{_label(labels[where], where, language)}: {what}"

        return self._text(title)

    def _what(self, one: Generated, language: str) -> str:
        spoken = _tongue(language, self._language)
        last = one.last
        if last.kind == "event":
            return _label(self._chart.events[last.name].label, last.name, language)
        if last.kind == "timer":
            return self._by_itself(last.name, language, spoken)
        return render_message(f"generated-{last.kind}", {}, spoken)

    def _by_itself(self, cause: str, language: str, spoken: str) -> str:
        """What happened by itself: time went by, something lapsed or was overdue, or what was sent came."""
        chart = self._chart
        length, counter, duty = cause.partition(".after.")[2], lapsing(cause), timing(cause)
        if length:
            return render_message(
                "generated-after", {"what": told_duration(length, chart, spoken, said)}, spoken
            )
        if counter is not None:
            what = said(counter, chart.context[counter].label, chart, language)
            return render_message("generated-lapsed", {"what": what}, spoken)
        if duty is not None:
            what = said(duty, chart.musts[duty].label, chart, language)
            return render_message("generated-overdue", {"what": what}, spoken)
        return _label(chart.events[cause].label, cause, language)

    def _wished(self, code: str, role: Words) -> str:
        """What a person is to write there, in every language of the policy."""
        return self._text(
            lambda language: render_message(
                code, {"role": _label(role, "", language)}, _tongue(language, self._language)
            )
        )

    def _text(self, say: Callable[[str], str]) -> str:
        languages = self._chart.languages
        if languages == (PLAIN,):
            return _quoted(say(PLAIN))
        return "{" + ", ".join(f"{language}: {_quoted(say(language))}" for language in languages) + "}"

    def _place(self, remark: Remark) -> str:
        return f"{remark.told(self._language)} ({remark.span.file}:{remark.span.line})"

    def _said(self, code: str) -> str:
        return render_message(code, {"policy": self._chart.id}, self._language)


def _tongue(language: str, otherwise: str) -> str:
    """In which of our own languages something is said to readers of a language of the policy."""
    return nearest(language, _SPOKEN) or (otherwise if language == PLAIN else "en")


def _label(words: Words, name: str, language: str) -> str:
    found = words.get(language) or words.get(PLAIN)
    return " ".join(found) if found else name.replace("_", " ")


def _expectation(expected: Expectation) -> str:
    parts = []
    if expected.states is not None:
        parts.append(f"states: {_list(expected.states)}")
    if expected.outcome is not None:
        parts.append(f"outcome: {expected.outcome}")
    if expected.actions is not None:
        asked = [
            f"{{{action.name}: {_mapping(action.params)}}}" if action.params else action.name
            for action in expected.actions
        ]
        parts.append(f"actions: {_list(asked)}")
    return "{" + ", ".join(parts) + "}"


def _mapping(values: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in values.items()) + "}"


def _list(items: Iterable[str]) -> str:
    return "[" + ", ".join(items) + "]"


def _value(value: Value) -> str:
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _quoted(text: str) -> str:
    """A text between double quotes; those of JSON are YAML's."""
    return json.dumps(text, ensure_ascii=False)
