"""An event at which a state is left and entered again, so that its timers start anew each time (rule 1)."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for item in view.chart.transitions:
        if item.trigger != "on":
            continue  # a timer that starts itself anew is how something is done again and again
        for state in view.left_and_entered(item):
            # Who writes a state as its own target wants it to begin anew.
            if state.after and state.index not in item.targets:
                timers = [str(timer.duration) for timer in state.after]
                yield found(item.span, state=state.id, events=list(item.events), timers=timers)
                break


RULE = Rule("timer-restarts", "warning", chart=_find)
