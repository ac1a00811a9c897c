"""Reading the files that a call names."""

from __future__ import annotations

import sys
from pathlib import Path

from policy_engine.cli.failure import CallError

# A policy is refused long before this; reading stops here so that a huge file costs no memory.
MAXIMUM_BYTES = 1_000_000


def read(path: Path, language: str) -> bytes:
    """At most the first MAXIMUM_BYTES and one more of a file. Raises CallError where it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise CallError("file-not-found", language, file=path) from None
    except IsADirectoryError:
        raise CallError("file-is-folder", language, file=path) from None
    except (OSError, ValueError) as error:
        # ValueError: a name with a null character in it.
        reason = error.strerror if isinstance(error, OSError) else None
        raise CallError("file-unreadable", language, file=path, reason=reason or error) from None


def write(path: Path, text: str, language: str) -> None:
    """Writes a whole text file in UTF-8. Raises CallError where it can't be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise CallError("file-unwritable", language, file=path, reason=reason or error) from None


def write_output(text: str, path: Path | None, language: str) -> None:
    """To a file, or to the screen where none is named. Raises CallError."""
    if path is None:
        sys.stdout.write(text)
    else:
        write(path, text, language)
