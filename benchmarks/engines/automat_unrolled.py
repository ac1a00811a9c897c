"""Automat: states and typed inputs. It has no guards, so the counter is unrolled into states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from automat import TypeMachineBuilder

from benchmarks.engine import Call, Engine
from benchmarks.ladder import plain, unrolled


class Caller(Protocol):
    """The inputs, one method an event."""

    def anger_persists(self) -> None: ...
    def insult(self) -> None: ...
    def calms_down(self) -> None: ...
    def accepts_solution(self) -> None: ...
    def asks_for_manager(self) -> None: ...
    def threat(self) -> None: ...
    def hangs_up(self) -> None: ...
    def call_ended(self) -> None: ...
    def reported(self) -> None: ...
    def rested(self) -> None: ...


def build() -> Any:
    builder = TypeMachineBuilder(Caller, Call)
    table = unrolled()
    states = {name: builder.state(name) for name in table}
    for name, row in table.items():
        for event, (target, actions) in row.items():
            edge = states[name].upon(getattr(Caller, event)).to(states[target])
            if actions:
                edge(ask(actions))
            else:
                edge.returns(None)
    return builder.build()


def ask(actions: tuple[str, ...]) -> Callable[[Caller, Call], None]:
    """A fresh output method: Automat keeps one function per edge."""

    def output(_caller: Caller, call: Call) -> None:
        call.actions += actions

    return output


class AutomatUnrolled(Engine):
    name = "Automat, unrolled"
    package = "Automat"

    def __init__(self) -> None:
        self.machine = build()

    def start(self) -> Any:
        return self.machine(Call())

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        for event in events:
            getattr(session, event)()
        return session.__automat_core__.actions  # type: ignore[no-any-return]  # Automat has no public way back

    def state(self, session: Any) -> str:
        return plain(session.__automat_transitioner__._state.name)
