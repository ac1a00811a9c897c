"""Prints what was found in files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TextIO

from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.printing import render
from policy_engine.verify.proofs import Proofs


def print_findings(
    findings: Sequence[Diagnostic], sources: Mapping[str, bytes], language: str, stream: TextIO
) -> None:
    """Each finding with its source line; in colour where `stream` is a terminal that wants it."""
    texts = {
        name: source.decode("utf-8", "replace").removeprefix("\ufeff") for name, source in sources.items()
    }
    text = render(findings, texts, language=language, colour=wants_colour(stream))
    print(text.rstrip("\n"), file=stream)


def wants_colour(stream: TextIO) -> bool:
    """Whether to use colour: only at a terminal, and never against NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def summary(findings: Sequence[Diagnostic], files: int, proofs: Proofs, language: str) -> str:
    """The last line: how much was looked at, and what came of it."""
    counts = _counts(findings, files, language)
    if not proofs.read:
        return counts
    code = "property-proved" if proofs.read == 1 else "properties-proved"
    return f"{counts}; {render_message(code, proofs._asdict(), language)}"


def _counts(findings: Sequence[Diagnostic], files: int, language: str) -> str:
    errors = sum(item.severity == "error" for item in findings)
    warnings = len(findings) - errors
    if language == "nl":
        return ", ".join(
            (
                _count(files, "bestand gecontroleerd", "bestanden gecontroleerd"),
                _count(errors, "fout", "fouten"),
                _count(warnings, "waarschuwing", "waarschuwingen"),
            )
        )
    return ", ".join(
        (
            _count(files, "file checked", "files checked"),
            _count(errors, "mistake", "mistakes"),
            _count(warnings, "warning", "warnings"),
        )
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
