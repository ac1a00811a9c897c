"""`policy-engine why`: why something was decided, and the smallest change that would have changed it."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_engine.cli.options import (
    CallOption,
    FactOption,
    Format,
    FormatOption,
    ParameterOption,
    PolicyName,
    WordsOption,
)
from policy_engine.cli.status import FINE

NAME = "why"
EXAMPLES = """
Examples:

* `policy-engine why my_policy.yaml insult insult call_ended`

* `policy-engine why my_policy.yaml insult "wait 5 min" "manager_joined by=manager"`

* `policy-engine why my_policy.yaml --scenario third_warning --step 4`

* `policy-engine why my_policy.yaml --call call.jsonl --format json`
"""


def command(
    policy: PolicyName,
    happenings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="EVENT",
            help='What happens, one after the other: `insult`, `"paid amount=5 by=agent"`, `"wait 5 min"`, '
            '`"learn at_risk=yes"`.',
            show_default=False,
        ),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option("--scenario", metavar="NAME", help="A scenario of the policy.")
    ] = None,
    call: CallOption = None,
    step: Annotated[
        int | None,
        typer.Option("--step", min=0, help="Which step to explain, 0 for the start; left out: the last one."),
    ] = None,
    parameter: ParameterOption = None,
    fact: FactOption = None,
    output: FormatOption = Format.TEXT,
    lang: WordsOption = None,
) -> int:
    """Explain a decision: the line that made it, the values in it, and what would have changed it."""
    from policy_engine.cli.explaining import Wanted, explain_step, print_explained

    wanted = Wanted(policy, tuple(happenings or ()), scenario, call, step, parameter or (), fact or ())
    explained = explain_step(wanted, lang)
    print_explained(explained, output)
    return FINE
