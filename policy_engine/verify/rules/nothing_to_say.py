"""A state that has phrases, and a moment at which none of them is shown."""

from __future__ import annotations

from policy_engine.model.chart import State
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey


def _find(survey: Survey) -> Findings:
    # States that tell nobody anything may be meant to; one that does, but not now, hardly is.
    partly = {state.id: state for state in survey.view.states if _is_partly_told(state)}
    for situation in survey.courses.steps if partly else ():
        node = survey.courses.node(situation)
        for name in partly.keys() & set(node.states):
            state = partly[name]
            around = survey.active(node)
            phrases = [phrase for one in around for phrase in (*one.say, *one.how)]
            if False in survey.shown(phrases, situation):
                del partly[name]
                yield found(state.span, state=name, trail=survey.way(situation))


def _is_partly_told(state: State) -> bool:
    """Whether a state has phrases, and none to say or to act by that is always shown."""
    told = (*state.say, *state.how)
    return bool(told or state.avoid) and all(phrase.when is not None for phrase in told)


RULE = Rule("nothing-to-say", "warning", courses=_find)
