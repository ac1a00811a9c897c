"""A variable that nothing reads and nothing changes."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for name in view.chart.context:
        event = view.chart.events.get(name)
        if event is None and name not in view.uses.values | view.uses.written:
            yield found(view.places.declared("context", name), name=name)


RULE = Rule("unused-variable", "warning", chart=_find)
