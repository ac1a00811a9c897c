"""Signs and words that conditions do not know, in the form that they know."""

from __future__ import annotations

import re

from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Edit, Fix

_GLUED = re.compile(r"[\w)\]('\"]")  # needs a space between itself and a word


def word(finding: Diagnostic, source: Source) -> Fix:
    """`and` for `&&`, with a space at each side where it needs one."""
    meant = str(finding.fields["meant"])
    before, after = source.around(finding.span)
    if meant.isalpha():
        first = source.scalar_at(finding.span)[1:3] == (finding.span.line, finding.span.column - 1)
        glued = _GLUED.match(before) is not None and not first
        meant = f"{' ' if glued else ''}{meant}{' ' if _GLUED.match(after) else ''}"
    return Fix((Edit(finding.span, meant),))


def quoted_text(finding: Diagnostic, source: Source) -> Fix | None:
    """A text between single quotes, where no others are around the condition."""
    if source.style_at(finding.span) != "":
        return None
    return _in_place(finding, source, str(finding.fields["meant"]))


def member(finding: Diagnostic, source: Source) -> Fix | None:
    """A member between single quotes, or `in_state('...')` around a state."""
    meant = finding.fields.get("meant")
    text = f"in_state('{finding.fields['state']}')" if meant is None else f"'{meant}'"
    if source.style_at(finding.span) == "'":
        text = text.replace("'", "''")
    return _in_place(finding, source, text)


def _in_place(finding: Diagnostic, source: Source, text: str) -> Fix:
    """A text in the place of a finding; a condition that would begin with a quote gets quotes around it."""
    whole = source.scalar_at(finding.span)
    if source.style_at(finding.span) == "" and text.startswith("'") and whole[1:3] == finding.span[1:3]:
        rest = source.at(whole)[len(source.at(finding.span)) :]
        return Fix((Edit(whole, f'"{text}{rest}"'),))
    return Fix((Edit(finding.span, text),))
