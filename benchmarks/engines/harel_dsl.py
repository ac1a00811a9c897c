"""harel: its own language, run by its in-memory driver in the caller's thread.

Its transitions assign but ask for nothing, so actions hang on entry and exit.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from harel import Driver, Event, Execution, definition_from_dsl_file

from benchmarks.engine import Engine
from benchmarks.ladder import DANGER, ENDED, EVENTS, MANAGER, REPORT

SOURCE = Path(__file__).parent.parent / "peers" / "harel.stm"
KINDS = {name: name.title().replace("_", "") for name in EVENTS}


def leave_line(machine: Any, event: Any) -> None:
    if event.kind in ("CallEnded", "HangsUp"):
        machine.execution_ctx["asked"] += ENDED


def get_manager(machine: Any, _event: Any) -> None:
    machine.execution_ctx["asked"] += MANAGER


def raise_alarm(machine: Any, _event: Any) -> None:
    machine.execution_ctx["asked"] += DANGER


def write_report(machine: Any, _event: Any) -> None:
    machine.execution_ctx["asked"] += REPORT


class Harel(Engine):
    name = "harel, nested"
    package = "harel"

    def __init__(self) -> None:
        self.definition = definition_from_dsl_file(str(SOURCE), "ladder")
        self.forget()

    def forget(self) -> None:
        # the driver's store keeps every execution it committed
        self.driver = Driver(self.definition, execution="inline")

    def start(self) -> Any:
        execution = Execution(definition_id=self.definition.id, context={"warnings": 0, "asked": []})
        self.driver.start(execution)
        return execution

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        inject = self.driver.inject
        for event in events:
            inject(session, Event(kind=KINDS[event]))
        return session.context["asked"]  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        leaf = session.active_path.rpartition(".")[2].rpartition("/")[2]
        return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in leaf).lstrip("_")
