"""What scenarios leave out, and what it would take: for each gap a shortest course that can be followed."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.policy import Policy
from policy_engine.records import changed, record
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.acting import acted
from policy_engine.scenarios.coverage.coverage import Coverage, came_past
from policy_engine.scenarios.coverage.points import Point, Points
from policy_engine.scenarios.coverage.ways import Progress, Way, ways_to


@record
class Gap:
    """A point that no scenario came past. `way` leads there, and `result` is what comes of following it,
    which also comes past `passed`; both are None where no way was found that can be followed in time.
    """

    point: Point
    way: Way | None = None
    result: ScenarioResult | None = None
    passed: frozenset[str] = frozenset()


@record
class Gaps:
    """A coverage that knows what can't be reached, and all gaps, in the order of the file."""

    coverage: Coverage
    gaps: Sequence[Gap]


def gaps_of(policy: Policy, coverage: Coverage, progress: Progress | None = None) -> Gaps:
    """Looks for a way to everything that is missing. `progress`: told how many situations were looked at."""
    missing = coverage.missing
    if not missing:
        return Gaps(coverage, ())
    ways = ways_to(policy, [point.id for point in missing], progress)
    points = Points(policy.automaton.chart)
    found = [_gap(policy, points, point, ways.to.get(point.id, ())) for point in missing]
    lost = frozenset(point.id for point in missing if ways.whole and point.id not in ways.to)
    gaps = tuple(gap for gap in found if gap.point.id not in lost)
    return Gaps(changed(coverage, unreachable=lost), gaps)


def _gap(policy: Policy, points: Points, point: Point, ways: Sequence[Way]) -> Gap:
    for way in ways:
        for result in acted(policy, way, point.id):
            passed = came_past(points, result)
            if point.id in passed:
                return Gap(point, way, result, frozenset(passed))
    return Gap(point)
