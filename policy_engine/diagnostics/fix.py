"""What to write instead, ready to be written: edits of the text that a finding is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policy_engine.diagnostics.span import Span
from policy_engine.records import record


@record
class Edit:
    """Puts `text` in the place of what stands in `span`: "" takes it away, an empty span only adds."""

    span: Span
    text: str


@record
class Fix:
    """The one right answer to a finding. The edits are all made, or none; they do not overlap."""

    edits: tuple[Edit, ...]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made. Its lines end in a line feed; the edits do not overlap."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    parts, at = [], 0
    for start, end, new in sorted(_offsets(edit, starts) for edit in edits):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def apart(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """Fixes that can be made together: of those whose edits touch each other, the first.

    What stands next to an edit may have been read with it in mind, so edits that only touch wait too.
    """
    chosen: list[Fix] = []
    taken: list[Span] = []
    for fix in fixes:
        spans = [edit.span for edit in fix.edits]
        if not any(_touch(one, other) for one in spans for other in taken):
            chosen.append(fix)
            taken += spans
    return tuple(chosen)


def _touch(one: Span, other: Span) -> bool:
    return one[1:3] <= other[3:5] and other[1:3] <= one[3:5]


def _offsets(edit: Edit, starts: Sequence[int]) -> tuple[int, int, str]:
    span = edit.span
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1, edit.text
