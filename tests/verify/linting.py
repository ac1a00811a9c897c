"""Checks policies in the tests as `policy-engine check` does: mistakes, proofs and lint."""

from __future__ import annotations

from pathlib import Path

from policy_engine.authoring.checking import check_policy_text
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics

HEAD = 'policy: example\nformat: 1\nversion: "1"\n'


def linted(text: str) -> tuple[Diagnostic, ...]:
    """Everything that is found in a policy."""
    sink = Diagnostics()
    check_policy_text(Path("nowhere/example.yaml"), text, sink, lambda _: b"")
    return sink.sorted()


def found_in(text: str) -> list[tuple[str, int]]:
    """The codes that are found in a policy without its head, each with its line in `text`."""
    return [(item.code, item.line - HEAD.count("\n")) for item in linted(HEAD + text)]
