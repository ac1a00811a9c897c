"""The policy that the scenarios of these tests are about, and the short way to load and run one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.scenarios import Scenario, ScenarioFile
from policy_engine.policy import Policy, load_policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario


@cache
def policy() -> Policy:
    return load_policy(Path(__file__).parents[1] / "cli" / "data" / "visit.yaml")


def load(text: str) -> tuple[ScenarioFile | None, Diagnostics]:
    sink = Diagnostics()
    return load_scenarios(text, "s.yaml", sink, policy().chart), sink


def scenario(body: str) -> Scenario:
    """The one scenario whose keys are the lines of `body`."""
    indented = "".join(f"    {line}\n" for line in body.strip("\n").splitlines())
    file, sink = load(f"policy: visit\nscenarios:\n  one:\n{indented}")
    assert [] == [item.one_line() for item in sink]
    assert file is not None
    return file.scenarios["one"]


def run(body: str) -> ScenarioResult:
    return run_scenario(policy(), scenario(body))
