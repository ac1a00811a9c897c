"""What must be done, and within what time, in words."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.phrasing import WORDS
from policy_engine.diagrams.wording import (
    NO_VALUES,
    duration_words,
    either,
    event_words,
    listed,
    named,
    state_words,
    words_of,
)
from policy_engine.model.chart import Chart, Must, State
from policy_engine.model.types import Value


def musts_of(chart: Chart, state: State) -> tuple[Must, ...]:
    """What must be done once a state was entered."""
    return tuple(must for must in chart.musts.values() if must.state == state.index)


def must_words(
    chart: Chart, must: Must, language: str, parameters: Mapping[str, Value | None] = NO_VALUES
) -> str:
    """Within what time something must be done, and what."""
    actions = (named(chart.actions[action].label, action, language) for action in must.actions)
    events = (event_words(chart, event, language) for event in must.events)
    what = either(events if must.events else actions, language)
    own = " ".join(words_of(must.label, language))
    time = duration_words(chart, must.within, language, parameters)
    return word(WORDS, "within", language, time, own or what)


def duty_words(chart: Chart, must: Must, language: str) -> str:
    """The same where no heading says that it must be done."""
    return word(WORDS, "must", language, must_words(chart, must, language))


def until_words(chart: Chart, must: Must, language: str) -> str:
    """What must be done, and which states take it away before it is done."""
    words = must_words(chart, must, language)
    ends = [f"“{state_words(chart, chart.states[state].id, language)}”" for state in must.until]
    return word(WORDS, "until", language, words, listed(ends, language, "or")) if ends else words
