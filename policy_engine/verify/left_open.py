"""What must be done, and can still be open when a session ends: nobody is told of it any more then."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Step
from policy_engine.model.hidden import owed_by


def left_open(courses: Courses, musts: Collection[str]) -> Mapping[str, Sequence[Step]]:
    """Of each obligation that can be open at an end, by its id, a shortest course to there."""
    if not musts:
        return {}
    places = {id: courses.automaton.program.finite.index(owed_by(id)) for id in musts}
    found: dict[str, Sequence[Step]] = {}
    for situation in courses.steps:  # the nearest first
        node = courses.node(situation)
        if node.done:
            for id, place in places.items():
                if id not in found and node.values[place]:
                    found[id] = courses.way(situation)
    return found
