"""`whenever: {event | enter | action, in, when}`, `then: {action | enter}` in the same macrostep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from policy_engine.courses.situation import Step
from policy_engine.model.chart import Property
from policy_engine.verify.patterns.pattern import Broken, Search, listed, part


def whenever(item: Property, search: Search) -> Broken | None:
    """The first step of a shortest course in which the one happens without the other."""
    then = part(item, "then")
    wanted = "action" if "action" in then else "enter"
    names = listed(then, wanted)
    courses = []
    for steps in (search.steps, _unheard(item, search)):
        breaking = (
            step
            for step in steps
            if happened(item, step, search) and not follows(wanted, names, step, search)
        )
        # Both are ordered by how far away they are, so the first of each is the nearest.
        courses += [search.courses.course(step) for step in islice(breaking, 1)]
    if not courses:
        return None
    return Broken(min(courses, key=len), f"no-{wanted}", {"names": list(names)})


def _unheard(item: Property, search: Search) -> Iterator[Step]:
    """The events that `whenever` speaks of where no active state does."""
    for event in listed(part(item, "whenever"), "event"):
        for here in search.situations:
            if search.courses.unheard(here, event):
                for told in search.courses.telling.anything(event):
                    yield Step(here, here, None, event, *told)


def follows(wanted: str, names: tuple[str, ...], step: Step, search: Search) -> bool:
    """Whether a step asks for one of the actions, or enters one of the states."""
    edge = step.edge
    if edge is None:
        return False
    if wanted == "action":
        return any(call.action in names for call in edge.actions)
    ids = search.courses.automaton.outline.states
    return any(ids[index] in names for index in edge.entered)


def happened(item: Property, step: Step, search: Search) -> bool:
    """Whether what `whenever` speaks of happens in a step; an event counts when it is delivered."""
    body = part(item, "whenever")
    kind = next(key for key in ("event", "enter", "action") if key in body)
    names, inside = listed(body, kind), listed(body, "in")
    condition = item.conditions.get("whenever.when")
    edge, here = step.edge, step.source
    if inside and (here is None or not set(inside) & set(search.courses.node(here).states)):
        return False
    if kind == "event":
        event = step.event or (edge.trigger.event if edge is not None else None)
        delivered = event in names and (edge is None or edge.verdict != "rejected")
        if delivered and here is not None:
            return search.reading.before(condition, here, search.inputs(step))
        if edge is None:
            return False
    if edge is None or not (search.raises(names) if kind == "event" else follows(kind, names, step, search)):
        return False
    if condition is None and kind != "event":
        return True
    inputs = search.inputs(step)
    return any(
        moment.kind == kind
        and moment.name in names
        and search.reading.inside(condition, moment, step.target.world, inputs)
        for moment in search.moments(step)
    )
