"""The coverage of a policy by its scenarios, as it is laid over a diagram."""

from __future__ import annotations

from pathlib import Path

from policy_engine.cli.failure import CallError
from policy_engine.cli.testing.coverage import Measured, measure
from policy_engine.cli.testing.play import play_file
from policy_engine.diagrams.coverage import Untested
from policy_engine.scenarios.coverage.words import decimal


def tested_by(scenarios: Path, policy: str, words: str, language: str) -> Untested:
    """What the scenarios of a file leave out. `language` is that of the diagram, `words` of our own words.

    Raises CallError where there are none, or where they have mistakes.
    """
    if not scenarios.is_file():
        raise CallError("no-scenarios", words, policy=policy, file=scenarios)
    played = play_file(scenarios, words)
    if played is None:
        raise CallError("scenarios-broken", words, file=scenarios)
    (found,) = measure([played], words)
    return _tested(found, language)


def _tested(found: Measured, language: str) -> Untested:
    coverage = found.coverage
    missing = coverage.missing
    return Untested(
        states=[point.id for point in missing if point.kind == "state"],
        transitions=[point.id for point in missing if point.kind == "branch"],
        half=[point.state for point in missing if point.kind in ("refused", "passed", "lacking")],
        lost=coverage.unreachable,
        covered=coverage.covered,
        total=coverage.total,
        percent=decimal(coverage.percent, language),
    )
