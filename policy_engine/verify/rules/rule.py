"""What a rule of lint is: a code of the catalogue, how much it weighs, and who finds it.

A rule looks at one of three things, each dearer than the one before: the chart as it is written, the courses
of one choice of parameters (what can happen), or all courses together (what never happens). What is found
while a file is read or proved has a rule too, which finds nothing itself, so that it can be listed, explained
and allowed like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from policy_engine.diagnostics.diagnostic import Severity
from policy_engine.diagnostics.span import Span
from policy_engine.records import record
from policy_engine.verify.rules.seen import Seen
from policy_engine.verify.rules.survey import Survey
from policy_engine.verify.rules.view import View


class Finding(NamedTuple):
    """A place, and the fields of the message about it."""

    span: Span
    fields: Mapping[str, object]


def found(span: Span, **fields: object) -> Finding:
    """A finding at a place."""
    return Finding(span, fields)


Findings = Iterator[Finding]


@record
class Rule:
    """A rule. At most one of `chart`, `courses` and `never` is there; none where others find it."""

    code: str
    severity: Severity
    chart: Callable[[View], Findings] | None = None
    courses: Callable[[Survey], Findings] | None = None
    never: Callable[[Seen], Findings] | None = None
    marked: bool = True  # whether a comment with a reason can let it be

    @property
    def can_be_allowed(self) -> bool:
        """Whether a comment with a reason can let a finding of it be."""
        return self.marked and self.severity != "error"
