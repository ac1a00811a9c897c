"""Scenarios: calls written down beforehand, with what must come of them. They are a policy's tests.

Free of YAML and pydantic, like the chart: every name is resolved against one policy, every value fits its
type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Words
from policy_engine.model.duration import Duration
from policy_engine.model.types import Value


@dataclass(frozen=True, slots=True)
class ExpectedAction:
    """An action that must have been asked for. Only the parameters that are named are compared."""

    name: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must hold at one moment. None, or nothing named: not looked at.

    `states` are all active leaf states; `actions` are all actions since the start, in order; `allowed` and
    `forbidden` name events that must be among those allowed or forbidden now; `never` names actions that were
    not asked for since the start. `obligations` are all that is open, `overdue` names some that are overdue;
    both name fields of records, too, as `action.field`.
    """

    span: Span
    states: tuple[str, ...] | None = None
    context: Mapping[str, Value] = field(default_factory=dict)
    actions: tuple[ExpectedAction, ...] | None = None
    never: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    obligations: tuple[str, ...] | None = None
    overdue: tuple[str, ...] = ()
    done: bool | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class EventStep:
    """An event and the verdict it must get. `by` is a role, or a role and a person; None: the first role that
    may report it. `line` is what is said.
    """

    span: Span
    event: str
    data: Mapping[str, Value] = field(default_factory=dict)
    by: str | tuple[str, str] | None = None
    facts: Mapping[str, Value] = field(default_factory=dict)
    verdict: str = "applied"
    line: Words = field(default_factory=dict)

    @property
    def role(self) -> str | None:
        """The role in `by`."""
        return self.by[0] if isinstance(self.by, tuple) else self.by


@dataclass(frozen=True, slots=True)
class WaitStep:
    """Time goes by; what is due fires."""

    span: Span
    duration: Duration


@dataclass(frozen=True, slots=True)
class LearnStep:
    """New facts come in without an event."""

    span: Span
    facts: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class FillStep:
    """Somebody fills in fields of the record of an action; `by` as in EventStep, None: the policy has no
    roles.
    """

    span: Span
    action: str
    values: Mapping[str, Value]
    by: str | tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ExpectStep:
    """Looks without touching."""

    span: Span
    expectation: Expectation


ScenarioStep = EventStep | WaitStep | LearnStep | FillStep | ExpectStep


@dataclass(frozen=True, slots=True)
class Scenario:
    """One call. The texts are for people: the tests and the printed role-plays have one source."""

    name: str
    span: Span
    steps: tuple[ScenarioStep, ...]
    expect: Expectation | None = None
    parameters: Mapping[str, Value] = field(default_factory=dict)
    facts: Mapping[str, Value] = field(default_factory=dict)
    title: Words = field(default_factory=dict)
    story: Words = field(default_factory=dict)
    goals: Words = field(default_factory=dict)
    questions: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """The scenarios of one policy, by name, in the order of the file."""

    file: str
    policy: str
    scenarios: Mapping[str, Scenario]
