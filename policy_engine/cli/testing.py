"""Which scenarios a call means, and how their results are shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from policy_engine.cli.failure import CallError
from policy_engine.cli.files import read
from policy_engine.cli.findings import print_findings
from policy_engine.cli.output import console
from policy_engine.cli.policies import find_policy
from policy_engine.cli.suites import check_suite, scenarios_of
from policy_engine.cli.texts import one
from policy_engine.cli.words import word
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.errors import PolicyError
from policy_engine.ready import ready_policies
from policy_engine.scenarios.course import Mismatch, ScenarioResult, Shown
from policy_engine.scenarios.recognise import is_scenario_file
from policy_engine.scenarios.report import difference_lines, report
from policy_engine.scenarios.run import run_scenario
from policy_engine.session.course import Moment

Results = Sequence[tuple[str, ScenarioResult]]  # the file of each, and how it went


def ready_suites() -> list[str]:
    """The ids of the ready policies that have scenarios."""
    return [policy for policy, path in ready_policies().items() if scenarios_of(path).is_file()]


def scenarios_named(name: str, language: str) -> Path:
    """The scenario file that a name means: the file itself, or the one that belongs to a policy.

    Raises CallError where there is none.
    """
    path = find_policy(name, language)
    if is_scenario_file(read(path, language)):
        return path
    beside = scenarios_of(path)
    if not beside.is_file():
        raise CallError("no-scenarios", language, policy=name, file=beside)
    return beside


def play_file(path: Path, language: str) -> Results | None:
    """The results of a file's scenarios; None where it or its policy has mistakes, which are printed."""
    source = read(path, language)
    sink = Diagnostics()
    suite = check_suite(path, source, sink, language)
    if len(sink):
        print_findings(sink.sorted(), {str(path): source}, language, sys.stderr)
    if suite is None:
        return None
    try:
        return [
            (str(path), run_scenario(suite.policy, scenario)) for scenario in suite.file.scenarios.values()
        ]
    except PolicyError as error:
        # A scenario may choose parameters for which the policy has a fault that the others do not show.
        print_findings(error.diagnostics, {}, language, sys.stderr)
        return None


def tell_results(results: Results, language: str) -> None:
    """One line a scenario; where one failed, its course and the difference; a summary."""
    out = console()
    passed = failed = 0
    file = None
    for path, result in results:
        if path != file:
            out.print(Text(path, style="dim"), soft_wrap=True)
            file = path
        key, style = ("passed", "green") if result.passed else ("failed", "bold red")
        passed, failed = passed + result.passed, failed + (not result.passed)
        title = one(result.scenario.title, language, "")
        line = Text.assemble("  ", (word(key, language), style), f"  {result.scenario.name}")
        out.print(line.append(f"  {title}", "dim") if title else line, soft_wrap=True)
        if not result.passed:
            for part in report(result, language).splitlines():
                out.print(Text(f"      {part}".rstrip()), soft_wrap=True)
    summary = "one tested" if passed + failed == 1 else "tested"
    out.print(word(summary, language, passed + failed, passed, failed), highlight=False)


def results_object(results: Results, language: str) -> dict[str, object]:
    """The results as JSON."""
    return {
        "passed": sum(result.passed for _, result in results),
        "failed": sum(not result.passed for _, result in results),
        "scenarios": [_result_object(path, result, language) for path, result in results],
    }


def _result_object(path: str, result: ScenarioResult, language: str) -> dict[str, object]:
    difference = result.difference
    return {
        "file": path,
        "line": result.scenario.span.line,
        "name": result.scenario.name,
        "passed": result.passed,
        "course": [_moment_object(moment) for moment in result.course],
        "difference": None
        if difference is None
        else {
            "step": difference.step,
            "line": difference.span.line,
            "column": difference.span.column,
            "mismatches": [_mismatch_object(mismatch) for mismatch in difference.mismatches],
            "text": "\n".join(difference_lines(difference, language)),
        },
    }


def _mismatch_object(mismatch: Mismatch) -> dict[str, object]:
    return {
        "matter": mismatch.matter,
        "name": mismatch.name,
        "expected": _shown_object(mismatch.expected),
        "actual": _shown_object(mismatch.actual),
    }


def _shown_object(value: Shown) -> object:
    if not isinstance(value, tuple):
        return value
    return [
        item if isinstance(item, str) else {"name": item.name, "params": dict(item.params)} for item in value
    ]


def _moment_object(moment: Moment) -> dict[str, object]:
    return {
        "step": moment.step,
        "kind": moment.kind,
        "name": moment.name,
        "states": list(moment.states),
        "decision": None if moment.decision is None else moment.decision.to_dict(),
    }
