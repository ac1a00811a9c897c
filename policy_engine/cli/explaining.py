"""Plays a call up to the step that is asked about, and tells why it went as it did."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from policy_engine.cli.encode import encode
from policy_engine.cli.failure import CallError, Stop, sentence
from policy_engine.cli.files import read
from policy_engine.cli.findings import print_findings, wants_colour
from policy_engine.cli.language import of_words
from policy_engine.cli.lines import Line, LineError
from policy_engine.cli.options import Format
from policy_engine.cli.player import Played, Player
from policy_engine.cli.policies import find_policy, load
from policy_engine.cli.problems import REFUSED, problem_of
from policy_engine.cli.recording import read_recording
from policy_engine.cli.status import FALLS_SHORT
from policy_engine.cli.suites import check_suite, named_scenarios
from policy_engine.cli.testing.play import scenarios_named
from policy_engine.cli.texts import span
from policy_engine.cli.typed import read_happening
from policy_engine.cli.values import read_settings
from policy_engine.cli.words import word
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.printing import excerpt
from policy_engine.model.scenarios import EventStep, ExpectStep, FillStep, LearnStep, ScenarioStep, WaitStep
from policy_engine.model.types import Value
from policy_engine.policy import Policy
from policy_engine.scenarios.roles import reporter
from policy_engine.scenarios.time import START
from policy_engine.verify.why.explain import Explainer
from policy_engine.verify.why.explanation import Explanation
from policy_engine.verify.why.telling import told

Numbered = tuple[int, Line]


class Wanted(NamedTuple):
    """What a call of the command asks for."""

    policy: str
    happenings: tuple[str, ...]
    scenario: str | None
    call: Path | None
    step: int | None
    parameters: Sequence[str]
    facts: Sequence[str]


class Said(NamedTuple):
    """What is told of one thing. `after` is how much later it came than the step began; None for what a step
    itself tells.
    """

    explanation: Explanation
    after: timedelta | None = None


class Explained(NamedTuple):
    """What is told of a step: mostly one thing; of a wait each timer that came. `quiet` is how much time went
    by after it in which nothing came.
    """

    step: int
    explanations: Sequence[Said]
    source: str
    language: str
    quiet: timedelta


class _Course(NamedTuple):
    """What happens in a call, step by step, and how it begins."""

    policy: Policy
    facts: dict[str, Value]
    lines: Sequence[Numbered]


def explain_step(wanted: Wanted, lang: str | None) -> Explained:
    """Explains the step that a call asks about. Raises CallError and Stop."""
    language = of_words(lang)
    if sum((bool(wanted.happenings), wanted.scenario is not None, wanted.call is not None)) > 1:
        raise CallError("why-two-calls", language)
    course = _scenario(wanted, language) if wanted.scenario is not None else _told(wanted, language)
    path = find_policy(wanted.policy, language)
    source = read(path, language).decode("utf-8", "replace")
    player = Player(course.policy, course.facts, lambda: START, remember=1_000, journal=True)
    explainer = Explainer(course.policy)
    step = 0
    quiet = timedelta()
    found: tuple[Said, ...] = (Said(explainer.start(player.session.opening, course.facts)),)
    if wanted.step != 0:
        for number, line in course.lines:
            before = player.session.snapshot()
            played = _play(player, number, line, language)
            if wanted.step in (None, number):
                said = tuple(_explained(explainer, before, line, played))
                if said or wanted.step is not None:
                    step, found, quiet = number, said, timedelta()
                else:
                    quiet += played.now - datetime.fromisoformat(before["now"])
            if number == wanted.step:
                break
    if wanted.step not in (None, step):
        last = course.lines[-1][0] if course.lines else 0
        raise CallError("why-no-such-step", language, step=wanted.step, last=last)
    if not found:
        raise CallError("why-nothing-decided", language, step=step)
    return Explained(step, found, source, language, quiet)


def print_explained(explained: Explained, output: Format) -> None:
    """Prints what was found, as text or as JSON."""
    language = explained.language
    if output is Format.JSON:
        found = [item.explanation.to_dict(language) for item in explained.explanations]
        print(encode({"step": explained.step, "explanations": found}))
        return
    colour = wants_colour(sys.stdout)
    for place, item in enumerate(explained.explanations):
        if place:
            print()
        alone = item.explanation.kind == "timer" and len(explained.explanations) == 1  # it says when itself
        later = ""
        if item.after is not None and not alone:
            later = f"{word('later', language, span(item.after, language))}: "
        for line in told(item.explanation, language):
            print(f"{'  ' * line.depth or later}{line.text}")
            later = ""
            if line.span is not None and line.span.end_column > line.span.column:
                for shown in excerpt(line.span, explained.source, colour=colour):
                    print(f"{'  ' * line.depth}{shown}")
    if explained.quiet:
        print(word("quiet", language, span(explained.quiet, language)))


def _scenario(wanted: Wanted, language: str) -> _Course:
    """The course of a scenario. Raises CallError and Stop."""
    path = scenarios_named(wanted.policy, language)
    source = read(path, language)
    sink = Diagnostics()
    suite = check_suite(path, source, sink, language)
    if suite is None:
        print_findings(sink.sorted(), {str(path): source}, language, sys.stderr)
        raise Stop(FALLS_SHORT)
    (scenario,) = named_scenarios(suite, (str(wanted.scenario),), wanted.policy, path, language)
    policy = suite.policy.with_parameters(**scenario.parameters)
    steps = enumerate(scenario.steps, start=1)
    lines = [(number, _line(step, policy)) for number, step in steps if not isinstance(step, ExpectStep)]
    return _Course(policy, dict(scenario.facts), lines)


def _line(step: ScenarioStep, policy: Policy) -> Line:
    """A step of a scenario as a line of a call."""
    match step:
        case EventStep():
            by = reporter(policy.chart, step.event, step.by)
            return Line(event=step.event, data=step.data or None, by=by, facts=step.facts or None)
        case WaitStep():
            return Line(advance=step.duration)
        case LearnStep():
            return Line(learn=step.facts)
        case FillStep():
            return Line(fill=step.action, fields=step.values, by=step.by)
    raise AssertionError("an expectation is no part of a call")


def _told(wanted: Wanted, language: str) -> _Course:
    """The course of a recorded call, or of what stands on the command line. Raises CallError and Stop."""
    policy = load(wanted.policy, language, wanted.parameters)
    facts = read_settings(wanted.facts, policy.chart.facts, language)
    if wanted.call is not None:
        recorded = read_recording(wanted.call, language)
        return _Course(policy, facts, [(step, line) for step, (_, line) in enumerate(recorded, start=1)])
    lines = []
    for number, text in enumerate(wanted.happenings, start=1):
        try:
            line = read_happening(text, policy.chart, language)
        except LineError as error:
            raise _bad_step(number, language, error.code, error.fields) from None
        if line.event is not None:
            line = replace(line, by=reporter(policy.chart, line.event, line.by))
        lines.append((number, line))
    return _Course(policy, facts, lines)


def _play(player: Player, number: int, line: Line, language: str) -> Played:
    try:
        return player.play(line)
    except LineError as error:
        raise _bad_step(number, language, error.code, error.fields) from None
    except REFUSED as error:
        raise _bad_step(number, language, *problem_of(error)) from None


def _bad_step(number: int, language: str, code: str, fields: Any) -> CallError:
    return CallError("why-step-bad", language, step=number, problem=sentence(code, fields, language))


def _explained(explainer: Explainer, before: dict[str, Any], line: Line, played: Played) -> Iterator[Said]:
    """What is said of a line."""
    case = explainer.case(before)
    decision = played.decision
    if decision is None:
        began = datetime.fromisoformat(before["now"])
        for fired in played.fired:
            yield Said(explainer.fired(case, fired.decision), fired.due - began)
            case = explainer.after(case, fired.decision)
        return
    for fired in decision.prior:
        case = explainer.after(case, fired.decision)
    if line.event is not None:
        yield Said(explainer.event(case, decision, line.event, line.data, line.by, line.facts))
    elif line.learn is not None:
        yield Said(explainer.learned(case, decision, line.learn))
