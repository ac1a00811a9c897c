"""A counter that changes on entry of a state that a history brings back: what happened once counts twice."""

from __future__ import annotations

from policy_engine.model.chart import Add, Assign, State, Step
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.tree import Ref
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey


def _find(survey: Survey) -> Findings:
    states = survey.chart.states
    if not any(state.kind == "history" for state in states):
        return
    told = set()
    woven = survey.courses.chart.transitions
    for edge, last in survey.edges:
        back = [
            states[target]
            for index in edge.transitions
            for target in woven[index].targets
            if states[target].kind == "history"
        ]
        for history in back:
            for index in edge.entered:
                state = states[index]
                if not survey.view.inside(index, history.parent or 0):
                    continue
                for step, variable in _counting(state):
                    if step.span not in told:
                        told.add(step.span)
                        yield found(
                            step.span,
                            state=state.id,
                            history=history.id,
                            variable=variable,
                            trail=survey.told(last),
                        )


def _counting(state: State) -> list[tuple[Step, str]]:
    """The steps on entry that count on from what was there."""
    counting: list[tuple[Step, str]] = []
    for step in state.entry:
        if isinstance(step, Add):
            counting += [(step, name) for name, _ in step.amounts]
        elif isinstance(step, Assign):
            counting += [
                (step, name)
                for name, value in step.values
                if any(isinstance(part, Ref) and part.name == name for part in walk(value))
            ]
    return counting


RULE = Rule("history-counts-again", "warning", courses=_find)
