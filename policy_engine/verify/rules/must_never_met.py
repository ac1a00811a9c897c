"""Something that must be done and can never be done: no course meets it."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen


def _find(seen: Seen) -> Findings:
    handled = seen.view.handlers
    for name, must in seen.chart.musts.items():
        if seen.chart.states[must.state].id not in seen.active:
            continue
        # An event that no state handles is heard for what must be done alone.
        heard = any(event in seen.applied or event not in handled for event in must.events)
        if not heard and not seen.asked.intersection(must.actions):
            yield found(must.span, name=name, what=[*must.events, *must.actions])


RULE = Rule("must-never-met", "warning", never=_find)
