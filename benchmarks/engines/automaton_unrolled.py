"""automaton: no guards and no transition actions, so the counter is unrolled and actions hang on entry.

Its callbacks know the state and the event but not the session, so every session has a machine of its own. An
entry callback runs while the machine still says where it came from, which stands in for an action on a
transition; `on_exit` cannot, since the machine calls the one of the state before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from automaton.machines import FiniteMachine

from benchmarks.engine import Call, Engine
from benchmarks.ladder import DANGER, END, ENDED, MANAGER, REPORT, START, plain, unrolled

ENTRY = {"danger": DANGER, "aftercare": REPORT, "with_manager": MANAGER}
TABLE = unrolled()


class Caller(Call):
    def __init__(self) -> None:
        super().__init__()
        self.machine = FiniteMachine.build(
            [
                {
                    "name": name,
                    "is_terminal": name == END,
                    "next_states": {event: target for event, (target, _) in row.items()},
                    "on_enter": self.entered if name in ENTRY else None,
                }
                for name, row in TABLE.items()
            ]
        )
        self.machine.initialize(START)

    def entered(self, state: str, _event: str) -> None:
        if state == "aftercare" and self.machine.current_state == "end_call":
            self.actions += ENDED
        self.actions += ENTRY[state]


class AutomatonUnrolled(Engine):
    name = "automaton, unrolled"
    package = "automaton"

    def start(self) -> Caller:
        return Caller()

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        process = session.machine.process_event
        for event in events:
            process(event)
        return session.actions  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        return plain(session.machine.current_state)
