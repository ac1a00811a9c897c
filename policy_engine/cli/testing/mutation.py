"""Mutation as `policy-engine test --mutate` shows it: how many small changes are noticed, which are not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from policy_engine.authoring.mutating import Fate, Mutating
from policy_engine.cli.failure import sentence
from policy_engine.cli.output import console
from policy_engine.cli.progress import counting
from policy_engine.cli.testing.play import Played, by_policy
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Document
from policy_engine.document.read import read_document
from policy_engine.policy import Policy
from policy_engine.scenarios.coverage.coverage import covered_by, percent_of, together
from policy_engine.scenarios.coverage.words import decimal
from policy_engine.scenarios.mutation.mutant import mutants_of, sampled
from policy_engine.scenarios.report import parted_lines, report

_INDENT = " " * 6


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
        """How many of those that a host could notice were noticed, in percent."""
        noticed = sum(fate.noticed for fate in self.fates)
        return percent_of(noticed, len(self.fates) - self.counts["equivalent"])

    @property
    def survivors(self) -> list[Fate]:
        """Those that nothing noticed and that a host could, in the order of the file."""
        return [fate for fate in self.fates if fate.verdict == "survived"]


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
        **{name: counts[name] for name in ("scenario", "property", "check", "equivalent", "survived")},
    }
    yield render_message("mutation-counted", fields, language)
    for fate in item.survivors:
        yield _place(fate, language)
        yield from (f"{_INDENT}{line}".rstrip() for line in _lacking(fate, language))
    same = [fate for fate in item.fates if fate.verdict == "equivalent"]
    if same:
        yield render_message("mutation-equivalent", {}, language)
        yield from (_place(fate, language) for fate in same)


def _place(fate: Fate, language: str) -> str:
    span = fate.mutant.span
    return f"  {span.file}:{span.line}:{span.column}: {fate.mutant.told(language)}"


def _lacking(fate: Fate, language: str) -> list[str]:
    """A course that would notice it, and what it would show."""
    if fate.lacking is None or fate.lacking.failed.difference is None:
        return [render_message("mutation-open", {}, language)]
    parted = parted_lines(fate.lacking.failed.difference, language)
    return [*report(fate.lacking.played, language).splitlines(), *parted]


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
            "equivalent": [_object(fate, language) for fate in item.fates if fate.verdict == "equivalent"],
            "survived": [
                {**_object(fate, language), "course": _lacking(fate, language)} for fate in item.survivors
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
