"""Files of scenarios are told from policies."""

from __future__ import annotations

import pytest

from policy_engine.scenarios.recognise import is_scenario_file


@pytest.mark.parametrize(
    ("text", "scenarios"),
    [
        ("policy: a\nscenarios: {one: {steps: [bell]}}", True),
        ("scenarios: {}", True),
        ("policy: a\nstates: {}\nscenarios: {}", False),
        ("policy: a", False),
        ("- a", False),
        ("\0", False),
    ],
)
def test_a_file_of_scenarios_is_known_by_its_keys(text: str, scenarios: bool) -> None:
    assert scenarios == is_scenario_file(text)
