"""Numbers of steps as they are read: "1–5 en 7"."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.diagrams.wording import listed


def number_words(numbers: Iterable[int], language: str) -> str:
    """Several numbers in their order; three and more that follow each other are written as a run."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return listed([part for run in runs for part in _parts(run)], language)


def _parts(run: list[int]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
