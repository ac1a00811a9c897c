"""Checks one file, be it a policy or the scenarios of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from policy_engine.authoring.checking import check_policy_text
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import read
from policy_engine.cli.policies import find_policy
from policy_engine.cli.progress import tried
from policy_engine.desk.links import check_links
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.model.chart import Chart
from policy_engine.model.resolve.sheets import is_sheet, read_sheet
from policy_engine.policy import Policy
from policy_engine.scenarios.recognise import is_scenario_file
from policy_engine.verify.proofs import Proofs


class Checked(NamedTuple):
    """A file's text, everything found in it, in reading order, what came of the properties in it, and its
    policy where it has one without mistakes.
    """

    source: bytes
    findings: Sequence[Diagnostic]
    proofs: Proofs
    policy: Policy | None


def files_to_check(name: str, language: str) -> Sequence[Path]:
    """The files that a name stands for; a folder stands for all policies and scenarios in it."""
    path = find_policy(name, language)
    if not path.is_dir():
        return (path,)
    found = sorted(file for ending in ("*.yaml", "*.yml") for file in path.rglob(ending) if file.is_file())
    if not found:
        raise CallError("folder-without-policies", language, file=path)
    return found


def check_file(path: Path, language: str) -> Checked:
    """Checks a file. Raises CallError where it can't be read."""
    return check_source(path, read(path, language), language)


def check_source(path: Path, source: bytes, language: str) -> Checked:
    """Checks what a file holds, or may hold soon. Raises CallError where what belongs to it can't be read."""
    sink = Diagnostics()
    proofs = Proofs()
    policy = None
    if is_scenario_file(source):
        # The models of scenarios take a while to import, and most files are policies.
        from policy_engine.cli.suites import check_suite

        check_suite(path, source, sink, language)
    elif is_sheet(source):
        read_sheet(source, str(path), sink)
    else:
        with tried(path, language) as progress:
            policy, proofs = check_policy_text(
                path, source, sink, lambda file: read(file, language), progress
            )
    return Checked(source, sink.sorted(), proofs, policy)


def check_together(policies: Sequence[Policy]) -> Sequence[Diagnostic]:
    """What is wrong between policies of which one tells or reads the other; the first of each id counts."""
    charts: dict[str, Chart] = {}
    for policy in policies:
        charts.setdefault(policy.id, policy.chart)
    sink = Diagnostics()
    if len(charts) > 1:
        check_links(charts, sink, complete=False)
    return sink.sorted()
