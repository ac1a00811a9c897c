"""A policy in which somebody's safety may be at stake, and that does not say what to do in direct danger."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    at_stake = [event for event in view.chart.events.values() if event.safety]
    if at_stake and not view.chart.emergency:
        yield found(at_stake[0].span, event=at_stake[0].name)


RULE = Rule("no-emergency", "warning", chart=_find)
