"""`policy-engine run`: follow a call, line by line from a program or live at a terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from policy_engine.cli.options import CallOption, FactOption, ParameterOption, PolicyName, TextsOption
from policy_engine.cli.status import FALLS_SHORT, FINE

NAME = "run"
EXAMPLES = """
Examples:

* `policy-engine run aggressive_caller` opens the simulator at a terminal

* `policy-engine run aggressive_caller --call call.jsonl --lang nl`

* `policy-engine run my_policy.yaml -p max_warnings=2 -f at_risk=yes < events.jsonl`
"""


def command(
    policy: PolicyName,
    lang: TextsOption = None,
    parameter: ParameterOption = None,
    fact: FactOption = None,
    call: CallOption = None,
    guidance: Annotated[
        bool, typer.Option("--guidance", help="Add what the agent is told to every line of JSON.")
    ] = False,
    remember: Annotated[
        int,
        typer.Option(
            "--remember", min=0, max=1_000_000, help="Keep so many event ids to recognise repeated ones."
        ),
    ] = 0,
    journal: Annotated[
        bool, typer.Option("--journal", help="Keep every line of a pipe, so that events can be retracted.")
    ] = False,
) -> int:
    """Follow a call: JSON lines of events in, JSON lines of decisions out; at a terminal a live simulator."""
    from policy_engine.cli.policies import prepare

    prepared = prepare(policy, lang, parameter, fact)
    if call is not None:
        from policy_engine.cli.recording import play_file

        play_file(call, prepared)
        return FINE
    if sys.stdin.isatty():
        from policy_engine.cli.terminal import simulate

        simulate(prepared)
        return FINE
    from policy_engine.cli.stream import answer_input

    good = answer_input(prepared, guidance=guidance, remember=remember, journal=journal)
    return FINE if good else FALLS_SHORT
