"""The entry point: from the arguments of a process to its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from policy_engine import __version__
from policy_engine.cli.status import FINE, INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status.

    `argv` goes without the program's name; None takes the arguments of the process.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        # Answered before anything is imported: scripts and completions ask this often.
        print(f"policy-engine {__version__}")
        return FINE
    try:
        from policy_engine.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        # Stopped while still importing; a running command is stopped more carefully.
        return INTERRUPTED
