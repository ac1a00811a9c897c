"""An event at which a state does nothing but begin anew, so that its timers start again (rule 1)."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for item in view.chart.transitions:
        source = view.chart.states[item.source]
        if item.trigger == "on" and item.targets == (item.source,) and source.after and not item.steps:
            timers = [str(timer.duration) for timer in source.after]
            yield found(item.span, state=source.id, events=list(item.events), timers=timers)


RULE = Rule("self-transition", "information", chart=_find)
