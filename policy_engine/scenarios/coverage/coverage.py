"""How much of a policy its scenarios come past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policy_engine.policy import Policy
from policy_engine.records import field, record
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.points import Point, Points


@record
class Coverage:
    """What scenarios came past. `by` has for each point the scenarios that came past it, by name.

    `unreachable` are points that no session can come past, as far as that was looked for; they do not count.
    """

    points: Mapping[str, Point]
    by: Mapping[str, tuple[str, ...]]
    unreachable: frozenset[str] = field(default_factory=frozenset)

    @property
    def missing(self) -> tuple[Point, ...]:
        """What no scenario came past and a session could, in the order of the file."""
        return tuple(
            point for id, point in self.points.items() if id not in self.by and id not in self.unreachable
        )

    @property
    def covered(self) -> int:
        """How many points were come past."""
        return len(self.by)

    @property
    def total(self) -> int:
        """How many points count."""
        return len(self.points) - len(self.unreachable)

    @property
    def percent(self) -> float:
        """How much of what counts is covered, cut off to one decimal so that 100 means all."""
        return percent_of(self.covered, self.total)


def percent_of(some: int, all_: int) -> float:
    """A share in percent, cut off to one decimal; of nothing everything is covered."""
    return some * 1000 // all_ / 10 if all_ else 100.0


def covered_by(policy: Policy, results: Iterable[ScenarioResult]) -> Coverage:
    """What scenarios of a policy came past, with whatever parameters they chose.

    A scenario that fails counts up to where it stopped.
    """
    points = Points(policy.automaton.chart)
    names: dict[str, dict[str, None]] = {}
    for result in results:
        for id in came_past(points, result):
            names.setdefault(id, {})[result.scenario.name] = None
    return Coverage(points.all, {id: tuple(names[id]) for id in points.all if id in names})


def together(some: Sequence[Coverage]) -> Coverage:
    """What several files of scenarios of one policy come past."""
    by = {
        id: tuple(dict.fromkeys(name for one in some for name in one.by.get(id, ())))
        for id in some[0].points
        if any(id in one.by for one in some)
    }
    return Coverage(some[0].points, by)


def came_past(points: Points, result: ScenarioResult) -> set[str]:
    """The points that one scenario came past."""
    found: set[str] = set()
    for moment in result.course:
        if moment.decision is not None:
            found |= points.of_decision(moment.decision)
    return found & points.all.keys()
