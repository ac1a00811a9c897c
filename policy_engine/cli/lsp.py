"""`policy-engine lsp`: the language server, for an editor to start."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from policy_engine.cli.options import Words
from policy_engine.cli.status import FINE

NAME = "lsp"
EXAMPLES = """
Examples:

* `policy-engine lsp` is what an editor starts; docs/authoring.md says how to set it up

* `policy-engine lsp --lang nl`
"""


def command(
    lang: Annotated[
        Words | None,
        typer.Option("--lang", help="Language of the messages; left out: that of the editor."),
    ] = None,
    _stdio: Annotated[
        bool, typer.Option("--stdio", hidden=True, help="What many editors pass; it is so anyway.")
    ] = False,
) -> int:
    """Answer an editor over standard input and output: mistakes, completion, help, definitions, renaming."""
    from policy_engine.cli.failure import CallError
    from policy_engine.cli.language import of_words

    if find_spec("pygls") is None:
        raise CallError("extra-missing", of_words(lang), command=NAME, package="pygls")
    from policy_engine.authoring.lsp.server import make_server

    make_server(lang).start_io()
    return FINE
