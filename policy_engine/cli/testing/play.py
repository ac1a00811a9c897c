"""Which scenarios a call means, and how they go."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from policy_engine.authoring.beside import scenarios_of
from policy_engine.cli.checking import files_to_check
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import read
from policy_engine.cli.findings import print_findings
from policy_engine.cli.policies import find_policy, is_sound
from policy_engine.cli.suites import NOTHING_NAMED, Suite, check_suite
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.errors import PolicyError
from policy_engine.model.resolve.sheets import is_sheet
from policy_engine.ready import ready_policies
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.recognise import id_of, is_scenario_file
from policy_engine.scenarios.run import run_scenario


class Played(NamedTuple):
    """A file of scenarios, and how they went."""

    path: Path
    suite: Suite
    results: Sequence[ScenarioResult]


def ready_suites() -> list[str]:
    """The ids of the ready policies that have scenarios."""
    return [policy for policy, path in ready_policies().items() if scenarios_of(path).is_file()]


class Meant(NamedTuple):
    """What a name on the command line means: a policy (None where scenarios are named), and its scenarios."""

    policy: Path | None
    scenarios: Path


def what_is_meant(name: str, language: str) -> Meant:
    """A scenario file, or a policy with the one that belongs to it, be it there or not. Raises CallError."""
    path = find_policy(name, language)
    return Meant(None, path) if is_scenario_file(read(path, language)) else Meant(path, scenarios_of(path))


def names_meant(names: Sequence[str], language: str) -> tuple[list[str], set[str]]:
    """Each name once, a folder as the names of all policies and scenarios in it, at any depth; and which of
    them stand for a folder's. Raises CallError for a folder without any.
    """
    found: dict[str, None] = {}
    inside: set[str] = set()
    for name in names:
        if not Path(name).is_dir():
            found[name] = None
            continue
        files = [str(path) for path in files_to_check(name, language) if not is_sheet(read(path, language))]
        inside.update(file for file in files if file not in found)
        found.update(dict.fromkeys(files))
    return list(found), inside


def policies_named(meant: Mapping[str, Meant], inside: Collection[str], language: str) -> dict[str, Path]:
    """The policies that a call names, by id. One in a folder goes by the name of its file, for others there
    may say the same id; one that is named beside scenarios goes by what it says, too.
    """
    policies = {name: item.policy for name, item in meant.items() if item.policy is not None}
    found: dict[str, Path] = {}
    for name, path in policies.items():
        if name not in inside and path.suffix in (".yaml", ".yml") and len(policies) < len(meant):
            said = id_of(read(path, language))
            if said is not None:
                found[said] = path
    return {**found, **{path.stem: path for path in policies.values()}}


def scenarios_named(name: str, language: str) -> Path:
    """The scenario file that a name means: the file itself, or the one that belongs to a policy.

    Raises CallError where there is none.
    """
    scenarios = what_is_meant(name, language).scenarios
    if not scenarios.is_file():
        raise CallError("no-scenarios", language, policy=name, file=scenarios)
    return scenarios


def play_file(path: Path, language: str, named: Mapping[str, Path] = NOTHING_NAMED) -> Played | None:
    """A file's scenarios and how they went; None where it or its policy has mistakes, which are all printed.

    named: the policies that the call names, by id.
    """
    source = read(path, language)
    sink = Diagnostics()
    suite = check_suite(path, source, sink, language, named)
    if len(sink):
        print_findings(sink.sorted(), {str(path): source}, language, sys.stderr)
    if suite is None:
        for item in sink:
            if item.code == "scenarios-policy-broken":
                is_sound(Path(str(item.fields["file"])), language)
        return None
    try:
        results = [run_scenario(suite.policy, scenario) for scenario in suite.file.scenarios.values()]
    except PolicyError as error:
        # A scenario may choose parameters for which the policy has a fault that the others do not show.
        print_findings(error.diagnostics, {}, language, sys.stderr)
        return None
    return Played(path, suite, results)


def by_policy(played: Sequence[Played]) -> list[list[Played]]:
    """The files of scenarios of each policy, in order."""
    found: dict[str, list[Played]] = {}
    for item in played:
        found.setdefault(item.suite.policy.chart.file, []).append(item)
    return list(found.values())
