"""An event of the policy's own, raised or sent, that is refused when it comes."""

from __future__ import annotations

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart, Raise, Send
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey
from policy_engine.verify.rules.uses import steps_of


def _find(survey: Survey) -> Findings:
    told = set()
    for edge, last in survey.edges:
        lost = [dropped.event for dropped in edge.dropped]
        if edge.trigger.kind == "sent" and edge.verdict == "forbidden":
            lost.append(edge.trigger.name)
        for event in lost:
            place = _place(event, survey.chart)
            if place is not None and place not in told:
                told.add(place)
                yield found(place, event=event, trail=survey.told(last))


def _place(event: str, chart: Chart) -> Span | None:
    """Where the event is raised or sent; None for what the engine sends itself."""
    for step, _ in steps_of(chart):
        if isinstance(step, (Raise, Send)) and step.event == event:
            return step.span
    return next((must.span for must in chart.musts.values() if must.overdue == event), None)


RULE = Rule("own-event-refused", "warning", courses=_find)
