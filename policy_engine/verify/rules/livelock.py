"""A place from which a session can go on, but never to an end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.survey import Survey, innermost

MOST_LOOKED_AT = 20  # places from which a circle is looked for


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
    lost = [node.index for node, _ in survey.nodes if node.index not in fine]
    if lost:
        place = _nearest(lost, leads)
        state = innermost(survey.active(survey.courses.automaton.nodes[place]))
        yield found(state.span, state=state.id, trail=survey.way(survey.spots[place]))


def _nearest(lost: Sequence[int], leads: Mapping[int, set[int]]) -> int:
    """The nearest place of a circle that nothing leads out of; all of those that are lost lead to one."""
    circle = min((_reached(place, leads) for place in lost[:MOST_LOOKED_AT]), key=len)
    return next(place for place in lost if place in circle)


def _reached(place: int, leads: Mapping[int, set[int]]) -> set[int]:
    found, waiting = {place}, [place]
    while waiting:
        new = leads[waiting.pop()] - found
        found |= new
        waiting += new
    return found


RULE = Rule("livelock", "warning", courses=_find)
