"""A variable that is read and that nothing ever changes."""

from policy_engine.model.expressions.tree import literal
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for name, item in view.chart.context.items():
        if name not in view.chart.events and name in view.uses.values - view.uses.written:
            assert item.default is not None
            value = "nobody" if item.type.kind == "person" else literal(item.default)
            yield found(view.places.declared("context", name), name=name, value=value)


RULE = Rule("variable-never-changes", "warning", chart=_find)
