"""`never: {enter | exit | event | action | change, when, unless}`: what may not happen."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.courses.situation import Step
from policy_engine.model.chart import Property
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.hidden import lapsing
from policy_engine.verify.patterns.pattern import Broken, Search, listed, part

MOMENTS = ("enter", "exit", "action")


def never(item: Property, search: Search) -> Broken | None:
    """The first step of a shortest course in which it happens all the same."""
    body = part(item, "never")
    unless = listed(body, "unless")
    condition = item.conditions.get("never.when")
    kind = next(key for key in (*MOMENTS, "event", "change") if key in body)
    names = listed(body, kind)
    for step in search.steps:
        edge = step.edge
        if edge is None or edge.trigger.name in unless:
            continue
        happened = _happened(kind, names, condition, step, search)
        if happened is not None:
            return Broken(search.courses.course(step), f"never-{kind}", {"name": happened})
    return None


def _happened(
    kind: str, names: tuple[str, ...], condition: Expr | None, step: Step, search: Search
) -> str | None:
    if kind == "change":
        return _changed(names, condition, step, search)
    if kind == "event":
        return _applied(names, condition, step, search)
    first = _first(kind, names, step, search)
    if first is None or condition is None:
        return first
    inputs = search.inputs(step)
    for moment in search.moments(step):
        if (
            moment.kind == kind
            and moment.name in names
            and search.reading.inside(condition, moment, step.target.world, inputs)
        ):
            return moment.name
    return None


def _first(kind: str, names: tuple[str, ...], step: Step, search: Search) -> str | None:
    """The first of the names that a step leaves, enters or asks for: the table knows without running it."""
    edge = step.edge
    assert edge is not None
    if kind == "action":
        happened: Iterable[str] = (call.action for call in edge.actions)
    else:
        ids = search.courses.automaton.outline.states
        happened = (ids[index] for index in (edge.entered if kind == "enter" else edge.exited))
    return next((name for name in happened if name in names), None)


def _changed(names: tuple[str, ...], condition: Expr | None, step: Step, search: Search) -> str | None:
    if step.source is None or step.edge is None:
        return None
    before, after = (search.values(situation) for situation in (step.source, step.target))
    lapsed = lapsing(step.edge.trigger.name)  # what a counter says of itself needs no `unless`
    found = next((name for name in names if before[name] != after[name] and name != lapsed), None)
    if found is None or not search.reading.at_rest(condition, step.target):
        return None
    return found


def _applied(names: tuple[str, ...], condition: Expr | None, step: Step, search: Search) -> str | None:
    edge, here = step.edge, step.source
    assert edge is not None
    if here is None or edge.verdict != "applied" or edge.trigger.kind not in ("on", "sent"):
        return None
    if edge.trigger.name not in names or not search.reading.before(condition, here, search.inputs(step)):
        return None
    return edge.trigger.name
