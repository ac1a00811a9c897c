"""`policy-engine check`: all mistakes of all files at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.language import of_words
from policy_engine.cli.options import CheckFormat, CheckFormatOption, WordsOption
from policy_engine.cli.status import FALLS_SHORT, FINE, WRONG_CALL

if TYPE_CHECKING:
    from policy_engine.cli.formats.found import Found
    from policy_engine.diagnostics.diagnostic import Diagnostic
    from policy_engine.policy import Policy

NAME = "check"
EXAMPLES = """
Examples:

* `policy-engine check my_policy.yaml`

* `policy-engine check policies/ --strict --lang nl`

* `policy-engine check aggressive_caller --format json`

* `policy-engine check my_policy.yaml --fix`

* `policy-engine check policies/ --format sarif > findings.sarif`
"""


def command(
    policies: Annotated[
        list[str],
        typer.Argument(
            metavar="POLICY",
            help="Files of policies or scenarios, folders of them, or ids of ready policies.",
            autocompletion=complete_policy,
        ),
    ],
    output: CheckFormatOption = CheckFormat.TEXT,
    lang: WordsOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as mistakes.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="First mend what has one right answer.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing, show what --fix would.")] = False,
) -> int:
    """Find every mistake in policies and scenarios: where it is, and what to write instead."""
    from policy_engine.cli.checking import check_file, check_together, files_to_check
    from policy_engine.cli.failure import CallError
    from policy_engine.cli.formats.found import Found, Unread
    from policy_engine.verify.proofs import Proofs

    language = of_words(lang)
    findings: list[Diagnostic] = []
    sources: dict[str, bytes] = {}
    proofs = Proofs()
    found: list[Policy] = []
    unreadable: list[CallError] = []
    paths: list[Path] = []
    for name in policies:
        try:
            paths += (path for path in files_to_check(name, language) if path not in paths)
        except CallError as error:
            unreadable.append(error)
    for path in paths:
        try:
            if fix or diff:
                from policy_engine.cli.mending import mend_file

                mend_file(path, language, diff=diff, tell=output is CheckFormat.TEXT)
            checked = check_file(path, language)
            sources[str(path)] = checked.source
            findings += checked.findings
            proofs = proofs.and_also(checked.proofs)
            found += [] if checked.policy is None else [checked.policy]
        except CallError as error:
            unreadable.append(error)
    findings += check_together(found)
    for problem in unreadable:
        print(f"policy-engine: {problem}", file=sys.stderr)
    unread = [Unread(problem.code, str(problem)) for problem in unreadable]
    everything = Found(findings, sources, proofs, unread, language, strict)
    _print(everything, output)
    if unreadable:
        return WRONG_CALL
    return FALLS_SHORT if any(map(everything.counts, findings)) else FINE


def _print(found: Found, output: CheckFormat) -> None:
    if output is CheckFormat.JSON:
        from policy_engine.cli.formats.json import json_text

        print(json_text(found))
    elif output is CheckFormat.SARIF:
        from policy_engine.cli.formats.sarif import sarif_text

        print(sarif_text(found))
    elif output is CheckFormat.GITHUB:
        from policy_engine.cli.formats.github import github_text

        sys.stdout.write(github_text(found))
    elif output is CheckFormat.JUNIT:
        from policy_engine.cli.formats.cases import suites_of
        from policy_engine.cli.formats.junit import junit_text

        sys.stdout.write(junit_text(suites_of(found)))
    else:
        from policy_engine.cli.formats.text import print_text

        print_text(found)
