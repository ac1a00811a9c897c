"""A refusal of an event that concerns somebody's safety: what happened cannot be refused."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for state in view.states:
        for forbid in state.forbid:
            for event in forbid.events:
                if view.chart.events[event].safety:
                    yield found(forbid.span, event=event, state=state.id)


RULE = Rule("safety-event-forbidden", "warning", chart=_find)
