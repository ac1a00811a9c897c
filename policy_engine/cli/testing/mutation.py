"""Mutation as `policy-engine test --mutate` shows it: how many small changes are noticed, which are not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from policy_engine.authoring.mutating import Fate, Mutating, Verdict
from policy_engine.cli.failure import sentence
from policy_engine.cli.output import console
from policy_engine.cli.progress import counting
from policy_engine.cli.testing.play import Played, by_policy
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart
from policy_engine.policy import Policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.coverage.coverage import covered_by, percent_of, together
from policy_engine.scenarios.coverage.words import decimal
from policy_engine.scenarios.mutation.mutant import mutants_of, sampled
from policy_engine.scenarios.report import parted_lines, report, shown_value
from policy_engine.scenarios.words import word

_INDENT = " " * 6
# What is told behind the survivors.
_APART: Sequence[Verdict] = ("undecided", "hidden", "equivalent")


class Mutated(NamedTuple):
    """What came of the mutants of one policy; of `all_` that there are, those in `fates` were tried."""

    policy: Policy
    fates: Sequence[Fate]
    all_: int

    @property
    def counts(self) -> Counter[str]:
        """How many had which verdict."""
        return Counter(fate.verdict for fate in self.fates)

    @property
    def percent(self) -> float:
        """How many of those that a test could notice were noticed, in percent. What is not decided counts as
        not noticed.
        """
        noticed = sum(fate.noticed for fate in self.fates)
        return percent_of(noticed, len(self.fates) - self.counts["equivalent"] - self.counts["hidden"])

    @property
    def survivors(self) -> list[Fate]:
        """Those that nothing noticed and that a scenario could, in the order of the file."""
        return self.of("survived")

    def of(self, verdict: Verdict) -> list[Fate]:
        """Those with a verdict, in the order of the file."""
        return [fate for fate in self.fates if fate.verdict == verdict]


def mutate(played: Sequence[Played], most: int | None, seed: int, language: str) -> list[Mutated]:
    """Mutates each policy whose scenarios pass. `most`: of each so many mutants, chosen by `seed`."""
    found = []
    for items in by_policy(played):
        policy = items[0].suite.policy
        if not all(result.passed for item in items for result in item.results):
            print(
                f"policy-engine: {sentence('mutate-failing', {'policy': policy.id}, language)}",
                file=sys.stderr,
            )
            continue
        found.append(_mutated(items, most, seed, language))
    return found


def _mutated(items: Sequence[Played], most: int | None, seed: int, language: str) -> Mutated:
    policy = items[0].suite.policy
    document = _document(items[0])
    every = mutants_of(document)
    chosen = every if most is None else sampled(every, most, seed)
    coverage = together([covered_by(item.suite.policy, item.results) for item in items])
    scenarios = [scenario for item in items for scenario in item.suite.file.scenarios.values()]
    fates = []
    with counting("mutants-tried", language, policy=policy.id, total=len(chosen)) as progress:
        for number, fate in enumerate(Mutating(document, policy, scenarios, coverage).fates(chosen), start=1):
            fates.append(fate)
            if progress is not None:
                progress(number)
    return Mutated(policy, fates, len(every))


def _document(item: Played) -> Document:
    """The policy's text once more: it was read without a mistake a moment ago."""
    document = read_document(item.suite.source, item.suite.policy.chart.file, Diagnostics())
    assert document is not None
    return document


def score_below(found: Sequence[Mutated], wanted: float, language: str) -> bool:
    """Whether too few mutants of a policy were noticed; says of which."""
    short = [item for item in found if item.percent < wanted]
    for item in short:
        print(f"policy-engine: {score_message(item, wanted, language)}", file=sys.stderr)
    return bool(short)


def score_message(item: Mutated, wanted: float, language: str) -> str:
    """How many were noticed, and how many should be."""
    percent = decimal(item.percent, language)
    fields = {"policy": item.policy.id, "percent": percent, "wanted": decimal(wanted, language)}
    return sentence("mutation-below", fields, language)


