"""Starts a preview and stays until somebody stops it."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from secrets import token_urlsafe

from policy_engine.authoring.preview.looking import Looking
from policy_engine.authoring.preview.serving import Serving
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import MAXIMUM_BYTES, read
from policy_engine.cli.policies import find_policy
from policy_engine.cli.reasons import reason_of
from policy_engine.cli.words import word


def preview(name: str, port: int, language: str, *, browser: bool) -> None:
    """Serves the preview of a policy until ctrl-c. Raises CallError for a file that can't be read and a port
    that can't be had.
    """
    path = find_policy(name, language)
    read(path, language)
    try:
        serving = Serving(Looking(path, _content, language), token_urlsafe(16), port)
    except OSError as error:
        raise CallError("port-taken", language, port=port, reason=reason_of(error)) from None
    try:
        with serving:
            print(word("preview", language, path, serving.url), flush=True)
            if browser:
                webbrowser.open(serving.url)
            serving.wait()
    except KeyboardInterrupt:
        print()
        print(word("preview ended", language), flush=True)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAXIMUM_BYTES + 1)
