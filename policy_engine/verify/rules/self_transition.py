"""An event at which a state is told to begin anew, so that its timers start again (rule 1)."""

from __future__ import annotations

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for item in view.chart.transitions:
        if item.trigger != "on":
            continue  # a timer that starts itself anew is how something is done again and again
        for state in view.around(item.source):
            if state.after and state.index in item.targets:
                timers = [str(timer.duration) for timer in state.after]
                yield found(item.span, state=state.id, events=list(item.events), timers=timers)


RULE = Rule("self-transition", "information", chart=_find)
