"""The ways to start a session of a small policy: by the oracle, and by the table in four manners."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from policy_engine.policy import Policy, parse_policy
from tests.oracle.compiled import CompiledCourse, on_demand
from tests.oracle.course import Course, NaiveCourse


@lru_cache(maxsize=50)
def loaded(text: str) -> Policy:
    return parse_policy(text)


def start_naive(policy: str, *, facts: dict[str, Any] | None = None, **parameters: Any) -> Course:
    return NaiveCourse(policy, facts, parameters)


def start_compiled(policy: str, *, facts: dict[str, Any] | None = None, **parameters: Any) -> Course:
    return CompiledCourse(loaded(policy).with_parameters(**parameters), facts)


def start_clocked(policy: str, *, facts: dict[str, Any] | None = None, **parameters: Any) -> Course:
    return CompiledCourse(loaded(policy).with_parameters(**parameters), facts, time="clock")


def start_on_demand(policy: str, *, facts: dict[str, Any] | None = None, **parameters: Any) -> Course:
    return CompiledCourse(on_demand(loaded(policy).with_parameters(**parameters)), facts)


def start_resumed(policy: str, *, facts: dict[str, Any] | None = None, **parameters: Any) -> Course:
    return CompiledCourse(loaded(policy).with_parameters(**parameters), facts, hand_over=True)
