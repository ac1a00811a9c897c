"""A state that has phrases, and a moment at which none of them is shown."""

from __future__ import annotations

from policy_engine.model.chart import Phrase, State
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey


def _find(survey: Survey) -> Findings:
    # States that tell nobody anything may be meant to; one that does, but not now, hardly is.
    partly = {state.id: state for state in survey.view.states if _is_partly_told(state)}
    shown: dict[int, list[Phrase]] = {}  # what may be shown in a node; nothing where that is no matter
    for situation in survey.courses.steps if partly else ():
        phrases = shown.get(situation.node)
        if phrases is None:
            around = survey.active(survey.courses.node(situation))
            told = [phrase for one in around for phrase in (*one.say, *one.how)]
            sure = any(phrase.when is None for phrase in told) or not any(one.id in partly for one in around)
            phrases = shown[situation.node] = [] if sure else told
        if phrases and False in survey.shown(phrases, situation):
            for name in partly.keys() & set(survey.courses.node(situation).states):
                state = partly.pop(name)
                yield found(state.span, state=name, trail=survey.way(situation))


def _is_partly_told(state: State) -> bool:
    """Whether a state has phrases, and none to say or to act by that is always shown."""
    told = (*state.say, *state.how)
    return bool(told or state.avoid) and all(phrase.when is not None for phrase in told)


RULE = Rule("nothing-to-say", "warning", courses=_find)
