"""An end that the agent makes of an angry contact in which nobody was warned of it."""

from __future__ import annotations

from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Edge
from policy_engine.verify.rules.phases import states_of
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey
from policy_engine.verify.rules.trails import Trails

CALM, ANGRY = range(2)


def _find(survey: Survey) -> Findings:
    chart, events = survey.chart, survey.chart.events
    us = next(iter(chart.roles), None)
    ending = {event.name for event in events.values() if event.tone == "ends" and event.actor == us}
    if us is None or not ending or not survey.view.has_words:
        return
    warning = states_of("warning", chart)

    def changes(mind: int, edge: Edge, after: Node) -> int | None:
        """Whether they are angry; of no more concern once they are warned or something worse happens."""
        if not warning.isdisjoint(edge.entered) or survey.lies_in(warning, after):
            return None
        event = events.get(edge.trigger.name) if edge.trigger.kind == "on" else None
        if event is None or edge.verdict != "applied":
            return mind
        if event.safety:
            return None
        return ANGRY if event.tone == "escalates" else CALM if event.tone == "calms" else mind

    def wanted(mind: int, edge: Edge, after: Node) -> bool:
        if (
            mind != ANGRY
            or edge.trigger.name not in ending
            or edge.verdict != "applied"
            or not edge.transitions
        ):
            return False
        # Where there is still something to say, it was no end of the contact.
        return not any(state.say for state in survey.active(after))

    told = set()
    woven = survey.courses.chart.transitions
    for step, trail in Trails(survey, changes, wanted).found():
        assert step.edge is not None
        branch = woven[step.edge.transitions[0]]
        role = chart.states[branch.source].role or us
        if step.by in (None, us) and role == us and branch.span not in told:
            told.add(branch.span)
            yield found(branch.span, event=step.edge.trigger.name, trail=trail())


RULE = Rule("ends-without-warning", "warning", courses=_find)
