"""How a scenario went: its course, and where it parted from what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from policy_engine.diagnostics.span import Span
from policy_engine.model.scenarios import ExpectedAction, Scenario
from policy_engine.model.types import Value
from policy_engine.session.course import Moment
from policy_engine.session.decision import Action

Matter = Literal[
    "verdict",
    "record",
    "states",
    "context",
    "actions",
    "never",
    "allowed",
    "forbidden",
    "obligations",
    "overdue",
    "done",
    "outcome",
]
Shown = Value | tuple[str, ...] | tuple[Action | ExpectedAction, ...] | None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is not as expected. `name` is the variable, event or action it is about, if any."""

    matter: Matter
    name: str | None
    expected: Shown
    actual: Shown


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a scenario first parts from what it expects. `step` is None for the expectation at its end."""

    step: int | None
    span: Span
    mismatches: tuple[Mismatch, ...]


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """How a scenario went: everything up to its end, or up to and including the first step that failed."""

    scenario: Scenario
    course: tuple[Moment, ...]
    difference: Difference | None

    @property
    def passed(self) -> bool:
        """Whether everything was as expected."""
        return self.difference is None
