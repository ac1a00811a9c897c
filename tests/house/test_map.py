"""The map of the code is one: the tree of files, the import contract and docs/architecture.md agree."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "policy_engine"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]


def stages_of_the_tree() -> list[str]:
    modules = (path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")
    packages = (path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    return sorted([*modules, *packages])


def stages_of_the_contract() -> list[list[str]]:
    """The layers that have to exist, the lowest first."""
    layers = next(contract for contract in CONTRACTS if contract["type"] == "layers")["layers"]
    stages = [[stage for stage in re.split(r"\s*[|:]\s*", layer) if "(" not in stage] for layer in layers]
    return [layer for layer in reversed(stages) if layer]


def test_every_stage_has_its_place_in_the_contract() -> None:
    contract = sorted(stage for layer in stages_of_the_contract() for stage in layer)

    assert stages_of_the_tree() == contract


def test_the_documented_order_is_the_order_of_the_contract() -> None:
    table = re.findall(r"^\| `(\w+)/?` \|", (ROOT / "docs" / "architecture.md").read_text(), re.MULTILINE)
    rank = {stage: place for place, layer in enumerate(stages_of_the_contract()) for stage in layer}

    assert sorted(rank) == sorted(table)
    assert sorted(table, key=lambda stage: rank[stage]) == table


def test_what_a_compiled_session_needs_is_kept_free_of_heavy_imports() -> None:
    forbidden = next(contract for contract in CONTRACTS if "without pydantic" in contract["name"])

    assert {"policy_engine.automaton", "policy_engine.session", "policy_engine.model.chart"} <= set(
        forbidden["source_modules"]
    )
    assert {"pydantic", "yaml", "transitions"} <= set(forbidden["forbidden_modules"])
