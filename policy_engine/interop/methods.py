"""The methods that a model is given. They are small, because a model has one for each event and state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from policy_engine.session.values import By

if TYPE_CHECKING:
    from policy_engine.interop.machine import PolicyMachine


class Method:
    """A method bound to a machine and to one id of the policy."""

    __slots__ = ("_id", "_machine")

    def __init__(self, machine: PolicyMachine, id: str) -> None:
        self._machine = machine
        self._id = id

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._id}>"


class Trigger(Method):
    """`call.insult(...)`: what `PolicyMachine.trigger` does for one event."""

    __slots__ = ()

    def __call__(
        self,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> bool:
        return self._machine.trigger(self._id, data, by, facts, now, event_id, at)


class May(Method):
    """`call.may_insult(...)`: what `PolicyMachine.may_trigger` does for one event."""

    __slots__ = ()

    def __call__(self, by: By | None = None) -> bool:
        return self._machine.may_trigger(self._id, by)


class Check(Method):
    """`call.is_warn()`: whether a state is active, or a state inside it."""

    __slots__ = ()

    def __call__(self) -> bool:
        return self._machine.active(self._id)
