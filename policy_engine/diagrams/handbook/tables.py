"""The tables at the end of the handbook: events, actions, and what is agreed and known."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.handbook.columns import Column, table
from policy_engine.diagrams.phrasing import (
    duration_words,
    either,
    event_words,
    lapse_words,
    listed,
    named,
    phrase_words,
    readable,
    role_words,
    sentence,
    value_words,
    words_of,
)
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.handbook import WORDS
from policy_engine.diagrams.reporting import person_words
from policy_engine.diagrams.sheets.model import Block, Heading
from policy_engine.diagrams.tones import tone_of
from policy_engine.model.chart import Chart, RecordField
from policy_engine.model.types import Declaration


def events_table(chart: Chart, language: str) -> Iterator[Block]:
    """Every event: who does it, what it means for the call."""
    if not chart.events:
        return
    rows = []
    for name, event in chart.events.items():
        tone = tone_of(chart, name)
        meaning = [] if tone == "plain" else [word(WORDS, tone, language)]
        if event.settle is not None:
            meaning.append(word(WORDS, "settles", language, duration_words(chart, event.settle, language)))
        meaning += [phrase_words(chart, text, language) for text in words_of(event.note, language)]
        who = person_words(chart, event, language)
        rows.append((sentence(event_words(chart, name, language)), who, " ".join(meaning)))
    yield Heading(2, word(WORDS, "events", language))
    columns = [
        Column(word(WORDS, "event", language), 3, bold=True, indexed=True),
        Column(word(WORDS, "who", language), 2),
        Column(word(WORDS, "meaning", language), 5),
    ]
    yield from table(columns, rows)


def actions_table(chart: Chart, language: str) -> Iterator[Block]:
    """Every action: for whom, what is told with it, what is recorded."""
    if not chart.actions:
        return
    rows = []
    for name, action in chart.actions.items():
        told = [named(item.label, item.name, language) for item in action.params.values()]
        told += [_recorded(chart, field, language) for field in action.record]
        notes = [phrase_words(chart, text, language) for text in words_of(action.note, language)]
        to = role_words(chart, action.to, language) if action.to is not None else ""
        label = sentence(named(action.label, name, language))
        rows.append((label, to, listed(told, language), " ".join(notes)))
    yield Heading(2, word(WORDS, "actions", language))
    columns = [
        Column(word(WORDS, "action", language), 3, bold=True),
        Column(word(WORDS, "for whom", language), 2),
        Column(word(WORDS, "record", language), 2.5),
        Column(word(WORDS, "note", language), 2.5),
    ]
    yield from table(columns, rows)


def _recorded(chart: Chart, field: RecordField, language: str) -> str:
    """What an action keeps, in the words of the incident form for what every report has, and for whom."""
    declared = field.declaration
    if not declared.label and f"record {field.name}" in WORDS:
        words = word(WORDS, f"record {field.name}", language)
    else:
        words = named(declared.label, field.name, language)
    by = either([role_words(chart, role, language) for role in field.by], language)
    return f"{words} ({by})" if by else words


def declared_table(chart: Chart, language: str) -> Iterator[Block]:
    """Parameters, facts and variables with their values."""
    sections = (("parameter", chart.parameters), ("fact", chart.facts), ("counted", chart.context))
    rows = [
        (
            sentence(named(item.label, item.name, language)),
            _kind(chart, key, item.name, language),
            lapse_words(chart, item, _values(item, language), language),
            _beginning(item, language),
        )
        for key, declared in sections
        for item in declared.values()
    ]
    if rows:
        yield Heading(2, word(WORDS, "agreed", language))
    columns = [
        Column(word(WORDS, "name", language), 3, bold=True),
        Column(word(WORDS, "kind", language), 2),
        Column(word(WORDS, "values", language), 3),
        Column(word(WORDS, "beginning", language), 2),
    ]
    yield from table(columns, rows)


def _kind(chart: Chart, section: str, name: str, language: str) -> str:
    """What is declared; of a fact that another policy exports also which one."""
    kind = word(WORDS, section, language)
    if section != "fact" or name not in chart.links:
        return kind
    return word(WORDS, "from", language, kind, readable(chart.links[name].policy))


def _values(declared: Declaration, language: str) -> str:
    kind = declared.type
    if kind.kind in ("counter", "range"):
        return word(WORDS, "range", language, str(kind.low), str(kind.high))
    if kind.finite:
        values = listed([value_words(declared, value, language) for value in kind.values], language, "or")
        if declared.in_doubt is None:
            return values
        return word(WORDS, "in doubt", language, values, value_words(declared, declared.in_doubt, language))
    return word(WORDS, kind.kind, language)


def _beginning(declared: Declaration, language: str) -> str:
    if declared.default is None or declared.default == "":
        return ""
    return value_words(declared, declared.default, language)
