"""An event that no state handles, forbids or waits for, and that the policy does not raise itself."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for event in view.chart.events.values():
        if not event.ticks and event.name not in view.uses.handled | view.uses.spoken:
            yield found(event.span, event=event.name)


RULE = Rule("unused-event", "warning", chart=_find)
