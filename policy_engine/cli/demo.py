"""`policy-engine demo`: a recorded call played through a ready policy."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.options import CallOption, FactOption, ParameterOption, TextsOption
from policy_engine.cli.status import FINE

NAME = "demo"
EXAMPLES = """
Examples:

* `policy-engine demo`

* `policy-engine demo --lang nl -p max_warnings=2`

* `policy-engine demo --policy my_policy.yaml --call my_call.jsonl`
"""
_POLICY = "aggressive_caller"


def command(
    policy: Annotated[
        str,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help="A policy's file, or the id of a ready policy.",
            autocompletion=complete_policy,
        ),
    ] = _POLICY,
    call: CallOption = None,
    lang: TextsOption = None,
    parameter: ParameterOption = None,
    fact: FactOption = None,
) -> int:
    """Play a recorded call through a policy and show what the agent is told at each step."""
    from policy_engine.cli.policies import prepare
    from policy_engine.cli.recording import play_file, ready_call

    play_file(call or ready_call(_POLICY), prepare(policy, lang, parameter, fact))
    return FINE
