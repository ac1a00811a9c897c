"""Ways to what scenarios leave out: shortest courses, found among all courses of a policy.

First with the policy's own parameters, then with others; first with facts that stay as they are, then with
facts that change on the way. So a way asks no more of the reader than it has to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Step
from policy_engine.courses.worlds import Worlds
from policy_engine.model.types import Value
from policy_engine.policy import MOST_CHOICES, Policy, choices_of
from policy_engine.records import record
from policy_engine.scenarios.coverage.points import Points

# So many courses to one point are tried until one can be followed in time.
MOST_TRIED = 12
Progress = Callable[[int], None]


@record
class Way:
    """A course, step by step from the start, and the parameters under which it can be followed."""

    courses: Courses
    steps: Sequence[Step]

    @property
    def parameters(self) -> Mapping[str, Value]:
        """The values of all parameters."""
        return self.courses.automaton.parameters


@record
class Ways:
    """Ways to points, the shortest first. `whole` says whether every course was looked through, so that what
    there is no way to can't be reached.
    """

    to: Mapping[str, Sequence[Way]]
    whole: bool


def ways_to(policy: Policy, wanted: Collection[str], progress: Progress | None = None) -> Ways:
    """Ways to points of a policy, by their ids. `progress` is told how many situations were looked at."""
    to: dict[str, list[Way]] = {}
    whole = True
    looked = 0
    for courses in _searches(policy):
        if courses is None:
            whole = False
            break
        looked += len(courses.steps)
        if progress is not None:
            progress(looked)
        whole = whole and courses.whole
        for id, steps in _last_steps(courses, set(wanted) - to.keys()).items():
            to[id] = [Way(courses, courses.course(step)) for step in steps]
        if len(to) == len(wanted):
            break
    return Ways(to, whole)


def _searches(policy: Policy) -> Iterator[Courses | None]:
    """All courses for each choice of the parameters, at last with facts that change; None where there are too
    many choices.
    """
    automata: list[Automaton] = []
    for parameters in islice(choices_of(policy.chart), MOST_CHOICES + 1):
        if len(automata) == MOST_CHOICES:
            yield None
            return
        automaton = policy.automaton
        if parameters != dict(automaton.parameters):
            automaton = automaton.with_parameters(parameters)
        automaton.expand()
        automata.append(automaton)
        yield Courses(automaton, Worlds(automaton, ()))
    for automaton in automata:
        worlds = Worlds(automaton, ())
        if len(worlds.facts) > 1:
            yield Courses(automaton, worlds, learning=True)


def _last_steps(courses: Courses, wanted: Collection[str]) -> dict[str, list[Step]]:
    """The last steps of the shortest courses to each point, the shortest first."""
    points = Points(courses.automaton.chart)
    passed: dict[int, list[str]] = {}
    found: dict[str, list[Step]] = {}
    for steps in (courses.starts, *courses.steps.values()):
        for step in steps:
            edge = step.edge
            if edge is None:
                continue
            if edge.index not in passed:
                passed[edge.index] = sorted(points.of_edge(edge, courses.automaton).intersection(wanted))
            for id in passed[edge.index]:
                if len(found.setdefault(id, [])) < MOST_TRIED:
                    found[id].append(step)
    return found
