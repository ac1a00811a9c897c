"""The texts of a policy, each with what it belongs to, for the rules that read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart, Words

TextKind = Literal["title", "label", "say", "avoid", "how", "forbid", "letter"]


class Written(NamedTuple):
    """A text in all its languages; it stands at `owner` or behind it."""

    kind: TextKind
    words: Words
    owner: Span


def texts_of(chart: Chart) -> Iterator[Written]:
    """What is shown to people, in the order of the file; remarks are left out."""
    start = Span.start_of(chart.file)
    for words in (chart.title, chart.subtitle, chart.emergency):
        yield Written("title", words, start)
    for event in chart.events.values():
        yield Written("label", event.label, event.span)
    for action in chart.actions.values():
        yield Written("label", action.label, action.span)
        yield Written("letter", action.letter, action.span)
    for state in chart.states[1:]:
        yield Written("label", state.label, state.span)
        for phrase in state.say:
            yield Written("say", phrase.words, state.span)
        for phrase in state.avoid:
            yield Written("avoid", phrase.words, state.span)
        for phrase in state.how:
            yield Written("how", phrase.words, state.span)
        for forbid in state.forbid:
            yield Written("forbid", forbid.words, forbid.span)


def apart(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each two languages of which neither is a variant of the other."""
    for place, one in enumerate(languages):
        for other in languages[place + 1 :]:
            if one.split("-")[0] != other.split("-")[0]:
                yield one, other
