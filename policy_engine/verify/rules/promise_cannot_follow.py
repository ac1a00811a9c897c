"""A phrase that announces what cannot follow any more where it is said."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import Situation
from policy_engine.model.chart import Phrase, State
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey

Promise = tuple[str, str]


def _find(survey: Survey) -> Findings:
    promising = [
        (state, phrase)
        for state in survey.view.states
        for phrase in (*state.say, *state.avoid, *state.how)
        if phrase.promises
    ]
    possible: dict[Promise, set[Situation]] = {}
    for state, phrase in promising:
        for promise in phrase.promises:
            if promise not in possible:
                possible[promise] = survey.back_from(_before(promise, survey))
            where = _in_vain(state, phrase, possible[promise], survey)
            if where is not None:
                text = next(iter(phrase.words.values()))[0]
                place = survey.view.places.text(text, state.span)
                yield found(place, state=state.id, name=promise[1], trail=survey.way(where))


def _in_vain(state: State, phrase: Phrase, possible: set[Situation], survey: Survey) -> Situation | None:
    """The nearest situation in which a phrase is shown and what it announces cannot follow."""
    for situation in survey.courses.steps:
        active: Sequence[str] = survey.courses.node(situation).states
        if situation not in possible and state.id in active and True in survey.shown((phrase,), situation):
            return situation
    return None


def _before(promise: Promise, survey: Survey) -> set[Situation]:
    """The situations in which what is announced can happen in the next step."""
    keeping = {edge.index for edge, _ in survey.edges if _keeps(promise, edge, survey)}
    return {
        here
        for here, steps in survey.courses.steps.items()
        for step in steps
        if step.edge is not None and step.edge.index in keeping
    }


def _keeps(promise: Promise, edge: Edge, survey: Survey) -> bool:
    kind, name = promise
    if kind == "enter":
        return any(survey.chart.states[index].id == name for index in edge.entered)
    if kind == "action":
        return any(call.action == name for call in edge.actions)
    return edge.verdict == "applied" and edge.trigger.event == name


RULE = Rule("promise-cannot-follow", "warning", courses=_find)
