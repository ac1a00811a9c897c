"""What the server writes into an editor's log: a line for each problem, and nothing for what was refused."""

from __future__ import annotations

import logging
from typing import TextIO

from pygls.exceptions import JsonRpcException


class _Brief(logging.Handler):
    """Writes a line for each record. An answer that says no went to the editor, and is no problem."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(logging.WARNING)
        self._stream = stream

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, JsonRpcException):
            return
        told = "" if error is None else f": {type(error).__name__}: {error}"
        self._stream.write(f"policy-engine lsp: {record.getMessage()}{told}\n")
        self._stream.flush()


def log_briefly(stream: TextIO) -> None:
    """From here on problems of the server are told so, and only so."""
    log = logging.getLogger("pygls")
    log.handlers = [_Brief(stream)]
    log.propagate = False
