"""Characters of a policy's texts that the shipped fonts lack: they are printed as a square."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from policy_engine.diagrams.measure import missing
from policy_engine.diagrams.wording import words_of
from policy_engine.model.chart import Chart, Phrase, State, Words
from policy_engine.model.scenarios import EventStep, Scenario
from policy_engine.model.types import Declaration


def lacking(
    chart: Chart, scenarios: Iterable[Scenario], languages: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Each character that can't be drawn, with the places where it stands in texts of these languages: the
    keys of the file, as in "states.greet.say".
    """
    found: dict[str, dict[str, None]] = {}
    told = tuple(languages)
    for place, words in (*_of_policy(chart), *_of_scenarios(scenarios)):
        for letter in missing("".join(text for language in told for text in words_of(words, language))):
            found.setdefault(letter, {})[place] = None
    return {letter: tuple(places) for letter, places in found.items()}


def _of_policy(chart: Chart) -> Iterator[tuple[str, Words]]:
    yield from (("title", chart.title), ("subtitle", chart.subtitle), ("emergency", chart.emergency))
    yield "owner", chart.owner
    sections = (("parameters", chart.parameters), ("facts", chart.facts), ("context", chart.context))
    for section, several in sections:
        yield from _of_declared(section, several)
    for role in chart.roles.values():
        yield f"roles.{role.name}", role.label
    for event in chart.events.values():
        yield f"events.{event.name}.label", event.label
        yield f"events.{event.name}.note", event.note
        yield from _of_declared(f"events.{event.name}.data", event.data)
    for action in chart.actions.values():
        yield f"actions.{action.name}.label", action.label
        yield f"actions.{action.name}.note", action.note
        yield f"actions.{action.name}.letter", action.letter
        yield from _of_declared(f"actions.{action.name}.params", action.params)
    for state in chart.states[1:]:
        yield from ((f"states.{state.id}.{key}", words) for key, words in _of_state(state))
    for must in chart.musts.values():
        for words in (must.label, must.note, must.why):
            yield f"states.{chart.states[must.state].id}.must.{must.id}", words
    for transition in chart.transitions:
        for words in (transition.label, transition.note, transition.why):
            yield f"states.{chart.states[transition.source].id}.{transition.trigger}", words


def _of_state(state: State) -> Iterator[tuple[str, Words]]:
    yield from (("label", state.label), ("note", state.note), ("why", state.why))
    several: tuple[tuple[str, tuple[Phrase, ...]], ...]
    several = (("say", state.say), ("avoid", state.avoid), ("how", state.how))
    yield from ((key, phrase.words) for key, phrases in several for phrase in phrases)
    yield from (("forbid", forbid.words) for forbid in state.forbid)


def _of_declared(section: str, several: Mapping[str, Declaration]) -> Iterator[tuple[str, Words]]:
    for declared in several.values():
        labels = (declared.label, *declared.member_labels.values())
        yield from ((f"{section}.{declared.name}", _as_words(label)) for label in labels)


def _as_words(label: Mapping[str, str]) -> Words:
    return {language: (text,) for language, text in label.items()}


def _of_scenarios(scenarios: Iterable[Scenario]) -> Iterator[tuple[str, Words]]:
    for scenario in scenarios:
        texts = (scenario.title, scenario.story, scenario.goals, scenario.questions)
        lines = (step.line for step in scenario.steps if isinstance(step, EventStep))
        yield from ((f"scenarios.{scenario.name}", words) for words in (*texts, *lines))
