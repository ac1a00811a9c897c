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
    warnings = sum(item.severity == "warning" for item in findings)
    remarks = len(findings) - errors - warnings
    words = _COUNTED["nl" if language == "nl" else "en"]
    counts = [_count(number, *pair) for number, pair in zip((files, errors, warnings), words, strict=False)]
    return ", ".join([*counts, _count(remarks, *words[3])] if remarks else counts)


_COUNTED = {
    "en": (
        ("file checked", "files checked"),
        ("mistake", "mistakes"),
        ("warning", "warnings"),
        ("remark", "remarks"),
    ),
    "nl": (
        ("bestand gecontroleerd", "bestanden gecontroleerd"),
        ("fout", "fouten"),
        ("waarschuwing", "waarschuwingen"),
        ("opmerking", "opmerkingen"),
    ),
}


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
