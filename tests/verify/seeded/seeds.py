"""Small changes of policies: some break something, which is found, and where; the others break nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from policy_engine.ready import ready_policies

HERE = Path(__file__).parent


class Fault(NamedTuple):
    """A change that breaks something: `code` is found on the line of the changed policy with `at` in it.

    policy: the file beside this one, or the ready policy, that is changed. edits: pairs of a piece of it,
    which stands there once, and what comes in its place.
    """

    name: str
    policy: str
    edits: Sequence[tuple[str, str]]
    code: str
    at: str


class Variation(NamedTuple):
    """A change that breaks nothing: `check --strict` stays silent."""

    name: str
    policy: str
    edits: Sequence[tuple[str, str]]


@cache
def source(policy: str) -> str:
    """A policy as it stands, without mistakes."""
    beside = HERE / f"{policy}.yaml"
    return (beside if beside.is_file() else ready_policies()[policy]).read_text(encoding="utf-8")


def edited(seed: Fault | Variation) -> str:
    """The policy of a seed with its change in it."""
    text = source(seed.policy)
    for old, new in seed.edits:
        assert text.count(old) == 1, f"{seed.name}: {old!r} stands {text.count(old)} times in {seed.policy}"
        text = text.replace(old, new)
    return text


def line_of(text: str, at: str) -> int:
    """The one line that holds `at`, from 1."""
    (line,) = [number for number, line in enumerate(text.splitlines(), 1) if at in line]
    return line
