"""The lower bound: an object doing `table[state][event]` and appending the actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.engine import Engine
from benchmarks.ladder import START, Row, plain, unrolled


class Machine:
    __slots__ = ("actions", "state", "table")

    def __init__(self, table: Mapping[str, Row], state: str) -> None:
        self.table = table
        self.state = state
        self.actions: list[Any] = []

    def send(self, event: str) -> None:
        self.state, actions = self.table[self.state][event]
        self.actions += actions


class Bound(Engine):
    name = "the bound"

    def __init__(self, table: Mapping[str, Row] | None = None, start: str = START) -> None:
        self.table = unrolled() if table is None else table
        self.initial = start

    def start(self) -> Machine:
        return Machine(self.table, self.initial)

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        send = session.send
        for event in events:
            send(event)
        return session.actions  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        return plain(session.state)
