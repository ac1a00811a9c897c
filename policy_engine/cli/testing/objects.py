"""How scenarios went, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.cli.testing.play import Played
from policy_engine.scenarios.course import Mismatch, ScenarioResult, Shown
from policy_engine.scenarios.report import difference_lines
from policy_engine.session.course import Moment


def results_object(played: Sequence[Played], language: str) -> dict[str, object]:
    """The results as JSON."""
    results = [(str(item.path), result) for item in played for result in item.results]
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
