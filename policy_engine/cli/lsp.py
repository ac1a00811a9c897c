"""`policy-engine lsp`: the language server, for an editor to start."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from threading import Timer
from typing import Annotated

import typer

from policy_engine.cli.options import Words
from policy_engine.cli.status import FINE

NAME = "lsp"
PATIENCE = 0.5  # seconds that an end takes where nothing is in its way
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
    from policy_engine.authoring.lsp.log import log_briefly
    from policy_engine.authoring.lsp.server import make_server

    log_briefly(sys.stderr)
    server = make_server(lang)
    # An editor that says `exit` may keep its end of the pipe open, for which the server would wait for ever.
    server.feature("exit")(lambda *_: Timer(PATIENCE, os._exit, (FINE,)).start())
    # The server closes what it is given when it ends; the streams of the process stay open for what follows.
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as asked, os.fdopen(os.dup(1), "wb") as told:
        server.start_io(asked, told)
    return FINE
