"""Random small policies with everything that proofs have to get right, and properties of every pattern."""

from __future__ import annotations

import json
from random import Random
from typing import Any

EVENTS = ("a", "b", "c", "d")
# What `when` of a moment inside a step may read: nothing that changes in that step.
FIXED = ("k", "not k", "p == 2", "lv > 2 or k", "lv == 1")
CONDITIONS = (
    "n < 2",
    "n == 1",
    "f",
    "not f",
    "n == p",
    "n > lv",
    "k and n > 0",
    "t == 'x'",
    "t == u",
    "t != u",
)
LENGTHS = ("1 min", "2 min", "90 s", "3 min", "lv min", "p min", "z min")
PATTERNS = (
    *("always", "enter", "exit", "event", "action", "change", "then_action", "then_enter"),
    *("after_enter", "after_action", "within", "within_event", "accepts", "forbids", "told"),
)


def as_text(policy: dict[str, Any]) -> str:
    """A policy as YAML: what is set to a datum of an event is an expression, and so without quotes."""
    return json.dumps(policy).replace('"event.s"', "event.s").replace('"event.x"', "event.x")


def random_policy(random: Random) -> dict[str, Any]:
    """A policy that mostly loads; where it does not, another one is drawn."""
    names = [f"s{number}" for number in range(random.randint(3, 5))]
    boxed = names[1 : random.randint(2, len(names))]

    def step() -> Any:
        sent = random.choice(("b", "r"))
        return random.choice(
            (
                "act",
                "ring",
                {"set": {"z": random.randint(1, 2)}},
                {"set": {"f": random.choice((True, False))}},
                {"set": {"n": random.randint(0, 3)}},
                {"set": {"t": random.choice(("x", "y"))}},
                {"set": {"u": random.choice(("x", ""))}},
                {"send": {"event": sent, "delay": random.choice(LENGTHS), "id": "i"}},
                {"send": {"event": "r", "delay": "1 min", "id": "i"}},
                {"cancel": "i"},
                {"raise": "r"},
            )
        )

    def transition(event: str | None = None) -> Any:
        made: dict[str, Any] = {}
        if random.random() < 0.85:
            made["target"] = random.choice(names)
        if random.random() < 0.45:
            made["when"] = random.choice((*CONDITIONS, *FIXED))
            if event == "d" and random.random() < 0.5:
                made["when"] = random.choice(
                    ("event.x > 1", "event.s == t", "event.s != 'x'", "event.x == n")
                )
        if event in EVENTS and random.random() < 0.2:
            made["by"] = random.choice(("agent", "boss"))
        made["do"] = [step() for _ in range(random.randint(0, 2))]
        if event == "d" and random.random() < 0.6:
            made["do"].append(random.choice(({"set": {"t": "event.s"}}, {"set": {"n": "event.x"}})))
        return made

    def state() -> dict[str, Any]:
        made: dict[str, Any] = {
            "on": {event: transition(event) for event in (*EVENTS, "r") if random.random() < 0.5}
        }
        if random.random() < 0.2:
            made["forbid"] = {random.choice(EVENTS): {"when": random.choice(CONDITIONS), "text": "No."}}
        if random.random() < 0.3:
            made["entry"] = [step()]
        if random.random() < 0.15:
            made["exit"] = [step()]
        if random.random() < 0.5:
            made["after"] = {random.choice(LENGTHS): transition()}
        return made

    states = {name: state() for name in names if name not in boxed}
    box: dict[str, Any] = {**state(), "initial": boxed[0], "states": {name: state() for name in boxed}}
    if random.random() < 0.3:
        inner: dict[str, Any] = {"other": {"initial": "q0", "states": {"q0": state(), "q1": state()}}}
        inner["box_1"] = {"initial": boxed[0], "states": box.pop("states")}
        box = {
            **{key: value for key, value in box.items() if key != "initial"},
            "type": "parallel",
            "states": inner,
        }
    states["box"] = box
    if random.random() < 0.5 and names[-1] not in boxed:
        states[names[-1]] = {"type": "final"}
    counter: dict[str, Any] = {"counter": "0..3"}
    if random.random() < 0.3:
        counter["lapse"] = random.choice(("2 min", {"after": "3 min", "when": "all"}))
    return {
        "policy": "random",
        "format": 1,
        "version": "1",
        "parameters": {"p": {"range": "1..2", "default": 1}},
        "facts": {"k": {"flag": False}, "lv": {"range": "1..3", "default": 1}},
        "context": {
            "z": {"range": "1..2", "default": 1},
            "n": counter,
            "f": {"flag": False},
            "t": {"text": ""},
            "u": {"text": "x"},
        },
        "roles": {"agent": {}, "boss": {}},
        "events": {
            "a": {},
            "b": {},
            "c": {"by": ["boss"]},
            "r": {},
            "d": {"data": {"x": {"range": "0..3", "default": 1}, "s": {"text": "y"}}},
        },
        "actions": {"act": {}, "ring": {}},
        "initial": names[0],
        "states": states,
        "properties": {
            f"{name}_{number}": random_property(random, name, names)
            for name in PATTERNS
            for number in range(1 if name.startswith("within") else 6)
        },
    }


def random_property(random: Random, pattern: str, names: list[str]) -> dict[str, Any]:
    """A property of a pattern."""
    state, other, event = random.choice(names), random.choice(names), random.choice(EVENTS)
    action, condition, fixed = random.choice(("act", "ring")), random.choice(CONDITIONS), random.choice(FIXED)
    unless = {"unless": random.sample(EVENTS, 2)} if random.random() < 0.5 else {}
    when = {"when": fixed} if random.random() < 0.5 else {}
    match pattern:
        case "always":
            return {"always": condition}
        case "enter" | "exit":
            return {"never": {pattern: state, **when, **unless}}
        case "action":
            return {"never": {"action": action, **when, **unless}}
        case "event":
            return {"never": {"event": event, "when": condition}}
        case "told":
            return {
                "never": {
                    "event": "d",
                    "when": random.choice(("event.x == 2", "event.s == t", "by == 'boss'")),
                }
            }
        case "change":
            return {"never": {"change": random.choice(("n", "f", "t", "u")), **unless}}
        case "then_action" | "then_enter":
            then = {"action": action} if pattern == "then_action" else {"enter": state}
            return {"whenever": {"event": event, "when": condition, "in": other}, "then": then}
        case "after_enter" | "after_action":
            first = {"enter": state} if pattern == "after_enter" else {"action": action}
            return {"whenever": {**first, **when}, "then": {"enter": other}}
        case "within" | "within_event":
            begun = {"enter": state} if pattern == "within" else {"event": event, "when": condition}
            either: dict[str, Any] = {"enter": [other, "s0"]} if random.random() < 0.5 else {"action": action}
            return {"whenever": begun, "then": either, "within": random.choice(("1 min", "2 min", "5 min"))}
        case _:
            return {"in": state, pattern: event, "when": condition}
