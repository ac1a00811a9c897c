"""A place that is no end and from which nothing leads on, whatever happens and whatever becomes known."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey, innermost


def _find(survey: Survey) -> Findings:
    if not (survey.view.ends or survey.view.has_words):
        return  # a ledger goes on for ever, and is told things only
    told = set()
    for node, situation in survey.nodes:
        if not node.done and survey.leads[node.index] <= {node.index}:
            state = innermost(survey.active(node))
            if state.id not in told:
                told.add(state.id)
                yield found(state.span, state=state.id, trail=survey.way(situation))


RULE = Rule("dead-end", "warning", courses=_find)
