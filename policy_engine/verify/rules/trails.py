"""Courses that come to a step of some kind in some frame of mind: somebody is angry, or was threatened.

A frame of mind is a small number that each step may change, or end the matter with None. It is looked for
among the nodes of the table first, where that costs little; only what may be there is then looked for among
the situations, which know the facts of each course.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from policy_engine.automaton.node import Node
from policy_engine.automaton.tree import Edge
from policy_engine.courses.situation import Situation, Step
from policy_engine.courses.telling import Line, told_course
from policy_engine.verify.rules.survey import Survey

# The frame of mind after an edge; None where the course is of no more concern.
Changes = Callable[[int, Edge, Node], int | None]
# Whether an edge is what is looked for, in the frame of mind before it.
Wanted = Callable[[int, Edge, Node], bool]
Told = Callable[[], tuple[Line, ...]]


class Trails:
    """The courses of a survey, with the frame of mind at each place."""

    def __init__(self, survey: Survey, changes: Changes, wanted: Wanted) -> None:
        self._survey = survey
        self._changes = changes
        self._wanted = wanted
        self._nodes = survey.courses.automaton.nodes
        self._came: dict[tuple[Situation, int], tuple[tuple[Situation, int] | None, Step]] = {}

    def found(self) -> Iterator[tuple[Step, Told]]:
        """The steps that were looked for, the nearest first, each with what tells a shortest course to it."""
        if not self._perhaps():
            return
        courses = self._survey.courses
        waiting: deque[tuple[Situation, int]] = deque()
        self._go(None, 0, courses.starts, waiting)
        while waiting:
            place = waiting.popleft()
            steps = courses.steps.get(place[0], ())
            for step in steps:
                edge = step.edge
                if edge is not None and self._wanted(place[1], edge, self._nodes[edge.target]):
                    yield step, partial(self._told, place, step)
            self._go(place, place[1], steps, waiting)

    def _go(
        self,
        place: tuple[Situation, int] | None,
        mind: int,
        steps: Iterable[Step],
        waiting: deque[tuple[Situation, int]],
    ) -> None:
        for step in steps:
            edge = step.edge
            if edge is None:
                continue
            after = self._changes(mind, edge, self._nodes[edge.target])
            if after is not None and (step.target, after) not in self._came:
                self._came[step.target, after] = (place, step)
                waiting.append((step.target, after))

    def _told(self, place: tuple[Situation, int], last: Step) -> tuple[Line, ...]:
        return told_course([*self._way(place), last], self._survey.courses)

    def _way(self, place: tuple[Situation, int]) -> list[Step]:
        way = []
        here: tuple[Situation, int] | None = place
        while here is not None:
            here, step = self._came[here]
            way.append(step)
        return way[::-1]

    def _perhaps(self) -> bool:
        """Whether there may be such a course, the facts left aside."""
        survey = self._survey
        met: set[tuple[int, int]] = set()
        waiting: list[tuple[int, int]] = []

        def go(mind: int, edge: Edge) -> None:
            after = self._changes(mind, edge, self._nodes[edge.target])
            if after is not None and (edge.target, after) not in met:
                met.add((edge.target, after))
                waiting.append((edge.target, after))

        for step in survey.courses.starts:
            if step.edge is not None:
                go(0, step.edge)
        while waiting:
            here, mind = waiting.pop()
            for edge in survey.following.get(here, ()):
                if self._wanted(mind, edge, self._nodes[edge.target]):
                    return True
                go(mind, edge)
        return False
