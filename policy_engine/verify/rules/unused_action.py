"""An action that nothing asks for."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    asked = {*view.uses.actions}
    for action in view.chart.actions.values():
        if action.name not in asked:
            yield found(action.span, action=action.name)


RULE = Rule("unused-action", "warning", chart=_find)
