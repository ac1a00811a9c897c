"""What the comparison asks of an engine: start a session, drive it, say where it ended and what it did."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar


class Engine(ABC):
    """One engine with the ladder expressed in it, ready to start sessions.

    The definition is read and compiled by the constructor, outside every timed section. A session
    is whatever the engine calls it, so it stays `Any` here.
    """

    name: ClassVar[str]
    package: ClassVar[str | None] = None  # its distribution on PyPI; None for the bound

    @abstractmethod
    def start(self) -> Any:
        """A new session, in its initial state."""

    @abstractmethod
    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        """Sends the events one by one; the actions asked for, in order, are with the host afterwards."""

    @abstractmethod
    def state(self, session: Any) -> str:
        """The active leaf state, under the name the ladder gives it."""

    def names(self, actions: list[Any]) -> tuple[str, ...]:
        """The names of the actions that `drive` returned."""
        return tuple(actions)

    def forget(self) -> None:  # noqa: B027 - most engines keep nothing, so there is nothing to do
        """Drops what the engine itself keeps of its sessions."""


class Call:
    """The host's own object, for engines that want one: a counter and what was asked of the host."""

    def __init__(self) -> None:
        self.warnings = 0
        self.actions: list[str] = []