def tell_mutation(found: Sequence[Mutated], language: str) -> None:
    """How many changes of each policy were noticed; which were not, where, and what would notice them."""
    out = console()
    for item in found:
        title, *lines = mutation_lines(item, language)
        out.print(Text(title, "bold" if item.survivors else "green"), soft_wrap=True)
        for line in lines:
            out.print(Text(line, "dim" if line.startswith(_INDENT) else ""), soft_wrap=True)


def mutation_lines(item: Mutated, language: str) -> Iterator[str]:
    """The same, line by line."""
    counts = item.counts
    fields = {
        "policy": item.policy.id,
        "tried": len(item.fates),
        "all": item.all_,
        "percent": decimal(item.percent, language),
        **{name: counts[name] for name in ("scenario", "property", "check", "survived")},
    }
    yield render_message("mutation-counted", fields, language)
    for fate in item.survivors:
        yield _place(fate, language)
        yield from (f"{_INDENT}{line}".rstrip() for line in _lacking(fate, item.policy.chart, language))
    for verdict in _APART:
        others = item.of(verdict)
        if others:
            yield render_message(f"mutation-{verdict}", {"count": len(others)}, language)
        for fate in others:
            yield _place(fate, language)
            yield from (f"{_INDENT}{line}".rstrip() for line in _hidden(fate, item.policy.chart, language))


def _place(fate: Fate, language: str) -> str:
    span = fate.mutant.span
    return f"  {span.file}:{span.line}:{span.column}: {fate.mutant.told(language)}"


def _lacking(fate: Fate, chart: Chart, language: str) -> list[str]:
    """A course that would notice it, and what it would show."""
    assert fate.lacking is not None
    lines = _course(fate.lacking.played, chart, language)
    failed = fate.lacking.failed
    if failed is not None and failed.difference is not None:
        return [*lines, *parted_lines(failed.difference, language)]
    if fate.lacking.refused is None:
        return [*lines, render_message("mutation-unplayable", {}, language)]
    name, value = fate.lacking.refused
    return [*lines, render_message("mutation-refused", {"name": name, "value": shown_value(value)}, language)]


def _hidden(fate: Fate, chart: Chart, language: str) -> list[str]:
    """A call that only a host sees to go otherwise, and in what."""
    lines = [] if fate.course is None else _course(fate.course, chart, language)
    if fate.parts:
        seen = "; ".join(word(part, language) for part in fate.parts)
        lines.append(render_message("mutation-seen", {"parts": seen}, language))
    return lines


def _course(result: ScenarioResult, chart: Chart, language: str) -> list[str]:
    """What is played, line by line, with the parameters and facts that it needs."""
    given = {**result.scenario.parameters, **result.scenario.facts}
    told = ", ".join(f"{name} = {shown_value(value)}" for name, value in given.items())
    head = [render_message("mutation-given", {"given": told}, language)] if told else []
    return [*head, *report(result, chart, language).splitlines()]


def mutation_objects(found: Sequence[Mutated], language: str) -> list[dict[str, object]]:
    """What came of the mutants of each policy as JSON."""
    return [
        {
            "policy": item.policy.id,
            "file": item.policy.chart.file,
            "mutants": item.all_,
            "tried": len(item.fates),
            "percent": item.percent,
            "noticed": {name: item.counts[name] for name in ("scenario", "property", "check")},
            "equivalent": [_object(fate, language) for fate in item.of("equivalent")],
            "hidden": [
                {**_object(fate, language), "course": _hidden(fate, item.policy.chart, language)}
                for fate in item.of("hidden")
            ],
            "undecided": [_object(fate, language) for fate in item.of("undecided")],
            "survived": [
                {**_object(fate, language), "course": _lacking(fate, item.policy.chart, language)}
                for fate in item.survivors
            ],
        }
        for item in found
    ]


def _object(fate: Fate, language: str) -> dict[str, object]:
    span = fate.mutant.span
    return {
        "operator": fate.mutant.operator,
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "message": fate.mutant.told(language),
    }
