"""A variable that is changed and that nothing reads: a warning that is counted and never counts."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for name in view.chart.context:
        if name not in view.chart.events and name in view.uses.written - view.uses.values:
            yield found(view.places.declared("context", name), name=name)


RULE = Rule("variable-never-read", "warning", chart=_find)
