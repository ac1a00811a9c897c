"""A role that nobody is: nothing names it, and it is not the one that acts when nobody is named."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for name in list(view.chart.roles)[1:]:
        # One that cites an article is there because the protocol has it.
        if name not in view.uses.roles and not view.chart.roles[name].source_refs:
            yield found(view.places.declared("roles", name), name=name)


RULE = Rule("unused-role", "warning", chart=_find)
