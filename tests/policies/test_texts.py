"""The words of the ready policies can be said aloud by a polite person, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from policy_engine.model.chart import Chart, Phrase, State, Words
from policy_engine.ready import ready_policies
from tests.diagrams.examples import chart

CHARTS = {name: chart(path) for name, path in ready_policies().items()}
LONGEST_SENTENCE = 20
LONGEST_PHRASE = 160
# Dutch for "you" among friends; a customer is always `u`. The stressed forms are written with accents.
_FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jullie|jé|jíj)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def phrases(chart: Chart, kind: str, language: str) -> Iterator[tuple[str, str]]:
    """The id of a state and one text of `kind` ("say", "avoid" or "how"), placeholders as one word."""
    for state in chart.states:
        for phrase in _of(state, kind):
            for text in phrase.words.get(language, ()):
                yield state.id, _PLACEHOLDER.sub("X", text)


def _of(state: State, kind: str) -> tuple[Phrase, ...]:
    return {"say": state.say, "avoid": state.avoid, "how": state.how}[kind]


def every_words(chart: Chart) -> Iterator[tuple[str, Words]]:
    """Every text of a policy, with the name of its owner."""
    yield from (("title", chart.title), ("subtitle", chart.subtitle), ("emergency", chart.emergency))
    for state in chart.states:
        yield from (
            (f"{state.id}.label", state.label),
            (f"{state.id}.why", state.why),
            (f"{state.id}.note", state.note),
        )
        for kind in ("say", "avoid", "how"):
            yield from ((f"{state.id}.{kind}", phrase.words) for phrase in _of(state, kind))
        yield from ((f"{state.id}.forbid", forbid.words) for forbid in state.forbid)
    yield from ((event.name, event.label) for event in chart.events.values())
    yield from ((action.name, action.label) for action in chart.actions.values())
    yield from ((role.name, role.label) for role in chart.roles.values())


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_stands_in_both_languages_with_as_many_phrases(name: str) -> None:
    for owner, words in every_words(CHARTS[name]):
        lengths = {language: len(texts) for language, texts in words.items()}

        assert not words or (set(lengths) == {"nl", "en"} and lengths["nl"] == lengths["en"]), owner


@pytest.mark.parametrize("name", CHARTS)
def test_every_state_event_and_action_has_a_label(name: str) -> None:
    chart = CHARTS[name]
    labels = [
        *((state.id, state.label) for state in chart.states[1:]),
        *((event.name, event.label) for event in chart.events.values()),
        *((action.name, action.label) for action in chart.actions.values()),
        *((role.name, role.label) for role in chart.roles.values()),
    ]

    assert [] == [name for name, label in labels if not label]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_phrase_is_short_enough_to_say_aloud(name: str, language: str) -> None:
    for state, text in phrases(CHARTS[name], "say", language):
        sentences = _SENTENCE_END.split(text)

        assert len(text) <= LONGEST_PHRASE, (state, text)
        assert max(len(sentence.split()) for sentence in sentences) <= LONGEST_SENTENCE, (state, text)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["say", "avoid", "how"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_phrase_is_a_whole_sentence(name: str, kind: str, language: str) -> None:
    odd = [
        text for _, text in phrases(CHARTS[name], kind, language) if not re.match(r"[A-ZÀ-Ý].*[.!?]$", text)
    ]

    assert [] == odd


@pytest.mark.parametrize("name", CHARTS)
def test_a_customer_is_addressed_formally_in_dutch(name: str) -> None:
    familiar = [text for _, text in phrases(CHARTS[name], "say", "nl") if _FAMILIAR.search(text)]

    assert [] == familiar


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_nobody_is_told_to_say_what_another_step_tells_to_avoid(name: str, language: str) -> None:
    said = " ".join(text.casefold() for _, text in phrases(CHARTS[name], "say", language))

    assert [] == [
        text for _, text in phrases(CHARTS[name], "avoid", language) if text.casefold().strip(".!?") in said
    ]


def test_what_the_agent_does_with_the_caller_always_comes_with_a_phrase() -> None:
    chart = CHARTS["aggressive_caller"]
    talking = ("recognise", "acknowledge", "explore", "handover", "boundary", "warn", "end_call")
    in_danger = ("alarm", "still_on_the_line")
    with_manager = ("waiting", "no_manager", "manager_talks")

    assert [] == [
        state.id
        for state in chart.states
        if state.id in (*talking, *in_danger, *with_manager) and not state.say
    ]
