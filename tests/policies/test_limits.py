"""No course of a call goes past the limits of the flagship, whatever happens and whoever reports it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest

from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies
from policy_engine.session.decision import Decision

# All calls there are takes seconds, and aims at the policy, not at lines.
pytestmark = pytest.mark.no_cover

POLICY = load_policy(ready_policies()["aggressive_caller"])
BEGIN = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)  # an earlier moment than the last one counts as the last one
AT_RISK = ("no", "yes", "unknown")


class Step(NamedTuple):
    """One event in a call: where it came, whether the caller was at risk, and what came of it."""

    states: tuple[str, ...]
    warnings: tuple[object, object]  # before and after
    at_risk: bool  # by what the file says, or because the agent is worried
    decision: Decision

    @property
    def short(self) -> tuple[str | None, str]:
        return self.decision.event, self.decision.verdict.value

    @property
    def actions(self) -> set[str]:
        return {action.name for action in self.decision.actions}


@cache
def steps(max_warnings: int, at_risk: str) -> tuple[Step, ...]:
    """Every event from every role, at every place that a call can come to."""
    policy = POLICY.with_parameters(max_warnings=max_warnings)
    todo = [policy.start({"at_risk": at_risk}, now=BEGIN).snapshot()]
    seen: set[object] = set()
    found = []
    while todo:
        snapshot = todo.pop()
        # Most events lead to where a call has been already; that is seen without going there.
        place = (*snapshot["configuration"], *snapshot["context"].values(), len(snapshot["timers"]))
        if place in seen:
            continue
        seen.add(place)
        here = policy.resume(snapshot)
        told = at_risk != "no" or here.context["worried"] is True
        for event, role in product(policy.chart.events, ("agent", "manager")):
            session = policy.resume(snapshot)
            decision = session.send(event, by=role, now=BEGIN)
            counted = (here.context["warnings"], session.context["warnings"])
            found.append(Step(here.configuration, counted, told, decision))
            todo.append(session.snapshot())
        if here.deadline is not None:
            here.advance(now=here.deadline)
            todo.append(here.snapshot())
    return tuple(found)


@pytest.fixture(params=product((2, 3), AT_RISK), ids=lambda param: f"{param[0]} warnings, at risk {param[1]}")
def course(request: pytest.FixtureRequest) -> tuple[Step, ...]:
    return steps(*request.param)


def within(course: tuple[Step, ...], *states: str) -> list[Step]:
    found = [step for step in course if set(states) & set(step.states)]
    assert found or states == ("end_call",), "a caller at risk never comes to the end of the ladder"
    return found


def test_the_agent_ends_a_call_only_after_the_warnings_or_at_a_threat(course: tuple[Step, ...]) -> None:
    places = {
        step.states[-1]
        for step in within(course, "on_the_line")
        if step.short == ("call_ended", "applied") and step.states[-1] != "manager_talks"
    }

    assert places <= {"end_call", "alarm", "still_on_the_line"}


def test_before_that_the_agent_is_told_why_not(course: tuple[Step, ...]) -> None:
    for step in within(course, "conversation", "waiting", "no_manager"):
        if step.decision.event == "call_ended":
            assert ("call_ended", "forbidden") == step.short, step


def test_a_call_with_a_caller_at_risk_is_never_ended(course: tuple[Step, ...]) -> None:
    ended = [
        step.short
        for step in within(course, "on_the_line")
        if step.at_risk and step.decision.event in {"call_ended", "callback_agreed"}
    ]

    assert {verdict for _, verdict in ended} <= {"forbidden"}


def test_help_is_sent_to_a_caller_at_risk_who_hangs_up(course: tuple[Step, ...]) -> None:
    for step in within(course, "on_the_line"):
        if step.at_risk and step.short == ("hangs_up", "applied"):
            assert "send_help" in step.actions, step


def test_a_report_alone_never_leads_away_from_the_line(course: tuple[Step, ...]) -> None:
    for step in within(course, "danger"):
        if step.decision.event == "reported":
            assert "aftercare" not in step.decision.entered, step


def test_the_end_comes_only_from_the_last_request_after_all_warnings(course: tuple[Step, ...]) -> None:
    before = {
        (step.states[-1], step.warnings[0])
        for step in course
        if "end_call" in step.decision.entered and step.decision.event is not None
    }

    assert before <= {("warn", 2), ("warn", 3)}
    assert len(before) <= 1


def test_only_anger_and_insults_are_counted(course: tuple[Step, ...]) -> None:
    counted = {step.decision.event for step in course if step.warnings[0] != step.warnings[1]}

    assert {"anger_persists", "insult"} == counted


def test_every_threat_is_told_to_the_police_once(course: tuple[Step, ...]) -> None:
    for step in within(course, "on_the_line"):
        told = "call_police" in step.actions

        assert told == (step.decision.event == "threat" and "danger" not in step.states), step


def test_on_the_line_nothing_that_the_caller_does_is_ignored(course: tuple[Step, ...]) -> None:
    ignored = {
        (step.states[-1], step.decision.event)
        for step in within(course, "on_the_line")
        if step.decision.event is not None
        and POLICY.chart.events[step.decision.event].actor == "customer"
        and step.short[1] == "ignored"
    }

    assert set() == ignored
