"""A fact that nothing reads."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for name in view.chart.facts:
        if name not in view.uses.values:
            yield found(view.places.declared("facts", name), name=name)


RULE = Rule("unused-fact", "warning", chart=_find)
