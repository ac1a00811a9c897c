"""SARIF 2.1.0 (OASIS, errata 01): what code scanning of GitHub and GitLab and the viewers in editors read.

Columns are UTF-16 code units, the unit that every viewer knows. A course that shows a finding is a code flow;
it has no places of its own, so each of its steps is shown at the finding.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from policy_engine import __version__
from policy_engine.authoring.fixing import fix_of
from policy_engine.cli.formats.found import Found, Unread, uri_of
from policy_engine.diagnostics.catalogue import abouts, outline
from policy_engine.diagnostics.columns import utf16_column
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.printing import shown
from policy_engine.diagnostics.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ELSEWHERE = {"en": "it also concerns this line", "nl": "het gaat ook om deze regel"}

_LEVELS = {"error": "error", "warning": "warning", "information": "note"}

_Object = dict[str, Any]


def sarif_text(found: Found) -> str:
    """The findings as a log of one run."""
    codes = list(dict.fromkeys(item.code for item in found.findings))
    places = _Places(found)
    driver = {
        "name": "policy-engine",
        "version": __version__,
        "semanticVersion": __version__,
        "language": found.language,
        "rules": [_rule(code, found) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": found.language,
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(found.unread)],
        "artifacts": [places.artifact(name) for name in found.sources],
        "results": _results(found, codes, places),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, found: Found) -> _Object:
    level = next(item.severity for item in found.findings if item.code == code)
    described = {language: _described(code, language) for language in ("en", "nl")}
    short, full = described[found.language]
    helps = "\n\n".join(" – ".join(dict.fromkeys(parts)) for parts in described.values())
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in code.split("-")),
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": helps, "markdown": helps},
        "defaultConfiguration": {"level": level},
    }


def _described(code: str, language: str) -> tuple[str, str]:
    """What a code is about, and why that matters or what to do."""
    about = abouts().get(code)
    if about is not None:
        return (about.nl, about.why_nl) if language == "nl" else (about.en, about.why_en)
    message, advice = outline(code, language)
    return message, advice or message


def _invocation(unread: Sequence[Unread]) -> _Object:
    invocation: _Object = {"executionSuccessful": not unread}
    if unread:
        invocation["toolExecutionNotifications"] = [
            {"level": "error", "descriptor": {"id": item.code}, "message": {"text": shown(item.message)}}
            for item in unread
        ]
    return invocation


class _Places:
    """Where things stand, in SARIF's words."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._index = {name: index for index, name in enumerate(found.sources)}

    def artifact(self, name: str) -> _Object:
        """A file that was checked."""
        return {"location": _location(name), "encoding": "UTF-8", "roles": ["analysisTarget"]}

    def of(self, item: Diagnostic) -> _Object:
        """Where a finding is."""
        return self._place(item.file, self._region(item.span))

    def fixes(self, item: Diagnostic) -> list[_Object]:
        """What to write instead, where there is one right answer."""
        lines = self._found.lines.get(item.file)
        fix = None if lines is None else fix_of(item, "\n".join(lines))
        if fix is None:
            return []
        replacements = [
            {"deletedRegion": self._region(edit.span), "insertedContent": {"text": edit.text}}
            for edit in fix.edits
        ]
        change = {"artifactLocation": _location(item.file), "replacements": replacements}
        return [{"description": {"text": shown(item.help or item.message)}, "artifactChanges": [change]}]

    def line(self, item: Diagnostic, line: int) -> _Object:
        """Another line of the file that a finding is in."""
        return self._place(item.file, {"startLine": line})

    def _region(self, span: Span) -> dict[str, int]:
        return {
            "startLine": span.line,
            "startColumn": utf16_column(self._found.line(span.file, span.line), span.column),
            "endLine": span.end_line,
            "endColumn": utf16_column(self._found.line(span.file, span.end_line), span.end_column),
        }

    def _place(self, name: str, region: Mapping[str, int]) -> _Object:
        artifact = _location(name)
        if name in self._index:
            artifact["index"] = self._index[name]
        return {"physicalLocation": {"artifactLocation": artifact, "region": dict(region)}}


def _location(name: str) -> _Object:
    uri = uri_of(name)
    inside = not uri.startswith(("file:", "../"))
    return {"uri": uri, "uriBaseId": "%SRCROOT%"} if inside else {"uri": uri}


def _results(found: Found, codes: Sequence[str], places: _Places) -> list[_Object]:
    results = []
    seen: Counter[str] = Counter()
    for item in found.findings:
        print_ = _print_of(item.code, found.line(item.file, item.line))
        seen[print_] += 1
        result: _Object = {
            "ruleId": item.code,
            "ruleIndex": codes.index(item.code),
            "level": _LEVELS[item.severity],
            "message": {"text": _message(item)},
            "locations": [places.of(item)],
            # The line's own text and not its number: lines above it may come and go.
            "partialFingerprints": {"primaryLocationLineHash": f"{print_}:{seen[print_]}"},
        }
        other = item.fields.get("line")
        if isinstance(other, int) and other != item.line:
            place = places.line(item, other)
            result["relatedLocations"] = [{"id": 1, **place, "message": {"text": _ELSEWHERE[found.language]}}]
        if item.trail:
            steps = [
                {"location": {**places.of(item), "message": {"text": shown(line)}}} for line in item.trail
            ]
            result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
        fixes = places.fixes(item)
        if fixes:
            result["fixes"] = fixes
        results.append(result)
    return results


def _print_of(code: str, line: str) -> str:
    return sha256(f"{code}\0{line.strip()}".encode("utf-8", "replace")).hexdigest()[:16]


def _message(item: Diagnostic) -> str:
    said = [shown(item.message)]
    if item.help is not None:
        said.append(shown(item.help))
    # `[text](1)` would be read as a link to a related location.
    return "\n".join(said).replace("](", "] (")
