"""What an editor can do about a finding: the one right answer, or the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from policy_engine.authoring.fixing import fix_of
from policy_engine.authoring.lsp.words import word
from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Edit, Fix

_LONGEST = 40  # characters of a title's answer


class Answer(NamedTuple):
    """One way to mend a finding. `sure` when it is the one right answer, else it is a guess."""

    finding: Diagnostic
    title: str
    fix: Fix
    sure: bool


def answers(finding: Diagnostic, text: str, language: str) -> Iterator[Answer]:
    """What can be written instead, the sure answer first."""
    fix = fix_of(finding, text)
    if fix is not None:
        yield Answer(finding, _title(fix, language), fix, True)
        return
    guess = finding.fields.get("suggestion")
    at = Source(text).at(finding.span)
    bare = at.strip("'\"")
    if isinstance(guess, str) and bare and bare in finding.fields.values():
        fix = Fix((Edit(finding.span, at.replace(bare, guess)),))
        yield Answer(finding, _title(fix, language), fix, False)


def _title(fix: Fix, language: str) -> str:
    (first, *others) = fix.edits
    if others or "\n" in first.text or len(first.text) > _LONGEST:
        return word("mend", language)
    return word("write instead", language, first.text) if first.text else word("take away", language)
