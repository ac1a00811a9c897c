"""A text in which everything is mended that has one right answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from policy_engine.authoring.fixing import fix_of
from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Fix, apart, edited

# A file that is not stable after so many rounds stays as it is then.
MOST_ROUNDS = 50


class Answer(NamedTuple):
    """A finding with its fix, and what stood where the fix was made, edit by edit."""

    finding: Diagnostic
    fix: Fix
    before: tuple[str, ...]


class Mended(NamedTuple):
    """A text afterwards, and what was done to it, in order."""

    text: str
    answers: tuple[Answer, ...]


def mended(text: str, look: Callable[[str], Sequence[Diagnostic]]) -> Mended:
    """Makes every fix that there is, looks again, and goes on until there is none.

    text: no byte-order mark, lines that end in a line feed. look: what is found in a text. Fixes that touch
    each other are made one after the other; none is made that leads back to a text that was there before.
    """
    answers: list[Answer] = []
    seen = {text}
    for _ in range(MOST_ROUNDS):
        found = [(finding, fix) for finding in look(text) if (fix := fix_of(finding, text)) is not None]
        chosen = apart(dict.fromkeys(fix for _, fix in found))
        following = edited(text, [edit for fix in chosen for edit in fix.edits])
        if following in seen:
            break
        source = Source(text)
        answers += [
            Answer(finding, fix, tuple(source.at(edit.span) for edit in fix.edits))
            for finding, fix in found
            if fix in chosen
        ]
        seen.add(following)
        text = following
    return Mended(text, tuple(answers))
