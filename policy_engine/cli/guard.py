"""What stands between a command and the person who called it: a sentence and a status, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from policy_engine.cli.failure import CallError, Stop, sentence
from policy_engine.cli.language import of_environment
from policy_engine.cli.status import OWN_MISTAKE, PIPE_CLOSED, WRONG_CALL

P = ParamSpec("P")


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """A command that returns its exit status, as one that ends the process with it."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_status(lambda: command(*args, **kwargs)))

    return wrapped


def _status(work: Callable[[], int]) -> int:
    try:
        status = work()
        sys.stdout.flush()
    except Stop as stop:
        return stop.status
    except CallError as error:
        print(f"policy-engine: {error}", file=sys.stderr)
        return WRONG_CALL
    except BrokenPipeError:
        discard_output()
        return PIPE_CLOSED
    except OSError as error:
        # Files that a call names were read and written before; what is left is the output itself.
        discard_output()
        fields = {"reason": error.strerror or error}
        print(f"policy-engine: {sentence('output-unwritable', fields, of_environment())}", file=sys.stderr)
        return WRONG_CALL
    except Exception as error:
        if os.environ.get("POLICY_ENGINE_TRACEBACK"):
            raise
        fields = {"problem": f"{type(error).__name__}: {error}"}
        print(f"policy-engine: {sentence('own-mistake', fields, of_environment())}", file=sys.stderr)
        return OWN_MISTAKE
    return status


def discard_output() -> None:
    """Sends what is still in the buffer nowhere, so that the end of the process does not write it again."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
