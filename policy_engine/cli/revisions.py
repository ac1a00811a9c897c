"""A policy as it was at a git revision.

Git is called without a shell. A revision is only ever handed to it where it can be no option, and from then
on its hash stands for it.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from policy_engine.cli.failure import CallError
from policy_engine.cli.files import MAXIMUM_BYTES
from policy_engine.cli.reasons import reason_of

_HASH = re.compile(rb"[0-9a-f]{40,64}")
_MINUTE = 60


def split_revision(name: str) -> tuple[str, str] | None:
    """The revision and the path of `REV:PATH`; None for what names a file, or is no such pair."""
    revision, colon, path = name.partition(":")
    if not colon or not revision or not path or Path(name).exists():
        return None
    return revision, path


def read_revision(revision: str, path: Path, language: str, *, inside: bool) -> bytes:
    """A file as it was at a revision.

    inside: whether `path` is as git reads it in `REV:PATH`, from the top of the repository (unless it begins
    with `./` or `../`); else it is as the file system has it. Raises CallError.
    """
    folder = Path() if inside else path.resolve().parent
    if not folder.is_dir():
        raise CallError("file-not-found", language, file=path)
    if _git(folder, language, "rev-parse", "--show-toplevel") is None:
        raise CallError("git-no-repository", language, folder=folder.resolve())
    found = _git(
        folder, language, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if found is None or not _HASH.fullmatch(found.strip()):
        shallow = _git(folder, language, "rev-parse", "--is-shallow-repository") == b"true\n"
        raise CallError("git-shallow" if shallow else "git-no-revision", language, revision=revision)
    place = str(path) if inside else f"./{path.resolve().name}"
    source = _git(folder, language, "cat-file", "blob", f"{found.strip().decode()}:{place}")
    if source is None:
        before = (
            None if inside else _name_before(folder, found.strip().decode(), path.resolve().name, language)
        )
        if before is not None:
            fields = {"revision": revision, "file": path, "before": before}
            raise CallError("git-other-name", language, **fields)
        raise CallError("git-no-file", language, file=path, revision=revision)
    return source[: MAXIMUM_BYTES + 1]


def _name_before(folder: Path, commit: str, name: str, language: str) -> str | None:
    """What a file was called at a commit, from the top of the repository; None where git finds no such."""
    changed = ["diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", commit]
    renamed = _git(folder, language, *changed)
    prefix = _git(folder, language, "rev-parse", "--show-prefix")
    if renamed is None or prefix is None:
        return None
    parts = renamed.decode("utf-8", "replace").split("\0")
    place = prefix.decode("utf-8", "replace").strip() + name
    return next((old for old, new in zip(parts[1::3], parts[2::3], strict=False) if new == place), None)


def _git(folder: Path, language: str, *arguments: str) -> bytes | None:
    """What git answers in a folder; None where it fails. Raises CallError where there is no git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_MINUTE,
            check=False,
        )
    except FileNotFoundError:
        raise CallError("git-missing", language) from None
    except subprocess.TimeoutExpired:
        raise CallError("git-slow", language, seconds=_MINUTE) from None
    except (OSError, ValueError) as error:
        # ValueError: a name with a null character in it.
        raise CallError("git-failed", language, reason=reason_of(error)) from None
    return done.stdout if done.returncode == 0 else None
