"""A scenario's result told in words: the course so far, then what was expected and what happened instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.scenarios import ExpectedAction
from policy_engine.model.types import Value
from policy_engine.scenarios.course import Difference, Mismatch, ScenarioResult, Shown
from policy_engine.scenarios.words import word
from policy_engine.session.course import Moment
from policy_engine.session.decision import Action


def report(result: ScenarioResult, language: str) -> str:
    """The course, and the difference if there is one, as lines of plain text in "en" or "nl"."""
    lines = list(_course(result.course, language))
    if result.difference is not None:
        lines += ["", *difference_lines(result.difference, language)]
    return "\n".join(lines)


def _course(course: Sequence[Moment], language: str) -> Iterator[str]:
    rows = [_row(moment, language) for moment in course]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = (row[0].rjust(widths[0]), row[1].ljust(widths[1]), row[2].ljust(widths[2]), row[3])
        yield "  ".join(cells).rstrip()


def _row(moment: Moment, language: str) -> tuple[str, str, str, str]:
    """The step's number, what happened, its verdict, and where that led."""
    numbered = moment.kind not in ("start", "timer")
    what = _what(moment, language)
    decision = moment.decision
    verdict = decision.verdict.value if decision is not None and moment.kind == "event" else ""
    outcome = "→ " + ", ".join(moment.states)
    if decision is not None and decision.reason is not None:
        outcome += f"  “{decision.reason.text(language)}”"
    if moment.actions:
        outcome += "  " + word("asks", language, _actions(moment.actions))
    return (str(moment.step) if numbered else "", what, verdict, outcome)


def _what(moment: Moment, language: str) -> str:
    if moment.kind == "event":
        return moment.name
    if moment.kind != "timer":
        return word(moment.kind, language, moment.name)
    duty = timing(moment.name)
    if duty is not None:
        return word("is due", language, duty)
    counter = lapsing(moment.name)
    if counter is not None:
        return word("lapsed", language, counter)
    state, _, duration = moment.name.partition(".after.")
    return word("timer", language, state, duration) if duration else word("sent", language, state)


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
    yield f"  {actual + ':':<{width}} {_value(mismatch.actual, language)}"


def _expected(mismatch: Mismatch, language: str) -> str:
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
