"""Phrases that two versions have alike: which are shown, and what is filled in, can differ all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from policy_engine.automaton.inputs import Inputs
from policy_engine.model.chart import Chart, Phrase, State
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.placeholders import placeholders
from policy_engine.model.types import Value


class Guided(NamedTuple):
    """A state whose phrases depend on something: its name in the new version, the conditions under which
    phrases are shown, in order, and the variables that are filled in.
    """

    name: str
    conditions: tuple[Callable[[Inputs], Value], ...]
    variables: tuple[str, ...]


def guided_states(
    chart: Chart, name_of: Callable[[int], str], other: Chart, other_name_of: Callable[[int], str]
) -> dict[str, Guided]:
    """The states of a chart, by id, whose phrases say the same in the other one and depend on something."""
    there = {other_name_of(state.index): state for state in other.states}
    found = {}
    for state in chart.states:
        name = name_of(state.index)
        twin = there.get(name)
        if twin is None or _said(state) != _said(twin):
            continue
        conditions = [phrase.when for phrase in _phrases(state) if phrase.when is not None]
        variables = {
            spot.name
            for phrase in _phrases(state)
            for texts in phrase.words.values()
            for text in texts
            for spot in placeholders(text)
            if spot.name is not None and spot.name in chart.context and spot.name in other.context
        }
        if conditions or variables:
            found[state.id] = Guided(
                name, tuple(map(compile_expression, conditions)), tuple(sorted(variables))
            )
    return found


def phrase_conditions(chart: Chart) -> Iterator[Expr]:
    """Every condition under which a phrase is shown."""
    for state in chart.states:
        for phrase in _phrases(state):
            if phrase.when is not None:
                yield phrase.when


def _phrases(state: State) -> tuple[Phrase, ...]:
    return (*state.say, *state.avoid, *state.how)


def _said(state: State) -> list[tuple[str, object]]:
    return [(str(phrase.when), phrase.words) for phrase in _phrases(state)]
