"""An action that one event asks for twice, with the same parameters."""

from __future__ import annotations

from policy_engine.automaton.tree import Edge
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Ask
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey


def _find(survey: Survey) -> Findings:
    told = set()
    for edge, last in survey.edges:
        if len(edge.actions) < 2:
            continue
        calls = [(call.action, call.params) for call in edge.actions if call.static]
        for call in {call for call in calls if calls.count(call) > 1}:
            place = _place(edge, call[0], survey)
            if place not in told:
                told.add(place)
                yield found(place, action=call[0], trail=survey.told(last))


def _place(edge: Edge, action: str, survey: Survey) -> Span:
    """Where the action is asked for the last time."""
    chart = survey.chart
    lists = [chart.states[index].exit for index in edge.exited]
    lists += [survey.courses.chart.transitions[index].steps for index in edge.transitions]
    lists += [chart.states[index].entry for index in edge.entered]
    return [
        step.span for steps in lists for step in steps if isinstance(step, Ask) and step.action == action
    ][-1]


RULE = Rule("action-asked-twice", "warning", courses=_find)
