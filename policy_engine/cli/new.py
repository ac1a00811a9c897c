"""`policy-engine new`: a policy to begin from, with its scenarios."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import WordsOption
from policy_engine.cli.status import FINE

NAME = "new"
EXAMPLES = """
Examples:

* `policy-engine new` asks a few questions

* `policy-engine new my_desk.yaml --yes`

* `policy-engine new my_desk.yaml --channel counter --warnings 1 --no-police --languages nl`
"""


def command(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="The file to write, which must not exist yet; left out: NAME.yaml.",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="The id of the policy; left out: that of the file.")
    ] = None,
    languages: Annotated[
        str | None,
        typer.Option("--languages", metavar="nl|en|nl,en", help="Of its texts."),
    ] = None,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="phone|counter|messages", help="Where it happens.")
    ] = None,
    warnings: Annotated[
        int | None, typer.Option("--warnings", min=1, max=5, help="How many come before the limit.")
    ] = None,
    manager: Annotated[
        bool | None, typer.Option("--manager/--no-manager", help="Whether a manager can take over.")
    ] = None,
    police: Annotated[
        bool | None, typer.Option("--police/--no-police", help="Whether threats are reported to the police.")
    ] = None,
    may_end: Annotated[
        bool | None, typer.Option("--may-end/--no-may-end", help="Whether the agent may end the contact.")
    ] = None,
    safety: Annotated[
        bool | None, typer.Option("--safety/--no-safety", help="Whether the other person may be in danger.")
    ] = None,
    aftercare: Annotated[
        bool | None, typer.Option("--aftercare/--no-aftercare", help="Whether there is aftercare.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing: the usual answer for all that is left out.")
    ] = False,
    lang: WordsOption = None,
) -> int:
    """Write a small policy and its scenarios to begin from. At a terminal, asks what is not said."""
    from policy_engine.cli.beginning import Given, begin_policy

    language = of_words(lang)
    given = Given(name, languages, channel, warnings, manager, police, may_end, safety, aftercare)
    begin_policy(file, given, language, ask=not yes)
    return FINE
