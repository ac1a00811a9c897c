"""Finding the policy that a call names, loading it, and setting it up as the call says."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from policy_engine.cli.failure import CallError, Stop
from policy_engine.cli.files import read
from policy_engine.cli.findings import print_findings
from policy_engine.cli.language import of_texts, of_words
from policy_engine.cli.status import FALLS_SHORT
from policy_engine.cli.values import read_settings
from policy_engine.diagnostics.suggest import closest
from policy_engine.errors import PolicyError
from policy_engine.model.types import Value
from policy_engine.policy import Policy, parse_policy
from policy_engine.ready import ready_policies

_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A policy set up as a call says; the languages of its texts and of our own words."""

    policy: Policy
    facts: Mapping[str, Value]
    texts: str
    words: str


def find_policy(name: str, language: str) -> Path:
    """The file of a policy that is named by its path, or by its id when it is a ready one.

    A path is returned whether or not there is a file. Raises CallError for an empty name, and for the id of
    no ready policy.
    """
    if not name.strip():
        raise CallError("empty-name", language)
    path = Path(name)
    if _ID.fullmatch(name) is None:
        return path
    ready = ready_policies()
    if name in ready:
        return _short(ready[name])
    if path.exists():
        return path
    raise CallError(
        "unknown-ready-policy", language, policy=name, ready=tuple(ready), suggestion=closest(name, ready)
    )


def load(name: str, language: str, parameters: Sequence[str] = ()) -> Policy:
    """A policy ready to run, with parameters written as `name=value`.

    Its mistakes, if it has any, go to the error stream and end the command. Raises CallError.
    """
    path = find_policy(name, language)
    source = read(path, language)
    try:
        policy = parse_policy(source, name=str(path), language=language)
        return policy.with_parameters(**read_settings(parameters, policy.chart.parameters, language))
    except PolicyError as error:
        _print_mistakes(error, path, source, language)
        raise Stop(FALLS_SHORT) from None


def is_sound(path: Path, language: str) -> bool:
    """Whether a policy has no mistakes; those that it has go to the error stream. Raises CallError."""
    source = read(path, language)
    try:
        parse_policy(source, name=str(path), language=language)
    except PolicyError as error:
        _print_mistakes(error, path, source, language)
        return False
    return True


def _print_mistakes(error: PolicyError, path: Path, source: bytes, language: str) -> None:
    errors = [item for item in error.diagnostics if item.severity == "error"]
    print_findings(errors, {str(path): source}, language, sys.stderr)


def prepare(
    name: str, lang: str | None, parameters: Sequence[str] | None, facts: Sequence[str] | None
) -> Prepared:
    """Everything that the options of `run` and `demo` say about a policy. Raises CallError and Stop."""
    words = of_words(lang)
    policy = load(name, words, parameters or ())
    texts = of_texts(lang, policy.languages)
    return Prepared(policy, read_settings(facts or (), policy.chart.facts, words), texts, words)


def _short(path: Path) -> Path:
    """A path as seen from the current folder where it lies inside it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
