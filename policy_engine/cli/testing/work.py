"""Carries out `policy-engine test`: plays the scenarios, and does with them what else was asked."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from policy_engine.cli.failure import CallError
from policy_engine.cli.policies import is_sound
from policy_engine.cli.status import FALLS_SHORT, FINE, INTERRUPTED, WRONG_CALL
from policy_engine.cli.testing.coverage import Measured, below, coverage_objects, measure, tell_coverage
from policy_engine.cli.testing.play import (
    Meant,
    Played,
    names_meant,
    play_file,
    policies_named,
    ready_suites,
    what_is_meant,
)

if TYPE_CHECKING:
    from policy_engine.cli.formats.junit import Suite
    from policy_engine.cli.testing.mutation import Mutated


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of the command. `words` is the language of our own words."""

    names: Sequence[str]
    coverage: bool
    mutate: bool
    sample: int | None
    seed: int
    jobs: int | None
    fail_under: float | None
    format: str
    generate: bool
    output: Path | None
    force: bool
    words: str


@dataclass(slots=True)
class _Found:
    """What came of it so far."""

    played: list[Played] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)
    wrong: list[CallError] = field(default_factory=list)
    untested: list[CallError] = field(default_factory=list)
    measured: list[Measured] = field(default_factory=list)
    mutated: list[Mutated] = field(default_factory=list)


def test(wish: Wish) -> int:
    """Plays and prints. Raises CallError for options that make no sense together."""
    _refuse_what_is_not_heard(wish)
    if wish.generate:
        from policy_engine.cli.testing.generation import write_missing

        return write_missing(wish.names[0], wish.output, wish.force, wish.words)
    found = _play(wish)
    for problem in (*found.wrong, *found.untested):
        print(f"policy-engine: {problem}", file=sys.stderr)
    if wish.coverage:
        found.measured = measure(found.played, wish.words)
    if wish.mutate:
        from policy_engine.cli.testing.mutation import mutate

        found.mutated = mutate(found.played, wish.sample, wish.seed, wish.jobs, wish.words)
    _print(found, wish)
    if any(item.stopped for item in found.mutated):
        return INTERRUPTED
    sound = all(result.passed for item in found.played for result in item.results)
    if wish.fail_under is not None and _short(found, wish.fail_under, wish.words):
        sound = False
    if found.wrong:
        return WRONG_CALL
    return FINE if sound and not found.broken else FALLS_SHORT


def _short(found: _Found, wanted: float, language: str) -> bool:
    """Whether a share is less than was asked for; says of which."""
    short = below(found.measured, wanted, language)
    if found.mutated:
        from policy_engine.cli.testing.mutation import score_below

        short = score_below(found.mutated, wanted, language) or short
    return short


def _refuse_what_is_not_heard(wish: Wish) -> None:
    """Raises CallError for options that would be passed over in silence."""
    if wish.generate:
        if len(wish.names) != 1:
            raise CallError("generate-one", wish.words)
        given = {
            "--coverage": wish.coverage,
            "--mutate": wish.mutate,
            "--format": wish.format != "text",
        }
        for option in (option for option, asked in given.items() if asked):
            raise CallError("generate-alone", wish.words, option=option)
    else:
        for option, asked in (("-o", wish.output is not None), ("--force", wish.force)):
            if asked:
                raise CallError("only-to-generate", wish.words, option=option)
    if not wish.mutate:
        for option, asked in (
            ("--sample", wish.sample is not None),
            ("--seed", wish.seed != 0),
            ("--jobs", wish.jobs is not None),
        ):
            if asked:
                raise CallError("only-to-mutate", wish.words, option=option)
    if wish.fail_under is not None and not (wish.coverage or wish.mutate):
        raise CallError("fail-under-what", wish.words)


def _play(wish: Wish) -> _Found:
    found = _Found()
    meant: dict[str, Meant] = {}
    wrong: dict[str, CallError] = {}
    names, inside = names_meant(wish.names or ready_suites(), wish.words)
    for name in names:
        try:
            meant[name] = what_is_meant(name, wish.words)
        except CallError as error:
            wrong[name] = error
    named = policies_named(meant, inside, wish.words)
    for path, name in _each_once(meant).items():
        try:
            played = play_file(path, wish.words, named)
        except CallError as error:
            wrong[name] = error
            continue
        if played is None:
            found.broken.append(path)
        else:
            found.played.append(played)
    # A policy without scenarios of its own may have been played with others that the call names.
    tried = {item.suite.policy.chart.file for item in found.played}
    for name, item in meant.items():
        if item.policy is None or item.scenarios.is_file() or str(item.policy) in tried:
            continue
        if not is_sound(item.policy, wish.words):
            found.broken.append(item.policy)
        else:
            wrong[name] = CallError("no-scenarios", wish.words, policy=name, file=item.scenarios)
    found.wrong = [wrong[name] for name in names if name in wrong and name not in inside]
    # Whoever names a folder did not ask for the tests of each policy in it.
    found.untested = [wrong[name] for name in names if name in wrong and name in inside]
    return found


def _each_once(meant: Mapping[str, Meant]) -> dict[Path, str]:
    """The files of scenarios that are there, each with a name that means it."""
    return {item.scenarios: name for name, item in meant.items() if item.scenarios.is_file()}


def _print(found: _Found, wish: Wish) -> None:
    if wish.format == "json":
        from policy_engine.cli.encode import encode
        from policy_engine.cli.testing.objects import results_object

        results = results_object(found.played, wish.words)
        if wish.coverage:
            results["coverage"] = coverage_objects(found.measured, wish.words)
        if wish.mutate:
            from policy_engine.cli.testing.mutation import mutation_objects

            results["mutation"] = mutation_objects(found.mutated)
        print(encode(results))
    elif wish.format == "junit":
        from policy_engine.cli.formats.junit import junit_text
        from policy_engine.cli.testing.cases import broken_suites, coverage_suites, scenario_suites

        suites = [
            *scenario_suites(found.played, wish.words),
            *coverage_suites(found.measured, wish.fail_under, wish.words),
            *_mutation_suites(found, wish),
            *broken_suites(found.broken, found.wrong, wish.words),
        ]
        sys.stdout.write(junit_text(suites))
    elif any(item.results for item in found.played):
        from policy_engine.cli.testing.tell import tell_results

        tell_results(found.played, wish.words)
        tell_coverage(found.measured, wish.words)
        if found.mutated:
            from policy_engine.cli.testing.mutation import tell_mutation

            tell_mutation(found.mutated, wish.words)


def _mutation_suites(found: _Found, wish: Wish) -> Sequence[Suite]:
    if not found.mutated:
        return ()
    from policy_engine.cli.testing.mutation_cases import mutation_suites

    return mutation_suites(found.mutated, wish.fail_under, wish.words)
