"""The one right answer to a finding, where there is one: what `check --fix` and editors write.

A finding may carry its `fix`. For the rest of them the answer follows from the code, its fields and the text:
one function for each code, in `mending.table`. A name that was hardly misspelt has one for every code.
"""

from __future__ import annotations

from policy_engine.authoring.mending.entries import names_beside
from policy_engine.authoring.mending.table import MENDING
from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Edit, Fix
from policy_engine.diagnostics.suggest import Likely


def fix_of(finding: Diagnostic, text: str) -> Fix | None:
    """What to write instead, or None where a person has to decide.

    text: of the file that the finding is about, as it was read: no byte-order mark, lines that end in a line
    feed.
    """
    if finding.fix is not None:
        return finding.fix
    source = Source(text)
    mend = MENDING.get(finding.code)
    return _meant(finding, source) if mend is None else mend(finding, source)


def _meant(finding: Diagnostic, source: Source) -> Fix | None:
    """The known name that was meant in the place of one that is hardly misspelt."""
    meant = finding.fields.get("suggestion")
    if not isinstance(meant, Likely) or not meant.sure:
        return None
    written = source.at(finding.span)
    quote = written[:1] if written[:1] in ("'", '"') and written[-1:] == written[:1] else ""
    if written.strip("'\"") not in finding.fields.values():
        return None  # the place holds more than the name
    if meant in names_beside(finding.span, source):
        return None  # it would stand there twice
    return Fix((Edit(finding.span, f"{quote}{meant}{quote}"),))
