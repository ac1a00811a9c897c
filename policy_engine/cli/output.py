"""Where commands write for people."""

from __future__ import annotations

import sys

from rich.console import Console

from policy_engine.cli.findings import wants_colour

PIPE_WIDTH = 100


def console() -> Console:
    """A console on the standard output: in colour at a terminal, plain and 100 columns wide in a pipe."""
    if not sys.stdout.isatty():
        return Console(file=sys.stdout, width=PIPE_WIDTH, color_system=None, force_terminal=False)
    return Console(file=sys.stdout, no_color=not wants_colour(sys.stdout))
