"""`policy-engine schema`: the JSON Schema of a kind of file."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import OutputOption
from policy_engine.cli.status import FINE

NAME = "schema"
EXAMPLES = """
Examples:

* `policy-engine schema -o policy-1.schema.json`

* `policy-engine schema --kind scenarios`
"""


class Kind(StrEnum):
    """The files that have a schema."""

    POLICY = "policy"
    SCENARIOS = "scenarios"
    SNAPSHOT = "snapshot"


def command(
    kind: Annotated[Kind, typer.Option("--kind", help="Which kind of file.")] = Kind.POLICY,
    output: OutputOption = None,
) -> int:
    """Print the JSON Schema that editors and programs read: of policies, scenarios or session snapshots."""
    from policy_engine.cli.files import write_output

    write_output(json.dumps(_schema(kind), ensure_ascii=False, indent=2) + "\n", output, of_words(None))
    return FINE


def _schema(kind: Kind) -> dict[str, object]:
    if kind is Kind.SCENARIOS:
        from policy_engine.model.scenario_schema import scenario_schema

        return scenario_schema()
    if kind is Kind.SNAPSHOT:
        from policy_engine.session.schema import snapshot_schema

        return snapshot_schema()
    from policy_engine.model.schema import policy_schema

    return policy_schema()
