"""Mutation as JUnit's cases: a suite for each policy, with one case for how much is noticed."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.cli.formats.junit import Case, Problem, Suite
from policy_engine.cli.testing.cases import CLASS
from policy_engine.cli.testing.mutation import Mutated, mutation_lines, score_message


def mutation_suites(mutated: Sequence[Mutated], wanted: float | None, language: str) -> list[Suite]:
    """The suites; a case fails where less is noticed than is wanted."""
    found = []
    for item in mutated:
        lines = "\n".join(mutation_lines(item, language))
        problem = None
        if wanted is not None and item.percent < wanted:
            problem = Problem("failure", "mutation", score_message(item, wanted, language), lines)
        case = Case("mutation", CLASS, problem, "" if problem else lines)
        found.append(Suite(item.policy.id, [case], item.policy.chart.file))
    return found
