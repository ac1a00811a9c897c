"""`policy-engine demo`: a recorded call played through a ready policy."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_engine.cli.language import of_texts, of_words
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
        str, typer.Option("--policy", metavar="POLICY", help="A policy's file, or the id of a ready policy.")
    ] = _POLICY,
    call: CallOption = None,
    lang: TextsOption = None,
    parameter: ParameterOption = None,
    fact: FactOption = None,
) -> int:
    """Play a recorded call through a policy and show what the agent is told at each step."""
    from policy_engine.cli.policies import load
    from policy_engine.cli.recording import play_file, ready_call
    from policy_engine.cli.values import read_settings

    words = of_words(lang)
    loaded = load(policy, words)
    texts = of_texts(lang, loaded.languages)
    facts = read_settings(fact or (), loaded.chart.facts, words)
    loaded = loaded.with_parameters(**read_settings(parameter or (), loaded.chart.parameters, words))
    play_file(call or ready_call(_POLICY), loaded, facts, texts=texts, words=words)
    return FINE
