"""Coverage as `policy-engine test --coverage` shows it: whole for each policy, as text and as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from policy_engine.cli.failure import sentence
from policy_engine.cli.output import console
from policy_engine.cli.progress import counting
from policy_engine.cli.testing.play import Played, by_policy
from policy_engine.cli.texts import shown
from policy_engine.courses.telling import told_course
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.languages import spoken
from policy_engine.policy import Policy
from policy_engine.scenarios.coverage.coverage import Coverage, covered_by, together
from policy_engine.scenarios.coverage.gaps import Gap, Gaps, gaps_of
from policy_engine.scenarios.coverage.points import Point
from policy_engine.scenarios.coverage.words import decimal

_INDENT = " " * 6


class Measured(NamedTuple):
    """What the scenarios of one policy cover."""

    policy: Policy
    gaps: Gaps

    @property
    def coverage(self) -> Coverage:
        """With what can't be reached taken off."""
        return self.gaps.coverage


def measure(played: Sequence[Played], language: str) -> list[Measured]:
    """The coverage of each policy, by all of its scenario files together."""
    return [_measured(items, language) for items in by_policy(played)]


def _measured(items: Sequence[Played], language: str) -> Measured:
    coverage = together([covered_by(item.suite.policy, item.results) for item in items])
    return measured(items[0].suite.policy, coverage, language)


def measured(policy: Policy, coverage: Coverage, language: str) -> Measured:
    """A coverage with what it would take to close its gaps."""
    with counting("situations-searched", language, file=policy.id) as progress:
        return Measured(policy, gaps_of(policy, coverage, progress))


def below(found: Sequence[Measured], wanted: float, language: str) -> bool:
    """Whether the coverage of a policy falls short; says of which."""
    short = [item for item in found if item.coverage.percent < wanted]
    for item in short:
        print(f"policy-engine: {below_message(item, wanted, language)}", file=sys.stderr)
    return bool(short)


def below_message(item: Measured, wanted: float, language: str) -> str:
    """How much is covered, and how much should be."""
    percent = decimal(item.coverage.percent, language)
    fields = {"policy": item.policy.id, "percent": percent, "wanted": decimal(wanted, language)}
    return sentence("coverage-below", fields, language)


def tell_coverage(found: Sequence[Measured], language: str) -> None:
    """How much is covered of each policy; what is not, where it stands, and what it would take."""
    out = console()
    for item in found:
        title, *lines = coverage_lines(item, language)
        out.print(Text(title, "bold" if item.coverage.missing else "green"), soft_wrap=True)
        for line in lines:
            out.print(Text(line, "dim" if line.startswith(_INDENT) else ""), soft_wrap=True)


def coverage_lines(item: Measured, language: str) -> Iterator[str]:
    """The same, line by line."""
    coverage = item.coverage
    fields = {
        "policy": item.policy.id,
        "covered": coverage.covered,
        "total": coverage.total,
        "percent": decimal(coverage.percent, language),
    }
    yield render_message("coverage-counted", fields, language)
    for gap in item.gaps.gaps:
        yield _place(gap.point, language)
        yield from (f"{_INDENT}{line}" for line in _course(gap, language))
    for id, point in coverage.points.items():
        if id in coverage.unreachable:
            yield _place(point, language)
            yield f"{_INDENT}{render_message('point-unreachable', {}, language)}"


def _place(point: Point, language: str) -> str:
    span = point.span
    return f"  {span.file}:{span.line}:{span.column}: {point.told(language)}"


def _course(gap: Gap, language: str) -> list[str]:
    """What it would take, line by line."""
    if gap.way is None:
        return [render_message("point-without-way", {}, language)]
    lines = told_course(gap.way.steps, gap.way.courses)
    return [f"{number}. {shown(spoken(line, language, 'en'))}" for number, line in enumerate(lines, start=1)]


def coverage_objects(found: Sequence[Measured], language: str) -> list[dict[str, object]]:
    """The coverage of each policy as JSON."""
    return [
        {
            "policy": item.policy.id,
            "file": item.policy.chart.file,
            "covered": item.coverage.covered,
            "total": item.coverage.total,
            "percent": item.coverage.percent,
            "missing": [
                {
                    **_object(gap.point, language),
                    "course": [] if gap.way is None else _course(gap, language),
                }
                for gap in item.gaps.gaps
            ],
            "unreachable": [
                _object(point, language)
                for id, point in item.coverage.points.items()
                if id in item.coverage.unreachable
            ],
        }
        for item in found
    ]


def _object(point: Point, language: str) -> dict[str, object]:
    return {
        "id": point.id,
        "kind": point.kind,
        "file": point.span.file,
        "line": point.span.line,
        "column": point.span.column,
        "message": point.told(language),
    }
