"""For people: each finding with its line, a mark and what to write instead; in colour at a terminal."""

from __future__ import annotations

import sys

from policy_engine.cli.findings import print_findings, summary
from policy_engine.cli.formats.found import Found


def print_text(found: Found) -> None:
    """Prints the findings and a last line that sums them up; nothing where no file could be read."""
    if found.findings:
        print_findings(found.findings, found.sources, found.language, sys.stdout)
    if found.sources:
        print(summary(found.findings, len(found.sources), found.proofs, found.language))
