"""A named condition that no condition names."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for name in view.chart.guards:
        if name not in view.uses.guards:
            yield found(view.places.declared("guards", name), name=name)


RULE = Rule("unused-guard", "warning", chart=_find)
