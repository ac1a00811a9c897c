"""Something that is told with an event and that nothing reads."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.view import View


def _find(view: View) -> Findings:
    for event in view.chart.events.values():
        for name in event.data if event.name in view.uses.handled else ():
            if (event.name, name) not in view.uses.data:
                yield found(
                    view.places.declared("events", event.name, "data", name), event=event.name, name=name
                )


RULE = Rule("unused-datum", "information", chart=_find)
