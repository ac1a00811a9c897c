"""Lays a file out as the ready policies are.

Two spaces for each level; one space where one belongs; no spaces at the end of a line; never two blank lines;
one behind a section of the file that is longer than a line; quotes only where they are needed. Every
comment stays, in its place. What the file says stays too, with the order of its keys, so that a policy's
digest is the same afterwards: that is looked at each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policy_engine.authoring.layout.rows import NotForUs, Row, rows_of
from policy_engine.authoring.layout.words import gap, written
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Atom, MappingNode, Node, SequenceNode, Word
from policy_engine.document.read import read_document
from policy_engine.document.tokens import tokens_of

SECTIONS = frozenset(
    (
        "actions", "context", "events", "exports", "facts", "guards", "parameters", "properties", "roles",
        "scenarios", "sources", "statements", "states",
    )
)  # fmt: skip
COMMENT_APART = 2  # spaces at least before a comment behind something


def formatted(text: str, name: str, sink: Diagnostics) -> str | None:
    """A text laid out; None where it has mistakes of form, which go to `sink`.

    text: no byte-order mark, lines that end in a line feed. name: what places are reported under.
    """
    found = Diagnostics()
    before = read_document(text, name, found)
    if before is None or found.has_errors:
        sink.items += found.items
        return None
    try:
        rows = rows_of(text, tokens_of(text))
    except NotForUs:
        return text
    lines = _spaced(_moved(rows), rows)
    laid_out = "\n".join([*lines, ""])
    after = read_document(laid_out, name, Diagnostics())
    assert after is not None
    assert same(before.root, after.root), "the layout changed what the file says"
    return laid_out


def same(one: Node, other: Node) -> bool:
    """Whether two nodes say the same, in the same order."""
    if isinstance(one, MappingNode) and isinstance(other, MappingNode):
        return list(one) == list(other) and all(map(same, one.values(), other.values()))
    if isinstance(one, SequenceNode) and isinstance(other, SequenceNode):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Word) and isinstance(other, Word):
        return str(one) == str(other)
    return isinstance(one, Atom) and isinstance(other, Atom) and one.text == other.text


# -- lines ---------------------------------------------------------------------------------------------------


def _moved(rows: Sequence[Row]) -> list[str]:
    """The rows with everything in its place, but for comments on rows of their own and for blank rows."""
    shifts: dict[int, int] = {}
    lines = []
    for number, row in enumerate(rows):
        if row.indent is not None:
            shifts[number] = row.indent - row.old_indent
            lines.append(" " * row.indent + _body(row))
        elif row.above is not None:
            shifts[number] = shifts[row.above]
            lines.append(_shifted(row, shifts[number]))
        else:
            lines.append(row.text.strip())
    return lines


def _shifted(row: Row, by: int) -> str:
    """A row that goes on with one above, moved as far as that one."""
    spaces = max(0, row.old_indent + by)
    if not row.inside:
        return " " * spaces + _body(row)
    if row.is_blank:
        return row.text[-by:] if by < 0 else " " * by + row.text if row.text else ""
    return " " * spaces + _rest(row)


def _rest(row: Row) -> str:
    """A row that begins inside a text: the text is left as it is, what comes behind it is laid out."""
    if not row.tokens:
        return row.text.lstrip(" ")
    first = row.tokens[0].start
    head = row.text[:first].lstrip(" ")
    return (
        head.rstrip()
        + (" " if head != head.rstrip() and row.tokens[0].token.kind not in _TIGHT else "")
        + _body(row)
    )


_TIGHT = ("FlowEntry", "FlowMappingEnd", "FlowSequenceEnd", "Value")


def _body(row: Row) -> str:
    """The tokens of a row with what belongs between them, and its comment."""
    parts: list[str] = []
    end = 0
    for place, placed in enumerate(row.tokens):
        if place:
            parts.append(gap(row.tokens[place - 1], placed, row.text[end : placed.start]))
        if placed.end is None:
            parts.append(row.text[placed.start :])
            return "".join(parts)
        parts.append(written(placed, row.text[placed.start : placed.end]))
        end = placed.end
    body = "".join(parts)
    tail = row.text[end:]
    comment = tail.strip()
    if not comment:
        return body
    pad = len(tail) - len(tail.lstrip())
    was = row.text[row.tokens[0].start : end] if row.tokens else ""
    if body != was:
        pad += len(was) - len(body)  # the comment stays in its column where it can
    return f"{body}{' ' * max(COMMENT_APART, pad)}{comment}"


# -- comments and blank rows ---------------------------------------------------------------------------------


def _spaced(lines: list[str], rows: Sequence[Row]) -> list[str]:
    """The lines with comments beside what they belong to, and blank lines where they belong."""
    for number, row in enumerate(rows):
        if row.is_comment:
            lines[number] = " " * _indent_of_comment(number, rows, lines) + row.text.strip()
    apart = _sections_apart(rows)
    found: list[str] = []
    for number, line in enumerate(lines):
        row = rows[number]
        if row.inside:
            found.append(line)
            continue
        if number in apart and found and found[-1]:
            found.append("")
        if not row.is_blank:
            found.append(line.rstrip())
        elif found and found[-1]:
            found.append("")
    while found and not found[-1]:
        found.pop()
    return found


def _indent_of_comment(number: int, rows: Sequence[Row], lines: Sequence[str]) -> int:
    """Where what it belongs to begins: the next thing, if the comment is no deeper than that, else the
    nearest above that is no deeper than the comment.
    """
    own = rows[number].old_indent
    below = next((at for at in range(number + 1, len(rows)) if rows[at].tokens), None)
    if below is not None and rows[below].old_indent >= own:
        return _indent(lines[below])
    above = range(number - 1, -1, -1)
    holder = next((at for at in above if rows[at].tokens and rows[at].old_indent <= own), None)
    return max((_indent(lines[at]) for at in (holder, below) if at is not None), default=0)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _sections_apart(rows: Sequence[Row]) -> set[int]:
    """The rows before which a blank line belongs: behind a section that is longer than a line."""
    keys = [number for number, row in enumerate(rows) if row.indent == 0 and row.tokens[0].is_key]
    found = set()
    for first, second in pairwise(keys):
        between = rows[first + 1 : second]
        start = second
        while rows[start - 1].is_comment and rows[start - 1].old_indent <= rows[second].old_indent:
            start -= 1
        if rows[first].tokens[0].token.value in SECTIONS and any(row.tokens or row.inside for row in between):
            found.add(start)
    return found
