"""Tries the small changes of one policy, in one process or several, and gives what came of each in turn."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_engine.authoring.mutating import Mutating
from policy_engine.cli.testing.outcomes import Outcome, outcome_of
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy, parse_policy
from policy_engine.scenarios.coverage.coverage import Coverage
from policy_engine.scenarios.mutation.mutant import Mutant, mutants_of

# Fewer changes than this are tried before other processes have begun.
FEW = 100


class Subject(NamedTuple):
    """A policy as it was read, its scenarios, which all pass, and what each of them comes past."""

    source: bytes
    file: str
    scenarios: Sequence[Scenario]
    coverage: Coverage

    def mutants(self) -> list[Mutant]:
        """Every change, in the order of the file."""
        document = read_document(self.source, self.file, Diagnostics())
        assert document is not None  # it was read without a mistake a moment ago
        return mutants_of(document)


def processors() -> int:
    """How many processes can work at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def tried(
    subject: Subject, policy: Policy, places: Sequence[int], jobs: int, language: str
) -> Iterator[Outcome]:
    """What came of the changes at these places of all, one after the other."""
    if jobs == 1 or len(places) < FEW:
        trier = _Trier(subject, policy, language)
        yield from map(trier.outcome, places)
        return
    # Imported here because most policies are tried in one process.
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(min(jobs, len(places)), initializer=_begin, initargs=(subject, language))
    try:
        yield from pool.map(_outcome, places)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _Trier:
    def __init__(self, subject: Subject, policy: Policy, language: str) -> None:
        document = read_document(subject.source, subject.file, Diagnostics())
        assert document is not None
        self._chart = policy.chart
        self._mutants = subject.mutants()
        self._mutating = Mutating(document, policy, subject.scenarios, subject.coverage)
        self._language = language

    def outcome(self, place: int) -> Outcome:
        """What came of one change."""
        return outcome_of(self._mutating.fate(self._mutants[place]), self._chart, self._language)


_here: list[_Trier] = []  # in a process that was begun to try changes: with what


def _begin(subject: Subject, language: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began it stops it
    _here.append(_Trier(subject, parse_policy(subject.source, name=subject.file), language))


def _outcome(place: int) -> Outcome:
    return _here[0].outcome(place)
