"""A place where an event that concerns somebody's safety is ignored."""

from policy_engine.model.chart import Event, State
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey, innermost


def _find(survey: Survey) -> Findings:
    events = [event for event in survey.chart.events.values() if event.safety]
    told = set()
    for node, situation in survey.nodes if events else ():
        active = survey.active(node)
        if node.done or not any(state.say for state in active):
            continue  # where there is nothing to say, nobody is there any more who could threaten
        heard = {
            edge.trigger.name
            for edge in survey.following.get(node.index, ())
            if edge.trigger.kind == "on" and edge.verdict != "ignored"
        }
        state = innermost(active)
        for event in events:
            unheard = event.name not in heard and not _answered(event, active, survey)
            if unheard and (event.name, state.id) not in told:
                told.add((event.name, state.id))
                yield found(state.span, event=event.name, state=state.id, trail=survey.way(situation))


def _answered(event: Event, active: list[State], survey: Survey) -> bool:
    """Whether the session stands where the event leads to, so that it is being dealt with."""
    ends = {target for one in survey.chart.transitions if event.name in one.events for target in one.targets}
    return any(state.index in ends for state in active)


RULE = Rule("safety-event-ignored", "warning", courses=_find)
