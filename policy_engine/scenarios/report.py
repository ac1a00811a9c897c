"""A scenario's result told in words: the course so far, then what was expected and what happened instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_engine.courses.spoken import label_of, named, told_duration, told_person, verdict_word
from policy_engine.model.chart import Chart
from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.scenarios import EventStep, ExpectedAction, FillStep, LearnStep, ScenarioStep
from policy_engine.model.types import Value
from policy_engine.scenarios.course import Difference, Mismatch, ScenarioResult, Shown
from policy_engine.scenarios.words import word
from policy_engine.session.course import Moment
from policy_engine.session.decision import Action
from policy_engine.session.values import By


def report(result: ScenarioResult, chart: Chart, language: str) -> str:
    """The course, and the difference if there is one, as lines of plain text in "en" or "nl"; `chart` is the
    policy's.
    """
    lines = list(_course(result, chart, language))
    if result.difference is not None:
        lines += ["", *difference_lines(result.difference, language)]
    return "\n".join(lines)


def _course(result: ScenarioResult, chart: Chart, language: str) -> Iterator[str]:
    rows = [_row(moment, result.scenario.steps, chart, language) for moment in result.course]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = (row[0].rjust(widths[0]), row[1].ljust(widths[1]), row[2].ljust(widths[2]), row[3])
        yield "  ".join(cells).rstrip()


def _row(
    moment: Moment, steps: Sequence[ScenarioStep], chart: Chart, language: str
) -> tuple[str, str, str, str]:
    """The step's number, what happened, its verdict, and where that led."""
    numbered = moment.kind not in ("start", "timer")
    what = _what(moment, chart, language)
    if moment.kind in ("event", "learn", "fill"):
        what += _told(steps[moment.step - 1], chart, language)
    decision = moment.decision
    verdict = ""
    if decision is not None and moment.kind == "event":
        verdict = verdict_word(decision.verdict.value, language)
    outcome = "→ " + ", ".join(moment.states)
    if decision is not None and decision.reason is not None:
        outcome += f"  “{decision.reason.text(language)}”"
    if moment.actions:
        outcome += "  " + word("asks", language, _actions(moment.actions))
    return (str(moment.step) if numbered else "", what, verdict, outcome)


def _told(step: ScenarioStep, chart: Chart, language: str) -> str:
    """What is told with a step, and who tells it where the step says so."""
    values: Mapping[str, Value] = {}
    by: By | None = None
    if isinstance(step, EventStep):
        values, by = step.data, step.by
    elif isinstance(step, FillStep):
        # Whoever fills in is always named, the first role too, which is who does where nobody is.
        by = None if step.by == next(iter(chart.roles), None) else step.by
    elif isinstance(step, LearnStep):
        values = step.facts
    given = ", ".join(f"{name} = {shown_value(value)}" for name, value in values.items())
    parts = f" ({given})" if given else ""
    if by is None:
        return parts
    role, person = (by, "") if isinstance(by, str) else by
    who = label_of(chart.roles[role].label, chart, language) or role if role in chart.roles else role
    return parts + word("by", language, f"{who}, {told_person(person, language)}" if person else who)


def _what(moment: Moment, chart: Chart, language: str) -> str:
    if moment.kind == "event":
        return moment.name
    if moment.kind == "wait":
        return word("wait", language, told_duration(moment.name, chart, language))
    if moment.kind == "learn":
        return word("learns", language)
    if moment.kind != "timer":
        return word(moment.kind, language, moment.name)
    duty = timing(moment.name)
    if duty is not None:
        return word("is due", language, named(duty, chart.musts[duty].label, chart, language))
    counter = lapsing(moment.name)
    if counter is not None:
        return word("lapsed", language, named(counter, chart.context[counter].label, chart, language))
    state, _, duration = moment.name.partition(".after.")
    if not duration:
        return word("sent", language, state)
    return word("timer", language, state, told_duration(duration, chart, language))


def difference_lines(difference: Difference, language: str) -> Iterator[str]:
    """What was expected and what happened instead, as lines of plain text."""
    where = (
        word("at the end", language)
        if difference.step is None
        else word("at step", language, difference.step)
    )
    span = difference.span
    for mismatch in difference.mismatches:
        matter = word(mismatch.matter, language, mismatch.name)
        yield f"{span.file}:{span.line}:{span.column}: {where}, {matter}"
        yield from _pair(mismatch, "expected", "actual", language)


def parted_lines(difference: Difference, language: str) -> Iterator[str]:
    """How a change of the policy shows, as lines of plain text: what was expected is what it does without."""
    for mismatch in difference.mismatches:
        yield word(mismatch.matter, language, mismatch.name)
        yield from _pair(mismatch, "as it is", "changed", language)


def _pair(mismatch: Mismatch, one: str, other: str, language: str) -> Iterator[str]:
    expected, actual = word(one, language), word(other, language)
    width = max(len(expected), len(actual)) + 1
    yield f"  {expected + ':':<{width}} {_expected(mismatch, language)}"
    found = _told_verdict if mismatch.matter == "verdict" else _value
    yield f"  {actual + ':':<{width}} {found(mismatch.actual, language)}"


def _expected(mismatch: Mismatch, language: str) -> str:
    if mismatch.matter == "verdict":
        return _told_verdict(mismatch.expected, language)
    if mismatch.matter == "never":
        return word("never asked for", language)
    if mismatch.matter == "record":
        return word("opened", language)
    if mismatch.matter in ("allowed", "forbidden", "overdue"):
        return word("among", language, mismatch.name)
    return _value(mismatch.expected, language)


def shown_value(value: Value) -> str:
    """A value as a person writes it."""
    return _value(value, "en")


def _told_verdict(verdict: Shown, language: str) -> str:
    """A verdict in words, and where these are not the one that a step says, that one, too."""
    written = str(verdict)
    said = verdict_word(written, language)
    return said if said == written else f"{said} (`{written}`)"


def _value(value: Shown, language: str) -> str:
    if value is None or value == ():
        return word("none", language)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(item if isinstance(item, str) else _action(item) for item in value)
    return str(value)


def _actions(actions: Sequence[Action]) -> str:
    return ", ".join(_action(action) for action in actions)


def _action(action: Action | ExpectedAction) -> str:
    params = ", ".join(f"{name}: {_value(value, 'en')}" for name, value in action.params.items())
    return f"{action.name} ({params})" if params else action.name
