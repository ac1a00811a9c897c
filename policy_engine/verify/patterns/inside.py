"""`in: STATE, accepts | forbids: EVENT, when`: what becomes of an event while a state is active."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.courses.situation import Situation, Step
from policy_engine.model.chart import Property
from policy_engine.verify.patterns.pattern import Broken, Search, listed


def inside(item: Property, search: Search) -> Broken | None:
    """The first step of a shortest course in which the event is answered otherwise."""
    verdict = "applied" if "accepts" in item.body else "forbidden"
    events = listed(item.body, "accepts" if verdict == "applied" else "forbids")
    states = set(listed(item.body, "in"))
    condition = item.conditions.get("when")
    edges = {index for index in search.on(events) if search.edges[index].verdict not in (verdict, "rejected")}
    sources = {search.edges[index].source for index in edges}
    nodes = search.courses.automaton.nodes
    there: dict[int, bool] = {}
    for here in search.situations:
        if here.node not in there:
            there[here.node] = not states.isdisjoint(nodes[here.node].states)
        if not there[here.node]:
            continue
        answers = list(_unheard(here, events, search))
        if here.node in sources:
            answers += [step for step in search.following(here) if step.edge and step.edge.index in edges]
        for step in answers:
            if _told(step) and search.reading.before(condition, here, search.inputs(step)):
                given = "ignored" if step.edge is None else step.edge.verdict
                event = step.event if step.edge is None else step.edge.trigger.name
                fields = {"event": event, "verdict": given, "wanted": verdict}
                return Broken(search.courses.course(step), "answered-otherwise", fields)
    return None


def _unheard(here: Situation, events: tuple[str, ...], search: Search) -> Iterator[Step]:
    """The events that nothing speaks of."""
    for event in events:
        if search.courses.unheard(here, event):
            for told in search.courses.telling.anything(event):
                yield Step(here, here, None, event, *told)


def _told(step: Step) -> bool:
    """Whether somebody told the event of a step."""
    return step.edge is None or step.edge.trigger.kind == "on"
