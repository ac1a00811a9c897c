"""What came of each small change of a policy, in words: small enough to be handed from process to process."""

from __future__ import annotations

from typing import NamedTuple

from policy_engine.authoring.mutating import Fate, Verdict
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.model.chart import Chart
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.report import parted_lines, report, shown_value
from policy_engine.scenarios.words import word


class Outcome(NamedTuple):
    """A change, and what came of it. `course` tells a survivor by a call that would notice it, and what only
    a host sees by one that shows it, line by line.
    """

    verdict: Verdict
    operator: str
    file: str
    line: int
    column: int
    message: str
    course: tuple[str, ...] = ()

    @property
    def noticed(self) -> bool:
        """Whether a scenario, a property or `check` noticed it."""
        return self.verdict in ("scenario", "property", "check")


def outcome_of(fate: Fate, chart: Chart, language: str) -> Outcome:
    """A fate in words, in "en" or "nl"; `chart` is the policy's."""
    span = fate.mutant.span
    course: tuple[str, ...] = ()
    if fate.verdict == "survived":
        course = tuple(_lacking(fate, chart, language))
    elif fate.verdict == "hidden":
        course = tuple(_hidden(fate, chart, language))
    message = fate.mutant.told(language)
    return Outcome(fate.verdict, fate.mutant.operator, span.file, span.line, span.column, message, course)


def _lacking(fate: Fate, chart: Chart, language: str) -> list[str]:
    """A course that would notice it, and what it would show."""
    assert fate.lacking is not None
    lines = _course(fate.lacking.played, chart, language)
    failed = fate.lacking.failed
    if failed is not None and failed.difference is not None:
        return [*lines, *parted_lines(failed.difference, language)]
    if fate.lacking.refused is None:
        return [*lines, render_message("mutation-unplayable", {}, language)]
    name, value = fate.lacking.refused
    return [*lines, render_message("mutation-refused", {"name": name, "value": shown_value(value)}, language)]


def _hidden(fate: Fate, chart: Chart, language: str) -> list[str]:
    """A call that only a host sees to go otherwise, and in what."""
    lines = [] if fate.course is None else _course(fate.course, chart, language)
    seen = "; ".join(word(part, language) for part in fate.parts)
    return [*lines, render_message("mutation-seen", {"parts": seen}, language)]


def _course(result: ScenarioResult, chart: Chart, language: str) -> list[str]:
    """What is played, line by line, with the parameters and facts that it needs."""
    given = {**result.scenario.parameters, **result.scenario.facts}
    told = ", ".join(f"{name} = {shown_value(value)}" for name, value in given.items())
    head = [render_message("mutation-given", {"given": told}, language)] if told else []
    return [*head, *report(result, chart, language).splitlines()]
