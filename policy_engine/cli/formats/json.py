"""For programs of your own: one JSON object."""

from __future__ import annotations

from policy_engine.cli.encode import encode
from policy_engine.cli.formats.found import Found
from policy_engine.diagnostics.diagnostic import Diagnostic


def json_text(found: Found) -> str:
    """The findings as JSON."""
    return encode(
        {
            "files": list(found.sources),
            "errors": found.errors,
            "warnings": found.warnings,
            "information": found.information,
            "properties": found.proofs._asdict(),
            "diagnostics": [_object(item) for item in found.findings],
        }
    )


def _object(item: Diagnostic) -> dict[str, object]:
    return {
        "code": item.code,
        "severity": item.severity,
        "message": item.message,
        "help": item.help,
        "course": list(item.trail),
        "file": item.file,
        "line": item.line,
        "column": item.column,
        "end_line": item.end_line,
        "end_column": item.end_column,
    }
