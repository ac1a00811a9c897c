"""An end that a session can come to after a safety event, with no aftercare between."""

from __future__ import annotations

from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Edge
from policy_engine.verify.rules.phases import states_of
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey, innermost
from policy_engine.verify.rules.trails import Trails

CALM, SHAKEN = range(2)


def _find(survey: Survey) -> Findings:
    at_stake = {event.name for event in survey.chart.events.values() if event.safety}
    if not at_stake or not survey.view.ends:
        return
    care = states_of("aftercare", survey.chart)

    def changes(mind: int, edge: Edge, after: Node) -> int:
        if not care.isdisjoint(edge.entered) or survey.lies_in(care, after):
            return CALM
        if edge.verdict == "applied" and edge.trigger.event in at_stake:
            return SHAKEN
        return mind

    def wanted(mind: int, edge: Edge, after: Node) -> bool:
        return after.done and changes(mind, edge, after) == SHAKEN

    told = set()
    for step, trail in Trails(survey, changes, wanted).found():
        state = innermost(survey.active(survey.courses.node(step.target)))
        if state.id not in told:
            told.add(state.id)
            yield found(state.span, state=state.id, events=sorted(at_stake), trail=trail())


RULE = Rule("no-aftercare", "warning", courses=_find)
