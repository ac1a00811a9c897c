"""`policy-engine compile`: a policy as a table for programs, or as typed names for Python."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import OutputOption, PolicyName, WordsOption
from policy_engine.cli.status import FINE

NAME = "compile"
EXAMPLES = """
Examples:

* `policy-engine compile aggressive_caller -o aggressive_caller.json`

* `policy-engine compile my_policy.yaml --stubs -o my_policy_names.py`
"""


def command(
    policy: PolicyName,
    output: OutputOption = None,
    stubs: Annotated[
        bool, typer.Option("--stubs", help="Write a Python module with typed names instead of the table.")
    ] = False,
    lang: WordsOption = None,
) -> int:
    """Write a policy's table as JSON, or a Python module with the types of its events, states and facts."""
    from policy_engine.authoring.beside import scenarios_of
    from policy_engine.cli.files import spare, write_output
    from policy_engine.cli.policies import find_policy, load
    from policy_engine.cli.stubs import stubs_of

    language = of_words(lang)
    source = find_policy(policy, language)
    spare((source, scenarios_of(source)), output, language)
    loaded = load(policy, language)
    text = stubs_of(loaded.chart) if stubs else json.dumps(loaded.to_table()) + "\n"
    write_output(text, output, language)
    return FINE
