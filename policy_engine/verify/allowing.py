"""Comments that let a finding be: `# policy-engine: allow CODE - reason`.

On the line of the finding, or on the line above it; `allow-file` holds for the whole file. A comment that has
no reason, names no rule, or lets nothing be is itself told about. Mistakes are never let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from policy_engine.diagnostics.catalogue import messages
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.comments import Comment, comments_of
from policy_engine.document.text import read_text
from policy_engine.verify.rules.registry import rules

Word = Literal["allow", "allow-file"]
_MARK = "policy-engine:"
_ADDRESSED = re.compile(rf"#+\s*{re.escape(_MARK)}\s*(?P<rest>.*)")
_ALLOWS = re.compile(
    r"(?P<word>allow-file|allow)\s+(?P<codes>[\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:\s[-–—]\s*(?P<why>.*))?$"
)
_CODE = re.compile(r"[\w-]+")


@dataclass(slots=True)
class Allowance:
    """One code that a comment lets be, and in which lines; None is the whole file."""

    code: str
    span: Span
    lines: tuple[int, ...] | None
    used: bool = field(default=False)


def let_be(
    findings: Sequence[Diagnostic], source: str | bytes, name: str, *, whole: bool
) -> Sequence[Diagnostic]:
    """The findings of a file without those that its comments let be, and with what is wrong with these.

    whole: whether everything was looked for, so that a comment that lets nothing be is told about.
    """
    mark = _MARK if isinstance(source, str) else _MARK.encode()
    if mark not in source:  # type: ignore[operator]  # both are texts, or both bytes
        return findings
    text = read_text(source, name, Diagnostics())
    if text is None:
        return findings
    sink = Diagnostics()
    allowances = list(_read(text, name, sink))
    left = []
    for item in findings:
        fitting = [one for one in allowances if _fits(one, item)]
        for one in fitting:
            one.used = True
        if not fitting:
            left.append(item)
    for one in allowances:
        if whole and not one.used:
            sink.warning("allow-in-vain", one.span, name=one.code)
    return sorted([*left, *sink], key=lambda item: (item.span.order, item.code))


def _fits(allowance: Allowance, item: Diagnostic) -> bool:
    inside = allowance.lines is None or item.line in allowance.lines
    return inside and item.code == allowance.code and item.severity != "error"


def _read(text: str, name: str, sink: Diagnostics) -> Iterator[Allowance]:
    lines = text.split("\n")
    for comment in comments_of(text):
        addressed = _ADDRESSED.match(comment.text)
        if addressed is None:
            continue
        allows = _ALLOWS.match(addressed["rest"].rstrip())
        if allows is None:
            sink.warning("allow-unreadable", _span(comment, 0, len(comment.text.rstrip()), name))
            continue
        start = addressed.start("rest")
        first, last = allows.span("codes")
        codes = [
            (match[0], _span(comment, start + match.start(), start + match.end(), name))
            for match in _CODE.finditer(allows.string, first, last)
        ]
        if not (allows["why"] or "").strip():
            place = _span(comment, start + first, start + last, name)
            names = [code for code, _ in codes]
            sink.warning("allow-without-reason", place, codes=names, first=names[0], word=allows["word"])
            continue
        where = None if allows["word"] == "allow-file" else _lines(comment, lines)
        yield from (Allowance(code, span, where) for code, span in codes if _is_rule(code, span, sink))


def _is_rule(code: str, span: Span, sink: Diagnostics) -> bool:
    """Whether a comment may let this be; tells about it if not."""
    known = rules()
    rule = known.get(code)
    if rule is not None and rule.can_be_allowed:
        return True
    if rule is not None or code in messages():
        sink.warning("allow-of-mistake", span, name=code)
    else:
        near = closest(code, [name for name, one in known.items() if one.can_be_allowed])
        sink.warning("allow-unknown-rule", span, name=code, suggestion=near)
    return False


def _lines(comment: Comment, lines: Sequence[str]) -> tuple[int, ...]:
    """The line of a comment; and the next one with something in it, where nothing or only a key stands before
    the comment.
    """
    before = comment.before.strip()
    if before and not before.endswith(":"):
        return (comment.line,)
    following = (
        number
        for number, line in enumerate(lines[comment.line :], start=comment.line + 1)
        if line.strip() and not line.lstrip().startswith("#")
    )
    return (comment.line, next(following, comment.line))


def _span(comment: Comment, start: int, end: int, name: str) -> Span:
    return Span(name, comment.line, comment.column + start, comment.line, comment.column + end)
