"""xstate-statemachine: an XState configuration as a dictionary, its logic bound by name, run in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from xstate_statemachine import MachineLogic, SyncInterpreter, create_machine

from benchmarks.engine import Engine
from benchmarks.ladder import DANGER, END, MAX_WARNINGS

ANGER = [
    {"target": "#ladder.conversation.limits.warn", "guard": "may_warn", "actions": "count"},
    {"target": "#ladder.end_call"},
]
CONFIG = {
    "id": "ladder",
    "initial": "conversation",
    "context": {"warnings": 0, "actions": []},
    "states": {
        "conversation": {
            "initial": "recognise",
            "on": {
                "threat": "danger",
                "asks_for_manager": {"target": "with_manager", "actions": "notify_manager"},
                "hangs_up": "aftercare",
                "accepts_solution": "aftercare",
            },
            "states": {
                "recognise": {"on": {"anger_persists": "acknowledge", "insult": "limits"}},
                "acknowledge": {
                    "on": {"anger_persists": "explore", "calms_down": "explore", "insult": "limits"}
                },
                "explore": {"on": {"insult": "limits", "anger_persists": "limits"}},
                "limits": {
                    "initial": "boundary",
                    "on": {"calms_down": "explore", "insult": ANGER, "anger_persists": ANGER},
                    "states": {"boundary": {}, "warn": {}},
                },
            },
        },
        "end_call": {
            "on": {
                "call_ended": {"target": "aftercare", "actions": ["notify_manager", "flag_customer"]},
                "hangs_up": {"target": "aftercare", "actions": ["notify_manager", "flag_customer"]},
                "asks_for_manager": {"target": "with_manager", "actions": "notify_manager"},
                "threat": "danger",
            }
        },
        "with_manager": {
            "on": {
                "threat": "danger",
                "hangs_up": "aftercare",
                "call_ended": "aftercare",
                "accepts_solution": "aftercare",
            }
        },
        "danger": {"entry": list(DANGER), "on": {"reported": "aftercare"}},
        "aftercare": {"entry": "write_report", "on": {"rested": END}},
        END: {"type": "final"},
    },
}


def asking(action: str) -> Callable[..., None]:
    def run(_interpreter: Any, context: dict[str, Any], _event: Any, _definition: Any) -> None:
        context["actions"].append(action)

    return run


def count(_interpreter: Any, context: dict[str, Any], _event: Any, _definition: Any) -> None:
    context["warnings"] += 1


def may_warn(context: dict[str, Any], _event: Any) -> bool:
    return bool(context["warnings"] < MAX_WARNINGS)


class XState(Engine):
    name = "xstate-statemachine, nested"
    package = "xstate-statemachine"

    def __init__(self) -> None:
        actions = {"count": count, **{name: asking(name) for name in (*DANGER, "write_report")}}
        self.machine = create_machine(
            CONFIG, logic=MachineLogic(actions=actions, guards={"may_warn": may_warn})
        )

    def start(self) -> Any:
        return SyncInterpreter(self.machine).start()

    def drive(self, session: Any, events: Sequence[str]) -> list[Any]:
        send = session.send
        for event in events:
            send(event)
        return session.context["actions"]  # type: ignore[no-any-return]  # a session is Any to the harness

    def state(self, session: Any) -> str:
        (leaf,) = session.current_state_ids
        return str(leaf).rpartition(".")[2]
