"""A statement that nothing requires and nothing reads."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for event in view.chart.events.values():
        if event.ticks and event.name not in view.uses.values | view.uses.handled | view.uses.spoken:
            yield found(event.span, name=event.name)


RULE = Rule("unused-statement", "warning", chart=_find)
