"""`policy-engine diff`: two versions of a policy, and what a caller notices of the change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.options import Format, FormatOption, Words

NAME = "diff"
EXAMPLES = """
Examples:

* `policy-engine diff old.yaml new.yaml`

* `policy-engine diff --rev HEAD~1 policies/my_policy.yaml`

* `policy-engine diff v1.0:policies/my_policy.yaml policies/my_policy.yaml --format json`

* `policy-engine diff old.yaml new.yaml --migration`

* `policy-engine diff old.yaml new.yaml --note --lang nl -o note.pdf`
"""


def command(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="The old version: a file, a ready policy, or REV:PATH in git. With --rev: the policy.",
            autocompletion=complete_policy,
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help="The new version.", autocompletion=complete_policy),
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option("--rev", metavar="REV", help="Compares with the policy as it was at this git revision."),
    ] = None,
    renamed: Annotated[
        list[str] | None,
        typer.Option(
            "--renamed",
            metavar="OLD=NEW",
            help="A state, or the policy, that has another name now; may be repeated.",
        ),
    ] = None,
    by_behaviour: Annotated[
        bool, typer.Option("--by-behaviour", help="Names of states don't count, only what is done.")
    ] = False,
    migration: Annotated[
        bool, typer.Option("--migration", help="Tells which live sessions can move to the new version.")
    ] = False,
    note: Annotated[
        bool, typer.Option("--note", help="Writes a note of the change for whoever approves it.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Writes the note here, as .pdf or .txt."),
    ] = None,
    format: FormatOption = Format.TEXT,
    lang: Annotated[
        Words | None, typer.Option("--lang", help="Language of the answer; left out: that of the locale.")
    ] = None,
) -> int:
    """Compare two versions of a policy: equal for every caller or not, and each difference as a call."""
    from policy_engine.cli.diffing import Wish, diff

    return diff(
        Wish(
            old=old,
            new=new,
            revision=rev,
            renamed=tuple(renamed or ()),
            by_name=not by_behaviour,
            migration=migration,
            note=note,
            output=output,
            json=format is Format.JSON,
            language=lang,
        )
    )
