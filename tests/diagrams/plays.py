"""Scenarios of the ready policies and of the test policies, played."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy, load_policy, parse_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from policy_engine.session.course import Moment
from tests.diagrams.examples import READY, TEN

Play = tuple[Policy, Scenario, tuple[Moment, ...]]


@cache
def plays(path: Path) -> tuple[Play, ...]:
    """Every scenario of a policy, played to its end."""
    file = path.parent / "scenarios" / path.name
    return _plays(load_policy(path), file.read_bytes())


def play(policy: str, scenario: str) -> Play:
    """One scenario of a policy, by their names."""
    path = next(path for path in (*READY, *TEN) if path.stem == policy)
    return next(found for found in plays(path) if found[1].name == scenario)


def play_of(policy: str, scenarios: str) -> Play:
    """The one scenario of a policy, both as text."""
    [found] = _plays(parse_policy(policy), scenarios.encode())
    return found


def _plays(policy: Policy, scenarios: bytes) -> tuple[Play, ...]:
    sink = Diagnostics()
    found = load_scenarios(scenarios, "scenarios.yaml", sink, policy.chart)
    assert found is not None, [finding.one_line() for finding in sink.sorted()]
    results = [run_scenario(policy, scenario) for scenario in found.scenarios.values()]
    assert all(result.passed for result in results)
    return tuple((policy, result.scenario, result.course) for result in results)
