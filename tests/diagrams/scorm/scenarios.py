"""The scenarios of the ready policies."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy
from policy_engine.scenarios.load import load_scenarios
from tests.diagrams.examples import ROOT


def scenarios_of(policy: Policy) -> Mapping[str, Scenario]:
    """The scenarios that stand beside a ready policy, by name."""
    path = ROOT / "policies" / "scenarios" / f"{policy.id}.yaml"
    return written(policy, path.read_text("utf-8"))


def written(policy: Policy, text: str) -> Mapping[str, Scenario]:
    """Scenarios from their text, which must be without mistakes."""
    sink = Diagnostics()
    found = load_scenarios(text, "scenarios.yaml", sink, policy.chart)
    findings = [item.one_line() for item in sink]
    assert findings == []
    assert found is not None
    return found.scenarios
