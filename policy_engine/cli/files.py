"""Reading and writing the files that a call names."""

from __future__ import annotations

import secrets
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from policy_engine.cli.failure import CallError
from policy_engine.cli.reasons import reason_of

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
        raise CallError("file-unreadable", language, file=path, reason=reason_of(error)) from None


def write(path: Path, text: str, language: str) -> None:
    """Writes a text file in UTF-8, whole or not at all. Raises CallError where it can't be written."""
    write_bytes(path, text.encode(), language)


def write_bytes(path: Path, content: bytes, language: str) -> None:
    """Writes a file, whole or not at all. Raises CallError where it can't be written."""
    try:
        _write(path, content)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error, language) from None


def create(path: Path, text: str, language: str) -> None:
    """Writes a text file that does not exist yet. Raises CallError where it does, or can't be written."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CallError("file-exists", language, file=path) from None
    except OSError as error:
        raise _unwritable(path, error, language) from None


def make_folder(folder: Path, language: str) -> None:
    """Makes a folder, and those around it, where they are not there yet. Raises CallError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error, language) from None


def write_output(text: str, path: Path | None, language: str) -> None:
    """To a file, or to the screen where none is named. Raises CallError."""
    if path is None:
        sys.stdout.write(text)
    else:
        write(path, text, language)


def spare(sources: Iterable[Path], output: Path | None, language: str) -> None:
    """Raises CallError where the output would take the place of a file that somebody wrote."""
    if output is not None and output.exists():
        for source in sources:
            if source.exists() and output.samefile(source):
                raise CallError("output-is-source", language, file=output)


def _unwritable(path: Path, error: OSError | ValueError, language: str) -> CallError:
    return CallError("file-unwritable", language, file=path, reason=reason_of(error))


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        # A pipe or a device is written to; putting a file in its place would be no use to its reader.
        path.write_bytes(content)
        return
    # A link goes on leading to its file.
    target = path.resolve()
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        beside.write_bytes(content)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
