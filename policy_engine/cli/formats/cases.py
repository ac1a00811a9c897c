"""Findings as JUnit's cases: a suite for each file, a case for each code that was found in it.

A warning makes no case fail unless it counts as a mistake; what it says is the output of its case. A file
without findings has one case, which is fine.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.cli.formats.found import Found, shown_name
from policy_engine.cli.formats.junit import Case, Problem, Suite
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.printing import render, shown

_CLASS = "policy-engine.check"


def suites_of(found: Found) -> list[Suite]:
    """The suites of all files, and one for what could not be read."""
    suites = [_suite(name, found) for name in found.sources]
    unread = [
        Case(item.code, _CLASS, Problem("error", item.code, shown(item.message), shown(item.message)))
        for item in found.unread
    ]
    return [*suites, Suite("policy-engine", unread)] if unread else suites


def _suite(name: str, found: Found) -> Suite:
    codes: dict[str, list[Diagnostic]] = {}
    for item in found.findings:
        if item.file == name:
            codes.setdefault(item.code, []).append(item)
    cases = [_case(code, items, found) for code, items in codes.items()]
    file = shown_name(name)
    return Suite(file, cases or [Case("check", _CLASS)], file)


def _case(code: str, items: Sequence[Diagnostic], found: Found) -> Case:
    first = next((item for item in items if found.counts(item)), items[0])
    text = render(
        items,
        {name: source.decode("utf-8", "replace") for name, source in found.sources.items()},
        language=found.language,
        colour=False,
    )
    if not found.counts(first):
        return Case(code, _CLASS, output=text)
    return Case(code, _CLASS, Problem("failure", code, shown(first.message), text))
