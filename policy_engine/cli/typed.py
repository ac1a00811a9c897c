"""What a person types of an event: its data, and who reports it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from policy_engine.cli.lines import Line, LineError
from policy_engine.cli.values import read_settings
from policy_engine.model.chart import Chart
from policy_engine.model.durations import nearest_duration, parse_duration
from policy_engine.model.types import Declaration, Value
from policy_engine.session.values import By

# Words, where a value may stand between double quotes: note="as agreed"
_WORDS = re.compile(r'[^\s="]+="[^"]*"|\S+')


def read_told(
    words: Iterable[str], declared: Mapping[str, Declaration], language: str
) -> tuple[By | None, dict[str, Value]]:
    """Who reports an event, and its data: `by=manager/anna severity=2`. Raises CallError."""
    by: By | None = None
    settings = []
    for text in unquoted(words):
        if text.startswith("by="):
            by = _reporter(text.removeprefix("by="))
        else:
            settings.append(text)
    return by, read_settings(settings, declared, language)


def read_wait(text: str) -> Line:
    """How much time goes by. Raises LineError."""
    if not text:
        raise LineError("wait-for-nothing")
    duration = parse_duration(text)
    if duration is None:
        raise LineError("wait-not-a-duration", value=text, suggestion=nearest_duration(text))
    return Line(advance=duration)


def read_facts(words: Sequence[str], chart: Chart, language: str) -> Line:
    """New facts: `at_risk=yes`. Raises CallError and LineError."""
    if not words:
        raise LineError("learn-nothing", declared=tuple(chart.facts))
    return Line(learn=read_settings(unquoted(words), chart.facts, language))


def read_fill(words: Sequence[str], chart: Chart, language: str) -> Line:
    """Fields of a record: `write_report place=hall by=manager`, `write_report/2` for the second one of that
    action. Raises CallError and LineError.
    """
    if not words:
        raise LineError(
            "fill-nothing", declared=tuple(name for name, one in chart.actions.items() if one.record)
        )
    action, _, number = words[0].partition("/")
    if number and not (number.isdecimal() and int(number[:9]) > 0):
        raise LineError("fill-number", text=number)
    declared = chart.actions.get(action)
    fields = () if declared is None else declared.record
    by, values = read_told(
        words[1:], {field.name: field.declaration for field in fields if not field.known}, language
    )
    return Line(fill=action, fields=values, by=by, record=int(number[:9]) if number else None)


def read_happening(text: str, chart: Chart, language: str) -> Line:
    """`insult severity=2 by=manager`, `wait 2 min` or `learn at_risk=yes`. Raises CallError and LineError."""
    first, *rest = words_of(text) or [""]
    if first == "wait":
        return read_wait(" ".join(rest))
    if first == "learn":
        return read_facts(rest, chart, language)
    event = chart.events.get(first)
    by, data = read_told(rest, {} if event is None else event.data, language)
    return Line(event=first, data=data or None, by=by)


def words_of(text: str) -> list[str]:
    """The words of a line; a value may stand between double quotes."""
    return _WORDS.findall(text)


def unquoted(words: Iterable[str]) -> list[str]:
    """Words without those quotes."""
    return [text.replace('"', "") for text in words]


def _reporter(written: str) -> By:
    """A role, or a role and a person behind a slash."""
    role, slash, person = written.partition("/")
    return (role, person) if slash else role
