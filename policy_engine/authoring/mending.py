"""The one right answer to each finding that has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Edit, Fix

Mend = Callable[[Diagnostic, Source], Fix | None]


def _quoted(finding: Diagnostic, source: Source) -> Fix:
    """The same between double quotes."""
    return Fix((Edit(finding.span, f'"{source.at(finding.span)}"'),))


MENDING: Mapping[str, Mend] = {
    "unquoted-version": _quoted,
}
