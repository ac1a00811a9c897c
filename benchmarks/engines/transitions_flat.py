"""transitions: one Machine, a model per session; transition actions are callbacks on the model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transitions import Machine

from benchmarks.engine import Call, Engine
from benchmarks.ladder import END, MAX_WARNINGS, START

CONVERSATION = ["recognise", "acknowledge", "explore", "boundary", "warn"]
LIMITS = ["boundary", "warn"]
ANGER = ("insult", "anger_persists")
STATES: list[Any] = [
    *CONVERSATION,
    "end_call",
    "with_manager",
    {"name": "danger", "on_enter": ["call_police", "notify_manager", "flag_customer"]},
    {"name": "aftercare", "on_enter": ["write_report"]},
    {"name": END, "final": True},
]


class Caller(Call):
    """The model: transitions puts `state` and a trigger per event on it."""

    def may_warn(self) -> bool:
        return self.warnings < MAX_WARNINGS

    def count(self) -> None:
        self.warnings += 1

    def notify_manager(self) -> None:
        self.actions.append("notify_manager")

    def flag_customer(self) -> None:
        self.actions.append("flag_customer")

    def call_police(self) -> None:
        self.actions.append("call_police")

    def write_report(self) -> None:
        self.actions.append("write_report")


def ladder(conversation: Any, limits: Any, explore: str, boundary: str, warn: str) -> list[dict[str, Any]]:
    """The transitions; flat and nested differ in their sources and in how a state is named."""

    def edge(trigger: str, source: Any, dest: str, **more: Any) -> dict[str, Any]:
        return {"trigger": trigger, "source": source, "dest": dest, **more}

    inside = conversation if isinstance(conversation, str) else None
    recognise, acknowledge = (f"{inside}_{name}" if inside else name for name in ("recognise", "acknowledge"))
    edges = [
        edge("anger_persists", recognise, acknowledge),
        edge("anger_persists", acknowledge, explore),
        edge("calms_down", acknowledge, explore),
        edge("insult", [recognise, acknowledge, explore], boundary),
        edge("anger_persists", explore, boundary),
        edge("calms_down", limits, explore),
    ]
    for anger in ANGER:
        edges.append(edge(anger, limits, warn, conditions="may_warn", before="count"))
        edges.append(edge(anger, limits, "end_call", unless="may_warn"))
    edges += [
        edge("threat", conversation, "danger"),
        edge("asks_for_manager", conversation, "with_manager", before="notify_manager"),
        edge("hangs_up", conversation, "aftercare"),
        edge("accepts_solution", conversation, "aftercare"),
        edge("call_ended", "end_call", "aftercare", before=["notify_manager", "flag_customer"]),
        edge("hangs_up", "end_call", "aftercare", before=["notify_manager", "flag_customer"]),
        edge("asks_for_manager", "end_call", "with_manager", before="notify_manager"),
        edge("threat", ["end_call", "with_manager"], "danger"),
        edge("hangs_up", "with_manager", "aftercare"),
        edge("call_ended", "with_manager", "aftercare"),
        edge("accepts_solution", "with_manager", "aftercare"),
        edge("reported", "danger", "aftercare"),
        edge("rested", "aftercare", END),
    ]
    return edges


class TransitionsFlat(Engine):
    name = "transitions"
    package = "transitions"

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        # the machine keeps its models, so sessions that are over are dropped with the machine
        self.machine = self.build()

    def build(self) -> Any:
        edges = ladder(CONVERSATION, LIMITS, "explore", "boundary", "warn")
        return Machine(model=None, states=STATES, transitions=edges, initial=START, auto_transitions=False)

    def start(self) -> Caller:
        caller = Caller()
        self.machine.add_model(caller)
        return caller

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        for event in events:
            session.trigger(event)
        return session.actions  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        return str(session.state)
