"""Rewrites files, or shows what would be rewritten."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from policy_engine.authoring.layout.formatting import formatted
from policy_engine.authoring.layout.ordering import in_order
from policy_engine.cli.checking import files_to_check
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import MAXIMUM_BYTES, read, write_bytes
from policy_engine.cli.findings import print_findings, wants_colour
from policy_engine.cli.status import FALLS_SHORT, FINE, WRONG_CALL
from policy_engine.cli.words import word
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.printing import shown
from policy_engine.document.form import form_of
from policy_engine.document.text import read_text

INPUT = "-"
_COLOURS = {"+": "\033[32m", "-": "\033[31m", "@": "\033[36m"}


def format_files(names: Sequence[str], *, check: bool, diff: bool, sort: bool, language: str) -> int:
    """Lays files out, and says what was done; the exit status."""
    status = FINE
    for path in _paths(names, language):
        try:
            source = sys.stdin.buffer.read(MAXIMUM_BYTES + 1) if path is None else read(path, language)
            status = max(status, _format(path, source, check=check, diff=diff, sort=sort, language=language))
        except CallError as error:
            print(f"policy-engine: {error}", file=sys.stderr)
            status = WRONG_CALL
    return status


def _paths(names: Sequence[str], language: str) -> list[Path | None]:
    """The files that names stand for, None for the input. Raises CallError."""
    found: list[Path | None] = []
    for name in names:
        paths = [None] if name == INPUT else files_to_check(name, language)
        found += [path for path in paths if path not in found]
    return found


def _format(path: Path | None, source: bytes, *, check: bool, diff: bool, sort: bool, language: str) -> int:
    name = INPUT if path is None else str(path)
    sink = Diagnostics()
    text = read_text(source, name, sink)
    laid_out = None if text is None else formatted(in_order(text, name) if sort else text, name, sink)
    if text is None or laid_out is None:
        print_findings(sink.sorted(), {name: source}, language, sys.stderr)
        return FALLS_SHORT
    written = form_of(source).written(laid_out)
    if path is None and not (check or diff):
        sys.stdout.buffer.write(written)
        return FINE
    if written == source:
        return FINE
    if diff:
        print_diff(text, laid_out, name)
    if path is not None and not (check or diff):
        write_bytes(path, written, language)
    if not diff:
        print(word("would be formatted" if check else "formatted", language, name))
    return FALLS_SHORT if check else FINE


def print_diff(before: str, after: str, name: str) -> None:
    """What changes, as a diff; in colour at a terminal."""
    colour = wants_colour(sys.stdout)
    old, new = (text.removesuffix("\n").split("\n") for text in (before, after))
    for line in unified_diff(old, new, name, name, lineterm=""):
        paint = _COLOURS.get(line[:1], "") if colour else ""
        print(f"{paint}{shown(line)}{chr(27) + '[0m' if paint else ''}")
