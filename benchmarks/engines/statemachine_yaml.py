"""python-statemachine from YAML, loaded as it comes (untrusted); actions are methods of the bound model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from statemachine.io import load

from benchmarks.engine import Call
from benchmarks.engines.statemachine_class import StatemachineClass

SOURCE = Path(__file__).parent.parent / "peers" / "statemachine.yaml"


class Caller(Call):
    """The model: the machine keeps its state and its data on it, and calls its methods."""

    state: Any = None

    def notify_manager(self) -> None:
        self.actions.append("notify_manager")

    def flag_customer(self) -> None:
        self.actions.append("flag_customer")

    def call_police(self) -> None:
        self.actions.append("call_police")

    def write_report(self) -> None:
        self.actions.append("write_report")


class StatemachineYaml(StatemachineClass):
    name = "python-statemachine, YAML"

    def __init__(self) -> None:
        self.chart = load(SOURCE)

    def start(self) -> Any:
        return self.chart(model=Caller())

    def drive(self, session: Any, events: Any) -> list[Any]:
        send = session.send
        for event in events:
            send(event)
        return session.model.actions  # type: ignore[no-any-return]  # a session is Any to the harness
