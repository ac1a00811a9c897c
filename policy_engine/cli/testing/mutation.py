"""Mutation as `policy-engine test --mutate` shows it: how many small changes are noticed, which are not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from policy_engine.authoring.mutating import Verdict
from policy_engine.cli.failure import sentence
from policy_engine.cli.output import console
from policy_engine.cli.progress import counting
from policy_engine.cli.testing.outcomes import Outcome
from policy_engine.cli.testing.play import Played, by_policy
from policy_engine.cli.testing.trying import Subject, processors, tried
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.policy import Policy
from policy_engine.scenarios.coverage.coverage import covered_by, percent_of, together
from policy_engine.scenarios.coverage.words import decimal
from policy_engine.scenarios.mutation.mutant import sampled

_INDENT = " " * 6
# What is told behind the survivors.
_APART: Sequence[Verdict] = ("undecided", "hidden", "equivalent")


class Mutated(NamedTuple):
    """What came of the mutants of one policy; of `all_` that there are, those in `outcomes` were tried.
    `stopped` says that somebody had enough before all that were wished for were.
    """

    policy: Policy
    outcomes: Sequence[Outcome]
    all_: int
    stopped: bool = False

    @property
    def counts(self) -> Counter[str]:
        """How many had which verdict."""
        return Counter(outcome.verdict for outcome in self.outcomes)

    @property
    def percent(self) -> float:
        """How many of those that a test could notice were noticed, in percent. What is not decided counts as
        not noticed.
        """
        noticed = sum(outcome.noticed for outcome in self.outcomes)
        return percent_of(noticed, len(self.outcomes) - self.counts["equivalent"] - self.counts["hidden"])

    def of(self, verdict: Verdict) -> list[Outcome]:
        """Those with a verdict, in the order of the file."""
        return [outcome for outcome in self.outcomes if outcome.verdict == verdict]


def mutate(
    played: Sequence[Played], most: int | None, seed: int, jobs: int | None, language: str
) -> list[Mutated]:
    """Mutates each policy whose scenarios pass, until somebody presses Ctrl-C.

    most: of each so many mutants, chosen by `seed`. jobs: in so many processes; None: in as many as can work
    at the same time.
    """
    found: list[Mutated] = []
    for items in by_policy(played):
        policy = items[0].suite.policy
        if not all(result.passed for item in items for result in item.results):
            print(
                f"policy-engine: {sentence('mutate-failing', {'policy': policy.id}, language)}",
                file=sys.stderr,
            )
            continue
        found.append(_mutated(items, most, seed, jobs or processors(), language))
        if found[-1].stopped:
            break
    return found


def _mutated(items: Sequence[Played], most: int | None, seed: int, jobs: int, language: str) -> Mutated:
    suite = items[0].suite
    coverage = together([covered_by(item.suite.policy, item.results) for item in items])
    scenarios = [scenario for item in items for scenario in item.suite.file.scenarios.values()]
    subject = Subject(suite.source, suite.policy.chart.file, scenarios, coverage)
    every = len(subject.mutants())
    chosen = sampled(range(every), every if most is None else most, seed)
    outcomes: list[Outcome] = []
    stopped = False
    with counting("mutants-tried", language, policy=suite.policy.id, total=len(chosen)) as progress:
        try:
            for outcome in tried(subject, suite.policy, chosen, jobs, language):
                outcomes.append(outcome)
                if progress is not None:
                    progress(len(outcomes))
        except KeyboardInterrupt:
            stopped = True
    return Mutated(suite.policy, outcomes, every, stopped)


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
        out.print(Text(title, "bold" if item.of("survived") else "green"), soft_wrap=True)
        for line in lines:
            out.print(Text(line, "dim" if line.startswith(_INDENT) else ""), soft_wrap=True)


def mutation_lines(item: Mutated, language: str) -> Iterator[str]:
    """The same, line by line."""
    counts = item.counts
    fields = {
        "policy": item.policy.id,
        "tried": len(item.outcomes),
        "all": item.all_,
        "percent": decimal(item.percent, language),
        **{name: counts[name] for name in ("scenario", "property", "check", "survived")},
    }
    yield render_message("mutation-counted", fields, language)
    if item.stopped:
        yield render_message("mutation-stopped", {}, language)
    for outcome in item.of("survived"):
        yield from _lines(outcome)
    for verdict in _APART:
        others = item.of(verdict)
        if others:
            yield render_message(f"mutation-{verdict}", {"count": len(others)}, language)
        for outcome in others:
            yield from _lines(outcome)


def _lines(outcome: Outcome) -> Iterator[str]:
    yield f"  {outcome.file}:{outcome.line}:{outcome.column}: {outcome.message}"
    yield from (f"{_INDENT}{line}".rstrip() for line in outcome.course)


def mutation_objects(found: Sequence[Mutated]) -> list[dict[str, object]]:
    """What came of the mutants of each policy as JSON."""
    return [
        {
            "policy": item.policy.id,
            "file": item.policy.chart.file,
            "mutants": item.all_,
            "tried": len(item.outcomes),
            "stopped": item.stopped,
            "percent": item.percent,
            "noticed": {name: item.counts[name] for name in ("scenario", "property", "check")},
            **{
                verdict: [_object(outcome) for outcome in item.of(verdict)]
                for verdict in ("survived", *_APART)
            },
        }
        for item in found
    ]


def _object(outcome: Outcome) -> dict[str, object]:
    found = {key: value for key, value in outcome._asdict().items() if key not in ("verdict", "course")}
    if outcome.verdict in ("survived", "hidden"):
        found["course"] = list(outcome.course)
    return found
