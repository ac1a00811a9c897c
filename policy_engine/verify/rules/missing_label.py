"""A state or an event without a label, in a policy that gives the others one."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    states = [state for state in view.states if state.kind != "history"]
    # What a statement without a label would look like is another rule's matter.
    events = [event for event in view.chart.events.values() if not event.ticks]
    kinds = ((states, {"en": "state", "nl": "toestand"}), (events, {"en": "event", "nl": "gebeurtenis"}))
    for items, kind in kinds:
        if not any(item.label for item in items):
            continue
        for item in items:
            if not item.label:
                name = getattr(item, "id", None) or getattr(item, "name", "")
                yield found(item.span, name=name, kind=kind)


RULE = Rule("missing-label", "information", chart=_find)
