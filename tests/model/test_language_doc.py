from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.duration import UNITS
from policy_engine.model.files.leaves import RESERVED
from policy_engine.model.schema import policy_schema
from policy_engine.policy import check_policy, parse_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from policy_engine.verify.proving import Proving
from tests.model.reading import examples_of, whole

DOC = Path(__file__).parents[2] / "docs" / "language.md"
TEXT = DOC.read_text(encoding="utf-8")
EXAMPLES = examples_of(TEXT)
POLICIES = [example for example in EXAMPLES if "\nscenarios:" not in example]
(SCENARIOS,) = (example for example in EXAMPLES if "\nscenarios:" in example)


def keys(node: Any) -> Iterator[str]:
    """Every key that the schema of a policy knows."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and "type" in node:
            yield from node["properties"]
        for value in node.values():
            yield from keys(value)


@pytest.mark.parametrize("example", POLICIES, ids=lambda example: example.split(":")[0])
def test_every_example_is_a_policy_without_findings(example: str) -> None:
    sink, proving = Diagnostics(), Proving()

    policy = check_policy(whole(example), "example.yaml", sink, compiled=proving)
    proving.tell(sink)

    assert [] == [item.one_line() for item in sink]
    assert policy is not None


def test_the_scenario_of_the_first_policy_passes() -> None:
    sink = Diagnostics()
    policy = parse_policy(POLICIES[0])

    file = load_scenarios(SCENARIOS, "scenarios.yaml", sink, policy.chart)

    assert [] == [item.one_line() for item in sink]
    assert file is not None
    assert all(run_scenario(policy, scenario).passed for scenario in file.scenarios.values())


@pytest.mark.parametrize("key", sorted(set(keys(policy_schema()))))
def test_every_key_is_explained(key: str) -> None:
    assert re.search(rf"`[^`\n]*\b{key}\b[^`\n]*`", TEXT)


@pytest.mark.parametrize("word", sorted({*RESERVED, *UNITS}))
def test_every_word_that_is_reserved_or_a_unit_is_named(word: str) -> None:
    assert f"`{word}`" in TEXT


def test_every_link_leads_to_a_heading() -> None:
    headings = {re.sub(r"[^a-z0-9 -]", "", line.lower()).strip().replace(" ", "-") for line in _headings()}

    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings


def _headings() -> list[str]:
    return [line.lstrip("# ") for line in TEXT.splitlines() if line.startswith("#")]
