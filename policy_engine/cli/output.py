"""Where commands write for people."""

from __future__ import annotations

import sys

from rich.console import Console

from policy_engine.cli.findings import wants_colour

PIPE_WIDTH = 100


class _Console(Console):
    """A console that leaves a reader who went away to whoever called it."""

    def on_broken_pipe(self) -> None:
        """Raises what was caught."""
        raise BrokenPipeError


def console() -> Console:
    """A console on the standard output; in a pipe it is plain and always of the same width."""
    if not sys.stdout.isatty():
        return _Console(file=sys.stdout, width=PIPE_WIDTH, color_system=None, force_terminal=False)
    return _Console(file=sys.stdout, color_system="auto" if wants_colour(sys.stdout) else None)
