"""Finding the policy that a call names, and loading it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policy_engine.cli.failure import CallError, Stop
from policy_engine.cli.files import read
from policy_engine.cli.status import FALLS_SHORT
from policy_engine.ready import ready_policies

if TYPE_CHECKING:
    from policy_engine.policy import Policy

_ID = re.compile(r"[a-z][a-z0-9_]*")


def find_policy(name: str, language: str) -> Path:
    """The file of a policy that is named by its path, or by its id when it is a ready one.

    A path is returned whether or not there is a file. Raises CallError for the id of no ready policy.
    """
    path = Path(name)
    if _ID.fullmatch(name) is None:
        return path
    ready = ready_policies()
    if name in ready:
        return short(ready[name])
    if path.exists():
        return path
    from policy_engine.diagnostics.suggest import closest

    raise CallError(
        "unknown-ready-policy", language, policy=name, ready=tuple(ready), suggestion=closest(name, ready)
    )


def short(path: Path) -> Path:
    """A path as seen from the current folder where it lies inside it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def load(name: str, language: str) -> Policy:
    """A policy ready to run. Its mistakes, if it has any, go to the error stream and end the command."""
    from policy_engine.cli.findings import print_findings
    from policy_engine.diagnostics.diagnostic import Diagnostics
    from policy_engine.policy import check_policy

    path = find_policy(name, language)
    source = read(path, language)
    sink = Diagnostics()
    policy = check_policy(source, str(path), sink)
    if policy is None or sink.has_errors:
        errors = tuple(item for item in sink.sorted() if item.severity == "error")
        print_findings(errors, {str(path): source}, language, sys.stderr)
        raise Stop(FALLS_SHORT)
    return policy
