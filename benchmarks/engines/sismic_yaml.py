"""sismic: a statechart in its YAML, with Python code as guards and actions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sismic.interpreter import Interpreter
from sismic.io import import_from_yaml

from benchmarks.engine import Engine
from benchmarks.ladder import END

SOURCE = Path(__file__).parent.parent / "peers" / "sismic.yaml"


class Sismic(Engine):
    name = "sismic, YAML"
    package = "sismic"

    def __init__(self) -> None:
        self.chart = import_from_yaml(filepath=SOURCE)

    def start(self) -> Any:
        interpreter = Interpreter(self.chart, initial_context={"asked": []})
        interpreter.execute_once()  # enters the initial states
        return interpreter

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        for event in events:
            session.queue(event)
            session.execute_once()
        return session.context["asked"]  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        # a session that reached its final state has left every state
        return END if session.final else str(session.configuration[-1])
