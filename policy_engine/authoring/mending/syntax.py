"""What YAML cannot read as it was meant. An answer that leaves the file unreadable there is none."""

from __future__ import annotations

import re

from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.fix import Edit, Fix, edited
from policy_engine.diagnostics.span import Span
from policy_engine.document.read import read_document

_HARD = "\u00a0"
_COMMENT = re.compile(r"\s#")


def sentence(finding: Diagnostic, source: Source) -> Fix | None:
    """The whole sentence between double quotes."""
    if source.around(finding.span)[1] == ":":
        return text_of_line(finding, source)  # it was told by what stands before its colon
    return _readable(Fix((_quoted(finding.span, source),)), finding, source)


def text_of_line(finding: Diagnostic, source: Source) -> Fix | None:
    """The text up to the end of its line between double quotes."""
    span = finding.span
    line = source.lines[span.line - 1]
    comment = _COMMENT.search(line, span.column)
    end = len(line[: comment.start() if comment else None].rstrip())
    whole = Span(span.file, span.line, span.column, span.line, end + 1)
    return _readable(Fix((_quoted(whole, source),)), finding, source)


def tabs(finding: Diagnostic, source: Source) -> Fix | None:
    """Spaces for the tabs at the beginning of lines: two for each level."""
    edits = []
    indent, before, opens = 0, "", False
    for number, line in enumerate(source.lines, start=1):
        content = line.lstrip()
        blank = line[: len(line) - len(content)]
        if not content:
            continue
        if "\t" not in blank:
            indent = len(blank)
        else:
            if "\t" in before:
                indent = max(0, indent + 2 * (blank.count("\t") - before.count("\t")))
            elif opens:
                indent += 2
            edits.append(Edit(Span(finding.file, number, 1, number, len(blank) + 1), " " * indent))
        before, opens = blank, content.endswith(":")
    return _readable(Fix(tuple(edits)), finding, source)


def hard_spaces(finding: Diagnostic, source: Source) -> Fix | None:
    """A space for each hard space at the beginning of a line."""
    edits = []
    for number, line in enumerate(source.lines, start=1):
        blank = line[: len(line) - len(line.lstrip())]
        if _HARD in blank:
            place = Span(finding.file, number, 1, number, len(blank) + 1)
            edits.append(Edit(place, blank.replace(_HARD, " ")))
    return _readable(Fix(tuple(edits)), finding, source)


def space_after_colon(finding: Diagnostic, source: Source) -> Fix | None:
    """A space behind the colon."""
    span = finding.span
    behind = Span(span.file, span.line, span.end_column, span.line, span.end_column)
    return _readable(Fix((Edit(behind, " "),)), finding, source)


def _quoted(span: Span, source: Source) -> Edit:
    text = source.at(span).replace("\\", "\\\\").replace('"', '\\"')
    return Edit(span, f'"{text}"')


def _readable(fix: Fix, finding: Diagnostic, source: Source) -> Fix | None:
    """A fix after which the same place can be read."""
    sink = Diagnostics()
    read_document(edited(source.text, fix.edits), finding.file, sink)
    return None if any(item.line <= finding.line for item in sink) else fix
