"""Scenario files and the policies they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from policy_engine.authoring.beside import policy_of
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import read
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest, nearest
from policy_engine.model.scenarios import Scenario, ScenarioFile
from policy_engine.policy import Policy, check_policy
from policy_engine.ready import ready_policies
from policy_engine.scenarios.load import read_scenarios

NOTHING_NAMED: Mapping[str, Path] = MappingProxyType({})
_FEW = 4  # names of scenarios that a message lists


@dataclass(frozen=True, slots=True)
class Suite:
    """A policy with its text, and its scenarios."""

    policy: Policy
    source: bytes
    file: ScenarioFile


def check_suite(
    path: Path, source: bytes, sink: Diagnostics, language: str, named: Mapping[str, Path] = NOTHING_NAMED
) -> Suite | None:
    """A scenario file with its policy; None where either has a mistake. All findings go to `sink`.

    The policy is the one of that id that a call named (`named`), or it is looked for in the folder above the
    scenarios, beside them, and among the ready ones. Raises CallError where its file can't be read.
    """
    written = read_scenarios(source, str(path), sink)
    if written is None:
        return None
    policy_path = named.get(written.policy) or policy_of(path, written.policy)
    if policy_path is None:
        known = sorted(ready_policies())
        sink.error(
            "scenarios-policy-unknown",
            written.policy_span,
            policy=written.policy,
            suggestion=closest(written.policy, known),
        )
        return None
    found = Diagnostics()
    text = read(policy_path, language)
    policy = check_policy(text, str(policy_path), found)
    if policy is None or found.has_errors:
        # What is wrong with the policy is told where the policy itself is checked.
        sink.error("scenarios-policy-broken", written.policy_span, policy=written.policy, file=policy_path)
        return None
    file = written.resolve(policy.chart, sink)
    return None if file is None else Suite(policy, text, file)


def named_scenarios(
    suite: Suite, names: Sequence[str], policy: str, path: Path, language: str
) -> tuple[Scenario, ...]:
    """The scenarios of these names, or all of them where none is named. Raises CallError for one that is not
    there.
    """
    known = suite.file.scenarios
    for name in names:
        if name not in known:
            few = len(known) <= _FEW
            raise CallError(
                "no-such-scenario",
                language,
                scenario=name,
                file=path,
                policy=policy,
                near=tuple(known) if few else nearest(name, known, _FEW, likeness=0.4),
                count=len(known),
                suggestion=closest(name, known),
            )
    return tuple(known[name] for name in names or known)
