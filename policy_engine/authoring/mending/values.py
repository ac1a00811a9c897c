"""Values that can only have meant one thing."""

from __future__ import annotations

from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Edit, Fix
from policy_engine.diagnostics.suggest import Likely


def quoted(finding: Diagnostic, source: Source) -> Fix:
    """The same between double quotes."""
    return Fix((Edit(finding.span, f'"{source.at(finding.span)}"'),))


def suggested(finding: Diagnostic, source: Source) -> Fix | None:
    """What is suggested, which was worked out from what was written: `2 minutes` is `2 min`."""
    meant = finding.fields.get("suggestion")
    if not isinstance(meant, str):
        return None
    return Fix((Edit(finding.span, _like(source.at(finding.span), meant)),))


def typed(finding: Diagnostic, source: Source) -> Fix | None:
    """A text between quotes where YAML reads a number, `true` for `yes`, and the format as a number."""
    meant = finding.fields.get("suggestion")
    written = source.at(finding.span)
    if not isinstance(meant, str) or isinstance(meant, Likely):
        return None
    if meant in (f'"{written}"', "`true`", "`false`"):
        return Fix((Edit(finding.span, meant.strip("`")),))
    if meant == "`format: 1`" and written.strip("'\"") in ("1", "1.0"):
        return Fix((Edit(finding.span, "1"),))
    return None


def date(finding: Diagnostic, source: Source) -> Fix | None:
    """The date as it is written here, where day and month cannot be taken for each other."""
    meant = finding.fields.get("suggestion")
    if not isinstance(meant, str):
        return None
    _, month, day = meant.split("-")
    return suggested(finding, source) if int(day) > 12 or month == day else None


def _like(written: str, meant: str) -> str:
    """What is meant between the quotes of what was written."""
    quote = written[:1] if written[:1] in ("'", '"') else ""
    return f"{quote}{meant}{quote}"
