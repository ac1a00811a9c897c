"""The JSON Schema of scenario files: generated from the models, committed as `scenarios-1.schema.json`."""

from __future__ import annotations

import json

from policy_engine.model.scenario_files import ScenariosFile
from policy_engine.model.schema import part_schema


def scenario_schema() -> dict[str, object]:
    """The schema of a scenario file."""
    return part_schema(ScenariosFile, "policy_engine: scenarios of a policy, format 1")


def scenario_schema_text() -> str:
    """The schema as it is committed."""
    return json.dumps(scenario_schema(), indent=2, ensure_ascii=False) + "\n"
