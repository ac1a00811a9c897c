"""The tables at the end of the handbook: events, actions, and what is agreed and known."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.phrasing import (
    event_words,
    listed,
    named,
    phrase_words,
    role_words,
    sentence,
    value_words,
    words_of,
)
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.handbook import WORDS
from policy_engine.diagrams.sheets.model import Block, Cell, Heading, Paragraph, Run, Table, cell
from policy_engine.diagrams.tones import tone_of
from policy_engine.model.chart import Chart
from policy_engine.model.types import Declaration


def events_table(chart: Chart, language: str) -> Iterator[Block]:
    """Every event: who does it, what it means for the call."""
    if not chart.events:
        return
    rows = []
    for name, event in chart.events.items():
        tone = tone_of(chart, name)
        meaning = [] if tone == "plain" else [sentence(word(WORDS, tone, language)) + "."]
        meaning += [phrase_words(chart, text, language) for text in words_of(event.note, language)]
        who = role_words(chart, event.actor, language) if event.actor is not None else ""
        label = event_words(chart, name, language)
        event_cell = Cell((Paragraph((Run(label, bold=True),), terms=(label,)),))
        rows.append((event_cell, cell(who), cell(" ".join(meaning))))
    yield Heading(2, word(WORDS, "events", language))
    header = (
        word(WORDS, "event", language),
        word(WORDS, "who", language),
        word(WORDS, "meaning", language),
    )
    yield Table(header, tuple(rows), (3, 2, 5))


def actions_table(chart: Chart, language: str) -> Iterator[Block]:
    """Every action: for whom, what is told with it, what is recorded."""
    if not chart.actions:
        return
    rows = []
    for name, action in chart.actions.items():
        told = [named(item.label, item.name, language) for item in action.params.values()]
        told += [item.replace("_", " ") for item in action.record]
        notes = [phrase_words(chart, text, language) for text in words_of(action.note, language)]
        to = role_words(chart, action.to, language) if action.to is not None else ""
        rows.append(
            (
                cell(named(action.label, name, language), bold=True),
                cell(to),
                cell(listed(told, language)),
                cell(" ".join(notes)),
            )
        )
    yield Heading(2, word(WORDS, "actions", language))
    header = tuple(word(WORDS, key, language) for key in ("action", "for whom", "record", "note"))
    yield Table(header, tuple(rows), (3, 2, 2.5, 2.5))


def declared_table(chart: Chart, language: str) -> Iterator[Block]:
    """Parameters, facts and variables with their values."""
    sections = (("parameter", chart.parameters), ("fact", chart.facts), ("counted", chart.context))
    rows = [
        (
            cell(sentence(named(item.label, item.name, language)), bold=True),
            cell(word(WORDS, key, language)),
            cell(_values(item, language)),
            cell(_beginning(item, language)),
        )
        for key, declared in sections
        for item in declared.values()
    ]
    if rows:
        yield Heading(2, word(WORDS, "agreed", language))
        header = tuple(word(WORDS, key, language) for key in ("name", "kind", "values", "beginning"))
        yield Table(header, tuple(rows), (3, 2, 3, 2))


def _values(declared: Declaration, language: str) -> str:
    kind = declared.type
    if kind.kind in ("counter", "range"):
        return word(WORDS, "range", language, str(kind.low), str(kind.high))
    if kind.finite:
        return listed([value_words(declared, value, language) for value in kind.values], language, "or")
    return word(WORDS, "text" if kind.kind == "text" else "number", language)


def _beginning(declared: Declaration, language: str) -> str:
    if declared.default is None or declared.default == "":
        return ""
    return value_words(declared, declared.default, language)
