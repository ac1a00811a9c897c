"""The files that belong to a policy, in folders beside it: its scenarios, and the sheets of rows it cites."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.resolve.sheets import check_against, read_cited, read_sheet
from policy_engine.ready import ready_policies

SCENARIOS = "scenarios"
SHEETS = "sources"

Read = Callable[[Path], bytes]  # a file's content; raises what its caller knows


def scenarios_of(policy: Path) -> Path:
    """Where the scenarios of a policy stand: in a folder beside it, under the same name."""
    return policy.parent / SCENARIOS / policy.name


def policy_of(scenarios: Path, policy: str) -> Path | None:
    """The file of the policy that scenarios are for: in the folder above, beside them, or a ready one.

    Of both, the one above goes first only for a folder that is there for scenarios.
    """
    beside = scenarios.parent
    folders = (beside / "..", beside) if beside.resolve().name == SCENARIOS else (beside, beside / "..")
    candidates = [folder / f"{policy}{ending}" for folder in folders for ending in (".yaml", ".yml")]
    for candidate in candidates:
        if candidate.is_file() and not (scenarios.exists() and candidate.samefile(scenarios)):
            return Path(os.path.normpath(candidate))
    return ready_policies().get(policy)


def sheets_in(folder: Path) -> list[Path]:
    """The sheets that lie beside the policies of a folder."""
    return sorted((folder / SHEETS).glob("*.yaml"))


def check_with_sheets(path: Path, source: str | bytes, sink: Diagnostics, read: Read) -> None:
    """Warns where what a policy cites does not agree with the sheets beside it. Raises what `read` raises."""
    sheets = sheets_in(path.parent)
    cited = read_cited(source, str(path), Diagnostics()) if sheets else None
    if cited is not None and cited.rows is not None:
        # What is wrong with a sheet is told where the sheet itself is checked.
        written = [read_sheet(read(sheet), str(sheet), Diagnostics()) for sheet in sheets]
        check_against(cited, [row for rows in written for row in rows or ()], sink)
