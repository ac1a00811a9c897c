"""`policy-engine sources`: where in the policies each row of a protocol is found."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.language import of_words
from policy_engine.cli.options import WordsOption
from policy_engine.cli.status import FALLS_SHORT, FINE

NAME = "sources"
EXAMPLES = """
Examples:

* `policy-engine sources` of all ready policies together

* `policy-engine sources policies/ --missing` only the rows that are nowhere

* `policy-engine sources my_policy.yaml --format csv --lang nl`
"""


class TableFormat(StrEnum):
    """How the table is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def command(
    policies: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="POLICY",
            help="Policies, or a folder of them; left out: all ready policies. A folder, and all ready "
            "policies, answer for every row of the sheets in `sources/`, a policy for those that it lists.",
            show_default=False,
            autocompletion=complete_policy,
        ),
    ] = None,
    output: Annotated[
        TableFormat, typer.Option("--format", help="Text for people, JSON or CSV for programs.")
    ] = TableFormat.TEXT,
    missing: Annotated[bool, typer.Option("--missing", help="Only the rows that are nowhere.")] = False,
    lang: WordsOption = None,
) -> int:
    """Show where each row of a protocol is found in the policies; status 1 when one is nowhere."""
    from policy_engine.cli.tracing import tracing_of
    from policy_engine.cli.tracing_table import print_csv, print_json, print_table

    language = of_words(lang)
    tracing = tracing_of(policies or (), language)
    rows = [row for row in tracing.rows if row.missing or not missing]
    if output is TableFormat.JSON:
        print_json(rows, tracing, language)
    elif output is TableFormat.CSV:
        print_csv(rows, tracing, language)
    else:
        print_table(rows, tracing, language)
    return FALLS_SHORT if any(row.missing for row in tracing.rows) else FINE
