"""`policy-engine fmt`: files laid out in one way, with every comment in its place."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.language import of_words
from policy_engine.cli.options import WordsOption

NAME = "fmt"
EXAMPLES = """
Examples:

* `policy-engine fmt my_policy.yaml`

* `policy-engine fmt policies/ --check`

* `policy-engine fmt - < my_policy.yaml`
"""


def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Files of policies or scenarios, folders of them, or `-`: from the input to the output.",
            autocompletion=complete_policy,
        ),
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; status 1 where a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    sort: Annotated[
        bool,
        typer.Option("--sort", help="Also put keys in order where it means nothing; changes the digest."),
    ] = False,
    lang: WordsOption = None,
) -> int:
    """Lay files out in one way: indentation, spaces, blank lines, quotes. What they say stays as it is."""
    from policy_engine.cli.rewriting import format_files

    return format_files(files, check=check, diff=diff, sort=sort, language=of_words(lang))
