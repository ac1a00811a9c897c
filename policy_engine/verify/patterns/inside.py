"""`in: STATE, accepts | forbids: EVENT, when`: what becomes of an event while a state is active."""

from __future__ import annotations

from policy_engine.model.chart import Property
from policy_engine.verify.patterns.pattern import Broken, Search, listed
from policy_engine.verify.situation import Step


def inside(item: Property, search: Search) -> Broken | None:
    """The first step of a shortest course in which the event is answered otherwise."""
    verdict = "applied" if "accepts" in item.body else "forbidden"
    events = listed(item.body, "accepts" if verdict == "applied" else "forbids")
    states = set(listed(item.body, "in"))
    condition = item.conditions.get("when")
    for here in search.situations:
        if not (states & set(search.courses.node(here).states) and search.reading.at_rest(condition, here)):
            continue
        unheard = next((event for event in events if search.courses.unheard(here, event)), None)
        if unheard is not None:
            step = Step(here, here, None, unheard)
            return Broken(search.courses.course(step), *_told(unheard, "ignored", verdict))
        for step in search.following(here):
            edge = step.edge
            if edge is None or edge.trigger.kind != "on" or edge.trigger.name not in events:
                continue
            if edge.verdict not in (verdict, "rejected"):
                return Broken(search.courses.course(step), *_told(edge.trigger.name, edge.verdict, verdict))
    return None


def _told(event: str, given: str, wanted: str) -> tuple[str, dict[str, object]]:
    return "answered-otherwise", {"event": event, "verdict": given, "wanted": wanted}
