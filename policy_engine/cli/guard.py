"""What stands between a command and the person who called it: a sentence and a status, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from policy_engine.cli.failure import CallError, Stop, sentence
from policy_engine.cli.language import of_call
from policy_engine.cli.reasons import reason_of
from policy_engine.cli.status import OWN_MISTAKE, PIPE_CLOSED, WRONG_CALL

P = ParamSpec("P")


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """A command that returns its exit status, as one that ends the process with it."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_status(lambda: command(*args, **kwargs), of_call(kwargs.get("lang"))))

    return wrapped


def _status(work: Callable[[], int], language: str) -> int:
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
        return _unavailable(error, language)
    except Exception as error:
        if os.environ.get("POLICY_ENGINE_TRACEBACK"):
            raise
        fields = {"problem": f"{type(error).__name__}: {error}"}
        print(f"policy-engine: {sentence('own-mistake', fields, language)}", file=sys.stderr)
        return OWN_MISTAKE
    return status


def _unavailable(error: OSError, language: str) -> int:
    """Says what the system would not give. Files that a call names were asked for with a sentence of their
    own: what is left is one beside them, the current folder, or the output itself.
    """
    if error.filename is not None:
        told = sentence("file-unusable", {"file": error.filename, "reason": reason_of(error)}, language)
    elif isinstance(error, FileNotFoundError):
        told = sentence("folder-gone", {}, language)
    else:
        discard_output()
        told = sentence("output-unwritable", {"reason": reason_of(error)}, language)
    print(f"policy-engine: {told}", file=sys.stderr)
    return WRONG_CALL


def discard_output() -> None:
    """Sends what is still in the buffer nowhere, so that the end of the process does not write it again."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    os.close(sink)
