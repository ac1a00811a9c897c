"""Models that write down which of their callbacks are called, for every state and action of a policy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import policy_engine as pe
from policy_engine.interop.machine import PolicyMachine
from policy_engine.policy import Policy
from tests.interop.policies import steps

Called = tuple[str, str, object]


class RefusedError(Exception):
    """what a callback of these models raises"""


class Follower:
    """`called` has each callback with what the model's state was: (callback, its id, state or parameters).

    `calls_left`: after so many callbacks the next one raises RefusedError; None: never.
    """

    state: Any

    def __init__(self) -> None:
        self.called: list[Called] = []
        self.calls_left: int | None = None

    def note(self, callback: str, name: str, seen: object) -> None:
        if self.calls_left == 0:
            raise RefusedError(name)
        if self.calls_left is not None:
            self.calls_left -= 1
        self.called.append((callback, name, seen))

    def take(self) -> list[Called]:
        """What was called since the last time."""
        called, self.called = self.called, []
        return called


def follower(policy: Policy) -> Any:
    """A model with every callback that the policy can call."""
    methods: dict[str, Callable[..., None]] = {}
    for state in policy.chart.states[1:]:
        for callback in ("on_exit", "on_enter"):
            methods[f"{callback}_{state.id}"] = _noting(callback, state.id)
    for action in policy.chart.actions:
        methods[f"do_{action}"] = _acting(action)
    return type("Follows", (Follower,), methods)()


def follow(**options: Any) -> tuple[Any, PolicyMachine]:
    """A model that writes down its callbacks, past the start, and its machine."""
    call = follower(steps())
    machine = pe.as_machine(steps(), call, **options)
    call.take()
    return call, machine


def _noting(callback: str, state: str) -> Callable[[Follower], None]:
    def method(self: Follower) -> None:
        active = getattr(self, f"is_{state}")()
        self.note(callback, state, self.state if active else "not active")

    return method


def _acting(action: str) -> Callable[..., None]:
    def method(self: Follower, **params: object) -> None:
        self.note("do", action, params)

    return method
