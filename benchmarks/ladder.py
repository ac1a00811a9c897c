"""The small guarded ladder that every engine in the comparison drives, and seeded calls through it.

The ladder is recognise → acknowledge → explore → boundary → warn (at most three warnings) → end_call, with
with_manager, danger and aftercare beside it. `unrolled` is its ground truth: the counter of warnings is
multiplied out into the states, as an author without guards would do it by hand. An engine with guards
keeps the counter as data. Every event of a call is one that the state reacts to, since engines
differ in what they do with others: some ignore them, some raise.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

Row = dict[str, tuple[str, tuple[str, ...]]]  # event → next state, actions

MAX_WARNINGS = 3
EVENTS = (
    "anger_persists",
    "insult",
    "calms_down",
    "accepts_solution",
    "asks_for_manager",
    "threat",
    "hangs_up",
    "call_ended",
    "reported",
    "rested",
)
WEIGHTS = {
    "anger_persists": 30,
    "insult": 30,
    "calms_down": 40,
}  # the others 1: calls are to climb the ladder
DANGER = ("call_police", "notify_manager", "flag_customer")
REPORT = ("write_report",)
MANAGER = ("notify_manager",)
ENDED = ("notify_manager", "flag_customer")
START = "recognise"
END = "closed"


def unrolled() -> dict[str, Row]:
    """The ladder as a table; `explore_2` is `explore` after two warnings."""
    leave: Row = {
        "threat": ("danger", DANGER),
        "asks_for_manager": ("with_manager", MANAGER),
        "hangs_up": ("aftercare", REPORT),
        "accepts_solution": ("aftercare", REPORT),
    }
    table: dict[str, Row] = {
        "recognise": {"anger_persists": ("acknowledge", ()), "insult": ("boundary_0", ()), **leave},
        "acknowledge": {
            "anger_persists": ("explore_0", ()),
            "calms_down": ("explore_0", ()),
            "insult": ("boundary_0", ()),
            **leave,
        },
        "end_call": {
            "call_ended": ("aftercare", ENDED + REPORT),
            "hangs_up": ("aftercare", ENDED + REPORT),
            "asks_for_manager": ("with_manager", MANAGER),
            "threat": ("danger", DANGER),
        },
        "with_manager": {
            "threat": ("danger", DANGER),
            "hangs_up": ("aftercare", REPORT),
            "call_ended": ("aftercare", REPORT),
            "accepts_solution": ("aftercare", REPORT),
        },
        "danger": {"reported": ("aftercare", REPORT)},
        "aftercare": {"rested": ("closed", ())},
        "closed": {},
    }
    for warnings in range(MAX_WARNINGS + 1):
        boundary = (f"boundary_{warnings}", ())
        table[f"explore_{warnings}"] = {"insult": boundary, "anger_persists": boundary, **leave}
        up = (f"warn_{warnings + 1}", ()) if warnings < MAX_WARNINGS else ("end_call", ())
        limits: Row = {"calms_down": (f"explore_{warnings}", ()), "insult": up, "anger_persists": up, **leave}
        table[f"boundary_{warnings}"] = limits
        if warnings:
            table[f"warn_{warnings}"] = limits
    return table


def plain(state: str) -> str:
    """The author's name of an unrolled state: `explore_2` is `explore`."""
    return state.rstrip("0123456789").removesuffix("_")


def seeded_calls(
    table: Mapping[str, Row], count: int = 200, seed: int = 2026, longest: int = 60
) -> list[list[str]]:
    """Random calls from START until nothing can happen any more, at most `longest` events each."""
    chance = random.Random(seed)
    calls = []
    for _ in range(count):
        state, call = START, list[str]()
        while table[state] and len(call) < longest:
            row = table[state]
            event = chance.choices(list(row), [WEIGHTS.get(name, 1) for name in row])[0]
            call.append(event)
            state = row[event][0]
        calls.append(call)
    return calls
