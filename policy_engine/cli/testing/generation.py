"""`policy-engine test --generate`: writes the scenarios that are missing."""

from __future__ import annotations

import sys
from pathlib import Path

from policy_engine.authoring.beside import scenarios_of
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import create, read, spare, write
from policy_engine.cli.policies import find_policy, load
from policy_engine.cli.status import FALLS_SHORT, FINE
from policy_engine.cli.testing.coverage import Measured, measure, measured
from policy_engine.cli.testing.play import play_file
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.scenarios.coverage.coverage import covered_by
from policy_engine.scenarios.generation.generate import generate
from policy_engine.scenarios.generation.write import write as written
from policy_engine.scenarios.recognise import is_scenario_file


def write_missing(name: str, output: Path | None, force: bool, language: str) -> int:
    """Writes what is missing from the tests of a policy, or from a file of scenarios, to `output` or to the
    screen. Never over a file that is there unless `force`, and never over the policy or its scenarios.

    Raises CallError and Stop.
    """
    path = find_policy(name, language)
    scenarios = path if is_scenario_file(read(path, language)) else scenarios_of(path)
    if output is not None:
        spare((path, scenarios), output, language)
        if output.exists() and not force:
            raise CallError("generated-exists", language, file=output)
    names: tuple[str, ...] = ()
    sound = True
    if scenarios.is_file():
        played = play_file(scenarios, language)
        if played is None:
            return FALLS_SHORT
        sound = all(result.passed for result in played.results)
        names = tuple(played.suite.file.scenarios)
        (found,) = measure([played], language)
    else:
        policy = load(name, language)
        found = measured(policy, covered_by(policy, ()), language)
    _write(found, names, output, force, language)
    return FINE if sound else FALLS_SHORT


def _write(found: Measured, names: tuple[str, ...], output: Path | None, force: bool, language: str) -> None:
    coverage = found.coverage
    made = generate(found.gaps, names)
    lost = [point for id, point in coverage.points.items() if id in coverage.unreachable]
    if made:
        text = written(found.policy.automaton.chart, made, lost, language)
        if output is None:
            sys.stdout.write(text)
        elif force:
            write(output, text, language)
        else:
            create(output, text, language)
    closed = sum(len(one.closes) for one in made)
    fields = {"policy": found.policy.id, "scenarios": len(made), "points": closed}
    _say("generated-counted" if made else "generated-nothing", fields, language)
    left = len(coverage.missing) - closed
    if left:
        _say("generated-open", {"count": left}, language)


def _say(code: str, fields: dict[str, object], language: str) -> None:
    """A remark, apart from the file that may be printed to the screen."""
    print(render_message(code, fields, language), file=sys.stderr)
