"""`check --fix`: mends files, or shows what it would mend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from policy_engine.authoring.mended import Answer, mended
from policy_engine.cli.checking import check_source
from policy_engine.cli.files import read, write_bytes
from policy_engine.cli.rewriting import print_diff
from policy_engine.cli.words import word
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.printing import shown
from policy_engine.document.form import form_of
from policy_engine.document.text import read_text

_SHOWN = 50  # characters of what was there and of what is there now


def mend_file(path: Path, language: str, *, diff: bool, tell: bool) -> None:
    """Mends a file of all that has one right answer. Raises CallError.

    diff: nothing is written, and what would change is shown. tell: each fix is told, on a line of its own.
    """
    source = read(path, language)
    text = read_text(source, str(path), Diagnostics())
    if text is None:
        return

    def look(written: str) -> Sequence[Diagnostic]:
        findings = check_source(path, written.encode(), language).findings
        return [item for item in findings if item.file == str(path)]

    found = mended(text, look)
    if not found.answers:
        return
    if diff:
        print_diff(text, found.text, str(path))
        return
    write_bytes(path, form_of(source).written(found.text), language)
    if tell:
        for answer in found.answers:
            print(_told(answer, language))


def _told(answer: Answer, language: str) -> str:
    """What was written instead of what."""
    item, edit, before = answer.finding, answer.fix.edits[0], answer.before[0]
    place = f"{item.file}:{item.line}:{item.column}:"
    if len(answer.fix.edits) > 1:
        return word("mended in several places", language, place, item.code, len(answer.fix.edits))
    if not edit.text:
        return word("taken out", language, place, item.code, _cut(before))
    if not before:
        return word("put in", language, place, item.code, _cut(edit.text))
    return word("mended", language, place, item.code, _cut(before), _cut(edit.text))


def _cut(text: str) -> str:
    line = shown(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
