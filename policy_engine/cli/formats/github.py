"""Annotations of GitHub Actions: a line of the log that GitHub shows beside the line of the file.

The form and what is escaped in it are those of GitHub's "Workflow commands": `%`, carriage return and line
feed everywhere, in the properties `:` and `,` too. A column may only be given for a finding on one line.
"""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.cli.formats.found import Found, shown_name
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.printing import seen, shown

_LEVELS = {"error": "error", "warning": "warning", "information": "notice"}


def github_text(found: Found) -> str:
    """A line for each finding and for each file that could not be read."""
    lines = [_annotation(item) for item in found.findings]
    lines += [f"::error title={_property(item.code)}::{_data(shown(item.message))}" for item in found.unread]
    return "".join(f"{line}\n" for line in lines)


def _annotation(item: Diagnostic) -> str:
    place = {"file": shown_name(item.file), "line": str(item.line), "endLine": str(item.end_line)}
    if item.line == item.end_line:
        place |= {"col": str(item.column), "endColumn": str(max(item.column, item.end_column - 1))}
    place["title"] = item.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{_LEVELS[item.severity]} {properties}::{_data(chr(10).join(_said(item)))}"


def _said(item: Diagnostic) -> Iterable[str]:
    yield shown(item.message)
    if item.help is not None:
        yield shown(item.help)
    for number, line in enumerate(item.trail, start=1):
        yield f"{number}. {shown(line)}"


def _data(text: str) -> str:
    text = "".join(one if one in "\r\n" else seen(one) for one in text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
