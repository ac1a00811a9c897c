"""Proves properties of policies in the tests, and tells what came of them."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.policy import check_policy
from policy_engine.verify.proving import Proving

HEAD = 'policy: example\nformat: 1\nversion: "1"\n'


def findings(text: str) -> tuple[Diagnostic, ...]:
    """What `check` says of a policy and its properties; `text` is one without its head."""
    return findings_of(HEAD + text)


def findings_of(text: str) -> tuple[Diagnostic, ...]:
    """What `check` says of a policy and its properties."""
    sink = Diagnostics()
    proving = Proving()
    if check_policy(text, "example.yaml", sink, compiled=proving) is not None:
        proving.tell(sink)
    return sink.sorted()


def codes(text: str) -> list[tuple[str, object]]:
    """The codes of what is found, each with the property it is about."""
    return [(item.code, item.fields.get("property")) for item in findings(text)]


def events(item: Diagnostic) -> list[str]:
    """The course of a finding, without where it leads."""
    return [line.split(" →")[0].split(":")[0].replace("`", "") for line in item.trail]
