"""A refusal that would name what is missing by its id, because it has no label."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    required = dict.fromkeys(name for item in view.chart.transitions for name in item.requires)
    for name in required:
        if not view.chart.context[name].label:
            yield found(view.places.value(name), name=name)


RULE = Rule("requires-without-label", "warning", chart=_find)
