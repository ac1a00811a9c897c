"""How far long work is, on one line of the terminal that is wiped out at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from policy_engine.diagnostics.catalogue import render_message

_WIPE = "\r\x1b[2K"


@contextmanager
def tried(path: Path, language: str) -> Iterator[Callable[[int], None] | None]:
    """Shows how many situations of a policy were tried; nothing where nobody is looking."""
    with counting("situations-tried", language, file=path.name) as progress:
        yield progress


@contextmanager
def counting(code: str, language: str, **fields: object) -> Iterator[Callable[[int], None] | None]:
    """Shows a number that grows, in the message `code` of the catalogue; nothing where nobody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = False

    def progress(number: int) -> None:
        nonlocal shown
        shown = True
        line = render_message(code, {**fields, "number": f"{number:,}"}, language)
        print(_WIPE + line, end="", file=sys.stderr, flush=True)

    try:
        yield progress
    finally:
        if shown:
            print(_WIPE, end="", file=sys.stderr, flush=True)
