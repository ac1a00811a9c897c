"""Random policies in which something follows after some timers or sends, while others run that have nothing
to do with it, or seem so.
"""

from __future__ import annotations

from random import Random
from typing import Any


def waiting_policy(random: Random) -> dict[str, Any]:
    """A policy with properties that say within what time its end comes: about half of them hold."""
    stages = [f"q{number}" for number in range(random.randint(1, 3))]
    lengths = {name: random.randint(1, 4) for name in stages}
    sends = random.random() < 0.5

    def stage(name: str, following: str) -> dict[str, Any]:
        made: dict[str, Any] = {"on": {}, "entry": []}
        if sends and name == stages[-1]:
            made["entry"].append({"send": {"event": "due", "delay": f"{lengths[name]} min", "id": "d"}})
            made["on"]["due"] = following
        else:
            made["after"] = {f"{lengths[name]} min": following}
        if random.random() < 0.3:
            made["on"]["hurry"] = following
        if random.random() < 0.3:
            made["on"]["stir"] = {"do": [random.choice(NOISE)]}
        if random.random() < 0.15:
            made["on"]["again"] = {"target": name, "do": random.choice(([], [{"cancel": "d"}]))}
        if random.random() < 0.2:
            made["after"] = {**made.get("after", {}), "5 min": random.choice(("end", "over"))}
        return made

    after = [*stages[1:], "end"]
    waiting = {name: stage(name, following) for name, following in zip(stages, after, strict=True)}
    total = sum(lengths.values())
    begins = {"target": stages[0], "when": random.choice(("n < 2", "n >= 0"))}
    return {
        "policy": "waiting",
        "format": 1,
        "version": "1",
        "parameters": {"long": {"range": "1..2", "default": 1}},
        "context": {"n": {"counter": "0..2", "lapse": random.choice(("3 min", "long h"))}},
        "events": {event: {} for event in ("ask", "due", "hurry", "stir", "again", "toggle")},
        "actions": {"ring": {}},
        "initial": "both",
        "states": {
            "both": {
                "type": "parallel",
                "states": {
                    "line": {
                        "initial": "idle",
                        "states": {
                            "idle": {"on": {"ask": begins}},
                            **waiting,
                            "end": {"entry": ["ring"], "on": {"ask": begins}},
                            "over": {},
                        },
                    },
                    "side": {
                        "initial": "one",
                        "states": {
                            "one": {"after": {"2 min": "two"}, "on": {"toggle": "two"}},
                            "two": {"after": {"long min": "one"}, "on": {"stir": {"do": [NOISE[0]]}}},
                        },
                    },
                },
            }
        },
        "properties": {
            f"p{number}": {
                "whenever": random.choice(({"enter": stages[0]}, {"event": "ask", "in": "idle"})),
                "then": random.choice(({"enter": ["end", "over"]}, {"action": "ring"})),
                "within": f"{max(1, total + random.choice((-1, 0, 0, 1)))} min",
            }
            for number in range(3)
        },
    }


NOISE: tuple[Any, ...] = (
    {"set": {"n": 1}},
    {"send": {"event": "toggle", "delay": "1 min", "id": "t"}},
    {"raise": "toggle"},
)
