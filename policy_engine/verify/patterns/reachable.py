"""`reachable: STATE | final, from: any | STATE`: from there a session can come to it."""

from __future__ import annotations

from policy_engine.courses.situation import Situation
from policy_engine.model.chart import Property
from policy_engine.verify.patterns.pattern import Broken, Search


def reachable(item: Property, search: Search) -> Broken | None:
    """The nearest situation from which no course leads to the goal."""
    goal, source = str(item.body["reachable"]), str(item.body["from"])
    courses = search.courses
    before: dict[Situation, list[Situation]] = {}
    for here, steps in courses.steps.items():
        for step in steps:
            before.setdefault(step.target, []).append(here)
    there = [place for place in courses.steps if _is_at(goal, place, search)]
    found = set(there)
    while there:
        for place in before.get(there.pop(), ()):
            if place not in found:
                found.add(place)
                there.append(place)
    for place in courses.steps:
        if place not in found and (source == "any" or source in courses.node(place).states):
            return Broken(courses.way(place), "cannot-reach", {"goal": goal})
    return None


def _is_at(goal: str, place: Situation, search: Search) -> bool:
    node = search.courses.node(place)
    return node.done if goal == "final" else goal in node.states
