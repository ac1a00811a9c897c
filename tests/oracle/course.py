"""One way to drive a policy for the tests, whether the oracle runs it or the compiled table.

Times are seconds since a Monday morning; actions are given as their names, with parameters where
there are any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from textwrap import dedent, indent
from typing import Any, Protocol

from tests.oracle.naive import Naive, Report
from tests.oracle.plain import read_plain

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
SECOND = 10**9
Asked = str | tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Outcome:
    """What one call did, in the same words for both."""

    verdict: str
    states: tuple[str, ...]
    configuration: tuple[str, ...]
    exited: tuple[str, ...]
    entered: tuple[str, ...]
    actions: tuple[Asked, ...]
    context: Mapping[str, Any]
    dropped: tuple[str, ...]
    text: str | None
    prior: tuple[tuple[float, Outcome], ...]


class Course(Protocol):
    """A session that is under way."""

    opening: Outcome

    def send(
        self,
        event: str,
        *,
        data: dict[str, Any] | None = None,
        by: str | tuple[str, str] | None = None,
        facts: dict[str, Any] | None = None,
        now: float | None = None,
    ) -> Outcome: ...

    def learn(self, facts: dict[str, Any], now: float | None = None) -> Outcome: ...

    def advance(self, now: float) -> tuple[tuple[float, Outcome], ...]: ...

    @property
    def outcome(self) -> str | None: ...


class Start(Protocol):
    """Starts a session at time 0 from the text of a policy."""

    def __call__(self, policy: str, *, facts: dict[str, Any] | None = None, **parameters: Any) -> Course: ...


def policy(states: str, *, initial: str, events: str = "", actions: str = "", more: str = "") -> str:
    """A small policy: states as YAML, names of events and actions between blanks, further sections."""
    declared = {"events": events.split(), "actions": actions.split()}
    sections = ["policy: small", "format: 1", 'version: "1.0.0"', dedent(more).strip()]
    for name, entries in declared.items():
        if entries:
            sections += [f"{name}:", *(f"  {entry}: {{}}" for entry in entries)]
    sections += [f"initial: {initial}", "states:", indent(dedent(states).strip(), "  ")]
    return "\n".join(section for section in sections if section) + "\n"


class NaiveCourse:
    """The oracle."""

    def __init__(self, text: str, facts: dict[str, Any] | None, parameters: dict[str, Any]) -> None:
        self.session = Naive(read_plain(text), facts, 0, **parameters)
        self.opening = from_report(self.session.opening)

    def send(
        self,
        event: str,
        *,
        data: dict[str, Any] | None = None,
        by: str | tuple[str, str] | None = None,
        facts: dict[str, Any] | None = None,
        now: float | None = None,
    ) -> Outcome:
        return from_report(self.session.send(event, data, by, facts, nanoseconds(now)))

    def learn(self, facts: dict[str, Any], now: float | None = None) -> Outcome:
        return from_report(self.session.learn(facts, nanoseconds(now)))

    def advance(self, now: float) -> tuple[tuple[float, Outcome], ...]:
        return fired(self.session.advance(round(now * SECOND)))

    @property
    def outcome(self) -> str | None:
        return self.session.outcome


def from_report(report: Report, *, timer: bool = False) -> Outcome:
    """A timer's outcome leaves out the configuration and context: a decision of the past has none."""
    return Outcome(
        report.verdict,
        report.states,
        () if timer else report.configuration,
        report.exited,
        report.entered,
        tuple((name, params) if params else name for name, params in report.actions),
        {} if timer else report.context,
        report.dropped,
        report.text,
        fired(report.prior),
    )


def fired(reports: list[tuple[int, Report]]) -> tuple[tuple[float, Outcome], ...]:
    return tuple((due / SECOND, from_report(one, timer=True)) for due, one in reports)


def nanoseconds(now: float | None) -> int | None:
    return None if now is None else round(now * SECOND)


def moment(seconds: float) -> datetime:
    return MONDAY + timedelta(seconds=seconds)
