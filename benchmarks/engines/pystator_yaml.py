"""pystator: its YAML with declarative guard and counter; the other actions are registered functions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pystator import EntitySession, StateMachine

from benchmarks.engine import Engine
from benchmarks.ladder import DANGER

SOURCE = Path(__file__).parent.parent / "peers" / "pystator.yaml"


def asking(action: str) -> Callable[[dict[str, Any]], None]:
    def run(context: dict[str, Any]) -> None:
        context["asked"].append(action)

    return run


class Pystator(Engine):
    name = "pystator, YAML"
    package = "pystator"

    def __init__(self) -> None:
        logging.getLogger("pystator").setLevel(logging.WARNING)  # it logs every action otherwise
        self.machine = StateMachine.from_yaml(SOURCE)
        for name in (*DANGER, "write_report"):
            self.machine.action(name)(asking(name))

    def start(self) -> Any:
        return EntitySession(self.machine, context={"warnings": 0, "asked": []}, execute_actions=True)

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        send = session.send
        for event in events:
            send(event)
        return session.context["asked"]  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        return str(session.current_state)
