"""An event that the policy raises or sends itself, and that no state handles."""

from policy_engine.model.chart import Raise, Send
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.uses import steps_of
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    heard = view.uses.handled | {event for must in view.chart.musts.values() for event in must.events}
    heard |= {event.name for event in view.chart.events.values() if event.ticks}
    for step, _ in steps_of(view.chart):
        if isinstance(step, (Raise, Send)) and step.event not in heard:
            yield found(step.span, event=step.event)
    for must in view.chart.musts.values():
        if must.overdue is not None and must.overdue not in heard:
            yield found(must.span, event=must.overdue)


RULE = Rule("sent-unhandled", "warning", chart=_find)
