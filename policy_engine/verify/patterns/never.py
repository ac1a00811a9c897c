"""`never: {enter | exit | event | action | change, when, unless}`: what may not happen."""

from __future__ import annotations

from collections.abc import Collection

from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import Step
from policy_engine.model.chart import Property
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.hidden import lapsing
from policy_engine.verify.moments import MomentKind
from policy_engine.verify.patterns.pattern import Broken, Search, listed, part

MOMENTS: tuple[MomentKind, ...] = ("enter", "exit", "action")


def never(item: Property, search: Search) -> Broken | None:
    """The first step of a shortest course in which it happens all the same."""
    body = part(item, "never")
    unless = listed(body, "unless")
    condition = item.conditions.get("never.when")
    kind = next(key for key in (*MOMENTS, "event", "change") if key in body)
    names = listed(body, kind)
    edges = [
        index for index in _edges(kind, names, search) if search.edges[index].trigger.event not in unless
    ]
    step = search.first(edges, lambda step: _happened(kind, names, condition, step, search) is not None)
    if step is None:
        return None
    name = _happened(kind, names, condition, step, search)
    return Broken(search.courses.course(step), f"never-{kind}", {"name": name})


def _edges(kind: str, names: tuple[str, ...], search: Search) -> Collection[int]:
    """The edges along which it can happen."""
    if kind == "change":
        return [index for index, edge in search.edges.items() if _can_change(names, edge, search)]
    if kind == "event":
        return search.on(names) | search.raising(names)
    return search.doing(kind, names)


def _can_change(names: tuple[str, ...], edge: Edge, search: Search) -> bool:
    if edge.source < 0:
        return False  # a variable begins somewhere
    if any(name in names for name, _ in edge.assigned):
        return True
    automaton = search.courses.automaton
    before, after = automaton.nodes[edge.source].values, automaton.nodes[edge.target].values
    if before == after:
        return False
    finite = automaton.program.finite
    return any(old != new and name in names for name, old, new in zip(finite, before, after, strict=True))


def _happened(
    kind: str, names: tuple[str, ...], condition: Expr | None, step: Step, search: Search
) -> str | None:
    if kind == "change":
        return _changed(names, condition, step, search)
    if kind == "event":
        raised = step.edge is not None and step.edge.index in search.raising(names)
        return _applied(names, condition, step, search, raised=raised)
    (moment_kind,) = (each for each in MOMENTS if each == kind)
    if condition is None:
        return _first(kind, names, step, search)
    return _at_a_moment(moment_kind, names, condition, step, search)


def _at_a_moment(
    kind: MomentKind, names: tuple[str, ...], condition: Expr | None, step: Step, search: Search
) -> str | None:
    inputs = search.inputs(step)
    for moment in search.moments(step):
        if (
            moment.kind == kind
            and moment.name in names
            and search.reading.inside(condition, moment, step.target.world, inputs)
        ):
            return moment.name
    return None


def _first(kind: str, names: tuple[str, ...], step: Step, search: Search) -> str:
    """The first of the names that a step leaves, enters or asks for: the table knows without running it."""
    edge = step.edge
    assert edge is not None
    if kind == "action":
        return next(call.action for call in edge.actions if call.action in names)
    ids = search.courses.automaton.outline.states
    places = edge.entered if kind == "enter" else edge.exited
    return next(ids[index] for index in places if ids[index] in names)


def _changed(names: tuple[str, ...], condition: Expr | None, step: Step, search: Search) -> str | None:
    assert step.source is not None
    assert step.edge is not None
    before, after = (search.values(situation) for situation in (step.source, step.target))
    lapsed = lapsing(step.edge.trigger.name)  # what a counter says of itself needs no `unless`
    found = next((name for name in names if before[name] != after[name] and name != lapsed), None)
    if found is None or not search.reading.at_rest(condition, step.target):
        return None
    return found


def _applied(
    names: tuple[str, ...], condition: Expr | None, step: Step, search: Search, *, raised: bool
) -> str | None:
    """The event that is applied: one that is told or comes by itself, or one that is raised on the way."""
    edge, here = step.edge, step.source
    assert edge is not None
    told = here is not None and edge.verdict == "applied" and edge.trigger.event in names
    if told and here is not None and search.reading.before(condition, here, search.inputs(step)):
        return edge.trigger.event
    return _at_a_moment("applied", names, condition, step, search) if raised else None
