"""How scenarios went, as JUnit's cases: a suite for each file, and one for what is asked of a policy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from policy_engine.cli.failure import CallError
from policy_engine.cli.formats.junit import Case, Problem, Suite
from policy_engine.cli.testing.coverage import Measured, below_message, coverage_lines
from policy_engine.cli.testing.play import Played
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.model.chart import Chart
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.report import difference_lines, report

CLASS = "policy-engine.test"


def scenario_suites(played: Sequence[Played], language: str) -> list[Suite]:
    """A suite for each file, a case for each of its scenarios."""
    return [
        Suite(
            str(item.path),
            [_case(result, item.suite.policy.chart, language) for result in item.results],
            str(item.path),
        )
        for item in played
    ]


def coverage_suites(measured: Sequence[Measured], wanted: float | None, language: str) -> list[Suite]:
    """A suite for each policy whose coverage was measured: one case, which fails where it falls short."""
    found = []
    for item in measured:
        lines = "\n".join(coverage_lines(item, language))
        problem = None
        if wanted is not None and item.coverage.percent < wanted:
            problem = Problem("failure", "coverage", below_message(item, wanted, language), lines)
        case = Case("coverage", CLASS, problem, "" if problem else lines)
        found.append(Suite(item.policy.id, [case], item.policy.chart.file))
    return found


def broken_suites(broken: Sequence[Path], wrong: Sequence[CallError], language: str) -> list[Suite]:
    """What could not be played."""
    found = []
    for path in broken:
        said = render_message("scenarios-broken", {"file": path}, language)
        case = Case(path.stem, CLASS, Problem("error", "scenarios-broken", said, said))
        found.append(Suite(str(path), [case], str(path)))
    unread = [Case(item.code, CLASS, Problem("error", item.code, str(item), str(item))) for item in wrong]
    return [*found, Suite("policy-engine", unread)] if unread else found


def _case(result: ScenarioResult, chart: Chart, language: str) -> Case:
    name = result.scenario.name
    if result.difference is None:
        return Case(name, CLASS)
    first = next(difference_lines(result.difference, language))
    matter = result.difference.mismatches[0].matter
    return Case(name, CLASS, Problem("failure", matter, first, report(result, chart, language)))
