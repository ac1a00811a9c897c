"""A place from which a session can go on, but never to an end."""

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey, innermost


def _find(survey: Survey) -> Findings:
    if not survey.view.ends:
        return
    leads = survey.leads
    before: dict[int, list[int]] = {}
    for place, targets in leads.items():
        for target in targets:
            before.setdefault(target, []).append(place)
    # What is stuck outright is another rule's matter, and so is what leads there only. Where new facts lead
    # to a place that no course stood in, nothing is known of what follows.
    waiting = [
        node.index
        for node, _ in survey.nodes
        if node.done or leads[node.index] <= {node.index} or not leads[node.index] <= leads.keys()
    ]
    fine = set(waiting)
    while waiting:
        for place in before.get(waiting.pop(), ()):
            if place not in fine:
                fine.add(place)
                waiting.append(place)
    for node, situation in survey.nodes:
        if node.index not in fine:
            state = innermost(survey.active(node))
            yield found(state.span, state=state.id, trail=survey.way(situation))
            return


RULE = Rule("livelock", "warning", courses=_find)
