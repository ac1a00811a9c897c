"""`policy-engine preview`: the policy as a page on this machine, drawn anew whenever it is saved."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import PolicyName, WordsOption
from policy_engine.cli.status import FINE

NAME = "preview"
EXAMPLES = """
Examples:

* `policy-engine preview my_policy.yaml`

* `policy-engine preview my_policy.yaml --port 8000 --no-browser --lang nl`
"""


def command(
    policy: PolicyName,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65_535, help="The port to listen on; 0: any that is free.")
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address; open no browser.")
    ] = False,
    lang: WordsOption = None,
) -> int:
    """Show the poster, the findings and a call to play in a browser, anew whenever the file is saved."""
    from policy_engine.cli.failure import CallError

    language = of_words(lang)
    if find_spec("watchfiles") is None:
        raise CallError("extra-missing", language, command=NAME, package="watchfiles")
    from policy_engine.cli.previewing import preview

    preview(policy, port, language, browser=not no_browser)
    return FINE
