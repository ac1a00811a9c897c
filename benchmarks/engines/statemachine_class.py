"""python-statemachine: a StateChart class with compound states, guards and actions as its methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from statemachine import State, StateChart

from benchmarks.engine import Engine
from benchmarks.ladder import MAX_WARNINGS


class Ladder(StateChart):  # type: ignore[misc]  # a peer's class is untyped here
    class conversation(State.Compound):  # type: ignore[misc]  # noqa: N801 - a state's id is the class's name
        recognise = State(initial=True)
        acknowledge = State()
        explore = State()

        class limits(State.Compound):  # type: ignore[misc]  # noqa: N801 - the same
            boundary = State(initial=True)
            warn = State()

    end_call = State()
    with_manager = State()
    danger = State(enter=["call_police", "notify_manager", "flag_customer"])
    aftercare = State(enter="write_report")
    closed = State(final=True)

    anger_persists = (
        conversation.recognise.to(conversation.acknowledge)
        | conversation.acknowledge.to(conversation.explore)
        | conversation.explore.to(conversation.limits)
        | conversation.limits.to(conversation.limits.warn, cond="may_warn", on="count")
        | conversation.limits.to(end_call, unless="may_warn")
    )
    insult = (
        conversation.recognise.to(conversation.limits)
        | conversation.acknowledge.to(conversation.limits)
        | conversation.explore.to(conversation.limits)
        | conversation.limits.to(conversation.limits.warn, cond="may_warn", on="count")
        | conversation.limits.to(end_call, unless="may_warn")
    )
    calms_down = conversation.acknowledge.to(conversation.explore) | conversation.limits.to(
        conversation.explore
    )
    threat = conversation.to(danger) | end_call.to(danger) | with_manager.to(danger)
    asks_for_manager = conversation.to(with_manager, on="notify_manager") | end_call.to(
        with_manager, on="notify_manager"
    )
    hangs_up = (
        conversation.to(aftercare)
        | end_call.to(aftercare, on=["notify_manager", "flag_customer"])
        | with_manager.to(aftercare)
    )
    accepts_solution = conversation.to(aftercare) | with_manager.to(aftercare)
    call_ended = end_call.to(aftercare, on=["notify_manager", "flag_customer"]) | with_manager.to(aftercare)
    reported = danger.to(aftercare)
    rested = aftercare.to(closed)

    def __init__(self) -> None:
        self.warnings = 0
        self.actions: list[str] = []
        super().__init__()

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


class StatemachineClass(Engine):
    name = "python-statemachine, nested"
    package = "python-statemachine"

    def start(self) -> Any:
        return Ladder()

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        send = session.send
        for event in events:
            send(event)
        return session.actions  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        return str(list(session.configuration_values)[-1])
