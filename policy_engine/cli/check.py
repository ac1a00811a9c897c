"""`policy-engine check`: all mistakes of all files at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.language import of_words
from policy_engine.cli.options import Format, FormatOption, WordsOption
from policy_engine.cli.status import FALLS_SHORT, FINE, WRONG_CALL

if TYPE_CHECKING:
    from policy_engine.cli.proofs import Proofs
    from policy_engine.diagnostics.diagnostic import Diagnostic
    from policy_engine.policy import Policy

NAME = "check"
EXAMPLES = """
Examples:

* `policy-engine check my_policy.yaml`

* `policy-engine check policies/ --strict --lang nl`

* `policy-engine check aggressive_caller --format json`
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
    output: FormatOption = Format.TEXT,
    lang: WordsOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as mistakes.")] = False,
) -> int:
    """Find every mistake in policies and scenarios: where it is, and what to write instead."""
    from policy_engine.cli.checking import check_file, check_together, files_to_check
    from policy_engine.cli.failure import CallError
    from policy_engine.cli.proofs import Proofs

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
    if output is Format.JSON:
        _print_json(findings, tuple(sources), proofs, language)
    else:
        _print_text(findings, sources, proofs, language)
    if unreadable:
        return WRONG_CALL
    return FALLS_SHORT if _counted(findings, strict) else FINE


def _counted(findings: Sequence[Diagnostic], strict: bool) -> bool:
    return any(strict or item.severity == "error" for item in findings)


def _print_text(
    findings: Sequence[Diagnostic], sources: dict[str, bytes], proofs: Proofs, language: str
) -> None:
    from policy_engine.cli.findings import print_findings, summary

    if findings:
        print_findings(findings, sources, language, sys.stdout)
    if sources:
        print(summary(findings, len(sources), proofs, language))


def _print_json(findings: Sequence[Diagnostic], files: Sequence[str], proofs: Proofs, language: str) -> None:
    from policy_engine.cli.encode import encode

    errors = sum(item.severity == "error" for item in findings)
    print(
        encode(
            {
                "files": list(files),
                "errors": errors,
                "warnings": len(findings) - errors,
                "properties": proofs._asdict(),
                "diagnostics": [_object(item.localized(language)) for item in findings],
            }
        )
    )


def _object(item: Diagnostic) -> dict[str, object]:
    return {
        "code": item.code,
        "severity": item.severity,
        "message": item.message,
        "help": item.help,
        "course": list(item.trail),
        "file": item.file,
        "line": item.line,
        "column": item.column,
        "end_line": item.end_line,
        "end_column": item.end_column,
    }
