"""hat-stc: named tuples for states, actions and conditions by name; nested, since that is what it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hat import stc

from benchmarks.engine import Call, Engine
from benchmarks.ladder import DANGER, END, EVENTS, MAX_WARNINGS

ACTIONS = (*DANGER, "write_report")
SENT = {name: stc.Event(name) for name in EVENTS}  # an event without a payload can be shared


def on(event: str, target: str, actions: tuple[str, ...] = (), conditions: tuple[str, ...] = ()) -> Any:
    return stc.Transition(event, target, actions, conditions)


def anger(event: str) -> list[Any]:
    return [on(event, "warn", ("count",), ("may_warn",)), on(event, "end_call", (), ("warned_enough",))]


STATES = [
    stc.State(
        "conversation",
        children=[
            stc.State(
                "recognise", transitions=[on("anger_persists", "acknowledge"), on("insult", "boundary")]
            ),
            stc.State(
                "acknowledge",
                transitions=[
                    on("anger_persists", "explore"),
                    on("calms_down", "explore"),
                    on("insult", "boundary"),
                ],
            ),
            stc.State("explore", transitions=[on("insult", "boundary"), on("anger_persists", "boundary")]),
            stc.State(
                "limits",
                children=[stc.State("boundary"), stc.State("warn")],
                transitions=[on("calms_down", "explore"), *anger("insult"), *anger("anger_persists")],
            ),
        ],
        transitions=[
            on("threat", "danger"),
            on("asks_for_manager", "with_manager", ("notify_manager",)),
            on("hangs_up", "aftercare"),
            on("accepts_solution", "aftercare"),
        ],
    ),
    stc.State(
        "end_call",
        transitions=[
            on("call_ended", "aftercare", ("notify_manager", "flag_customer")),
            on("hangs_up", "aftercare", ("notify_manager", "flag_customer")),
            on("asks_for_manager", "with_manager", ("notify_manager",)),
            on("threat", "danger"),
        ],
    ),
    stc.State(
        "with_manager",
        transitions=[
            on("threat", "danger"),
            on("hangs_up", "aftercare"),
            on("call_ended", "aftercare"),
            on("accepts_solution", "aftercare"),
        ],
    ),
    stc.State("danger", transitions=[on("reported", "aftercare")], entries=DANGER),
    stc.State("aftercare", transitions=[on("rested", END)], entries=["write_report"]),
    stc.State(END, final=True),
]


class Caller(stc.Statechart):  # type: ignore[misc]  # hat-stc may not be installed when this is checked
    """The statechart with the counter and the host's list on it: its actions are handed the statechart."""

    def __init__(self) -> None:
        self.call = Call()
        super().__init__(STATES, CALLBACKS, CONDITIONS)


def asking(action: str) -> Callable[[Any, Any], None]:
    def run(caller: Any, _event: Any) -> None:
        caller.call.actions.append(action)

    return run


def count(caller: Any, _event: Any) -> None:
    caller.call.warnings += 1


CALLBACKS = {"count": count, **{action: asking(action) for action in ACTIONS}}
CONDITIONS = {
    "may_warn": lambda caller, _event: caller.call.warnings < MAX_WARNINGS,
    "warned_enough": lambda caller, _event: caller.call.warnings >= MAX_WARNINGS,
}


class HatStc(Engine):
    name = "hat-stc, nested"
    package = "hat-stc"

    def start(self) -> Caller:
        return Caller()

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        step = session.step
        for event in events:
            step(SENT[event])
        return session.call.actions  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        return str(session.state)
