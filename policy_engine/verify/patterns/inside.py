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
    for here in search.situations:
        if not states & set(search.courses.node(here).states):
            continue
        for step in (*_unheard(here, events, search), *search.following(here)):
            event, given = _answer(step)
            if event not in events or given in (verdict, "rejected"):
                continue
            if search.reading.before(condition, here, search.inputs(step)):
                return Broken(search.courses.course(step), *_told(event, given, verdict))
    return None


def _unheard(here: Situation, events: tuple[str, ...], search: Search) -> Iterator[Step]:
    """The events that nothing speaks of."""
    for event in events:
        if search.courses.unheard(here, event):
            for told in search.courses.telling.anything(event):
                yield Step(here, here, None, event, *told)


def _answer(step: Step) -> tuple[str, str]:
    """The event of a step, empty where none was told, and what became of it."""
    edge = step.edge
    if edge is None:
        return step.event or "", "ignored"
    return edge.trigger.name if edge.trigger.kind == "on" else "", edge.verdict


def _told(event: str, given: str, wanted: str) -> tuple[str, dict[str, object]]:
    return "answered-otherwise", {"event": event, "verdict": given, "wanted": wanted}
