"""Policies and the sheets of rows beside them, read from their files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from policy_engine.authoring.beside import sheets_in
from policy_engine.cli.failure import CallError, Stop
from policy_engine.cli.files import read
from policy_engine.cli.findings import print_findings
from policy_engine.cli.policies import find_policy
from policy_engine.cli.status import FALLS_SHORT
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.resolve.sheets import read_cited, read_sheet
from policy_engine.model.sources import Cited, Row, Traced, trace
from policy_engine.ready import ready_policies


class Tracing(NamedTuple):
    """The rows that policies answer for, and the files of the policies by their ids."""

    rows: tuple[Traced, ...]
    files: dict[str, Path]


def tracing_of(names: Sequence[str], language: str) -> Tracing:
    """The rows of the named policies; without a name, or with that of a folder, of all policies and sheets in
    it. Mistakes of the files go to the error stream and end the command. Raises CallError.
    """
    found = [] if names else list(ready_policies().values())
    whole = not names
    for name in names:
        path = find_policy(name, language)
        if path.is_dir():
            whole = True
            inside = sorted(path.glob("*.yaml"))
            if not inside:
                raise CallError("folder-without-policies", language, file=path)
            found += inside
        else:
            found.append(path)
    paths = list(dict.fromkeys(found))
    policies = {path: _policy(path, language) for path in paths}
    sheets = {path: _sheet(path, language) for folder in _folders(paths) for path in sheets_in(folder)}
    rows = [row for sheet in sheets.values() for row in sheet]
    return Tracing(
        trace(rows, list(policies.values()), whole=whole),
        {cited.policy: path for path, cited in policies.items()},
    )


def _folders(paths: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys(path.parent for path in paths))


def _policy(path: Path, language: str) -> Cited:
    source = read(path, language)
    sink = Diagnostics()
    cited = read_cited(source, str(path), sink)
    if cited is None:
        raise _told(path, source, sink, language)
    return cited


def _sheet(path: Path, language: str) -> tuple[Row, ...]:
    source = read(path, language)
    sink = Diagnostics()
    rows = read_sheet(source, str(path), sink)
    if rows is None:
        raise _told(path, source, sink, language)
    return rows


def _told(path: Path, source: bytes, sink: Diagnostics, language: str) -> Stop:
    print_findings(sink.sorted(), {str(path): source}, language, sys.stderr)
    return Stop(FALLS_SHORT)
