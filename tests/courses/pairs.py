"""Random small policies, small changes of them, and a search that plays every call on real sessions.

Durations are whole multiples of two seconds and every call is made on a grid of half a second, which is fine
enough to tell apart the orders of what up to three moments began.
"""

from __future__ import annotations

import copy
import json
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Any

import policy_engine as pe
from policy_engine.session.decision import Decision, Fired
from policy_engine.session.live import Session

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)
GRID = timedelta(milliseconds=500)
LONGEST = timedelta(seconds=6)
EVENTS: dict[str, dict[str, Any]] = {
    "a": {},
    "b": {"data": {"size": {"range": "0..2", "default": 1}}},
    "c": {"by": ["manager"]},
}
GUARDS = ("n < 2", "n == 1", "f", "not f", "k", "not k")
BY_EVENT = {"b": ("event.size > 0", "event.size == 2"), "a": ("by == 'manager'",)}
ROLES = ("agent", "manager")


def random_policy(random: Random) -> dict[str, Any]:
    """A few states, some in a box, with timers, a counter, a flag, a fact, data and roles in their guards."""
    names = [f"s{number}" for number in range(random.randint(2, 4))]
    boxed = names[1:]

    def steps() -> list[Any]:
        found: list[Any] = [
            {"set": {"f": random.choice((True, False))}},
            {"set": {"n": random.randint(0, 2)}},
            "act",
            {"act": {"loud": random.choice((True, False))}},
        ]
        if random.random() < 0.3:
            found.append({"send": {"event": "d", "delay": random.choice(("2 s", "4 s")), "id": "x"}})
            found.append({"cancel": "x"})
        return random.sample(found, random.randint(1, 2))

    def transition(event: str = "") -> Any:
        made: dict[str, Any] = {"target": random.choice([*names, "box"])}
        if random.random() < 0.5:
            made["when"] = random.choice((*GUARDS, *BY_EVENT.get(event, ())))
        if random.random() < 0.5:
            made["do"] = steps()
        return made

    def state() -> dict[str, Any]:
        made: dict[str, Any] = {"on": {event: transition(event) for event in EVENTS if random.random() < 0.4}}
        if random.random() < 0.2:
            made["on"]["d"] = transition()
        if random.random() < 0.2:
            made["forbid"] = {random.choice(tuple(EVENTS)): "No."}
        if random.random() < 0.3:
            made["entry"] = ["act"]
        if random.random() < 0.5:
            made["after"] = {
                f"{random.choice((2, 4, 6))} s": transition() for _ in range(random.choice((1, 1, 2)))
            }
        if random.random() < 0.15:
            made["must"] = {f"duty_{id(made)}": {"event": "a", "within": random.choice(("2 s", "4 s"))}}
        return made

    states = {name: state() for name in names if name not in boxed}
    states["box"] = {"initial": boxed[0], "states": {name: state() for name in boxed}, **state()}
    for number, body in enumerate(bodies(states)):
        if "must" in body:
            body["must"] = {f"duty_{number}": next(iter(body["must"].values()))}
    return {
        "policy": "random",
        "format": 1,
        "version": "1",
        "roles": {role: {} for role in ROLES},
        "facts": {"k": {"flag": False}},
        "context": {"n": {"counter": "0..3"}, "f": {"flag": False}},
        "exports": ["n"] if random.random() < 0.3 else [],
        "events": {**EVENTS, "a": {"settle": "2 s"} if random.random() < 0.3 else {}, "d": {}},
        "actions": {"act": {"params": {"loud": {"flag": False}}}},
        "initial": names[0],
        "states": states,
    }


def rich_policy(random: Random) -> dict[str, Any]:
    """One of those with states that run at the same time, a history, a counter that lapses, timers whose
    length a parameter says, something that is required, and a person who is remembered.
    """
    made = random_policy(random)
    box, rest = made["states"]["box"], random_policy(random)["states"]
    inside = {f"r{number}": body for number, body in enumerate(rest.values()) if "states" not in body}
    inside["r9"] = {"on": {"a": {"target": "r0", "when": random.choice(GUARDS)}}}
    targets = [*box["states"], *inside]
    for number, body in enumerate(bodies(inside)):
        body.pop("must", None)
        for then in (*body.get("on", {}).values(), *body.get("after", {}).values()):
            then["target"] = random.choice(tuple(inside))
        if random.random() < 0.3:
            body["after"] = {"wait s": {"target": random.choice(tuple(inside))}}
        if random.random() < 0.3:
            body.setdefault("on", {})["b"] = {"requires": ["f"], "do": ["act"]}
        if random.random() < 0.2:
            body["must"] = {f"late_{number}": {"event": "a", "within": "wait s"}}
    box["states"]["was"] = {"type": "history", "deep": random.random() < 0.5}
    left = {"initial": box.pop("initial"), "states": box.pop("states")}
    box |= {"type": "parallel", "states": {"left": left, "right": {"initial": "r0", "states": inside}}}
    if random.random() < 0.5:
        made["states"]["s0"].setdefault("on", {})["a"] = {"target": random.choice((["was"], [*targets[:1]]))}
    period = random.choice(("wait s", {"after": "4 s", "when": "all"}))
    made["context"]["n"] = {"counter": "0..3", "lapse": period}
    made["parameters"] = {"wait": {"range": "2..4", "default": random.choice((2, 3, 4))}}
    if random.random() < 0.4:
        made["context"]["who"] = {"person": None}
        for body in bodies(made["states"]):
            for event, then in body.get("on", {}).items():
                if event in EVENTS and random.random() < 0.3:
                    then["do"] = [{"remember": {"who": "by"}}]
                elif event in EVENTS and random.random() < 0.3:
                    then["when"] = random.choice(("by != who", "by == who"))
    return made


def bodies(states: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every state, those inside others too."""
    for body in states.values():
        yield body
        yield from bodies(body.get("states", {}))


def small_change(random: Random, written: dict[str, Any]) -> dict[str, Any]:
    """The same policy with something small about it that is different."""
    new = copy.deepcopy(written)
    body = random.choice(list(bodies(new["states"])))
    names = [*new["states"], *new["states"]["box"]["states"]]
    on = body.get("on", {})
    match random.randint(0, 6):
        case 0 if on:
            on[random.choice(list(on))]["target"] = random.choice(names)
        case 1 if on:
            del on[random.choice(list(on))]
        case 2 if "after" in body:
            (duration, then) = body["after"].popitem()
            body["after"][random.choice([one for one in ("2 s", "4 s", "6 s") if one != duration])] = then
        case 3:
            body["entry"] = [] if body.get("entry") else ["act"]
        case 4 if on:
            on[random.choice(list(on))]["when"] = random.choice(GUARDS)
        case 5:
            body["forbid"] = {random.choice(tuple(EVENTS)): "No."}
        case _ if on:
            on[random.choice(list(on))]["do"] = [{"set": {"n": random.randint(0, 2)}}]
        case _:
            body["after"] = {"6 s": {"target": random.choice(names)}}
    return new


def loaded(written: dict[str, Any]) -> pe.Policy | None:
    """The policy, or None where chance made it wrong."""
    try:
        return pe.parse_policy(json.dumps(written))
    except pe.PolicyError:
        return None


def two_versions(seed: int, *, rich: bool = False) -> tuple[pe.Policy, pe.Policy]:
    """A random policy and a small change of it, neither of them wrong."""
    random = Random(seed)
    while True:
        written = rich_policy(random) if rich else random_policy(random)
        old, new = loaded(written), loaded(small_change(random, written))
        if old is not None and new is not None:
            return old, new


# -- playing every call ------------------------------------------------------------------------------------


def shortest_difference(
    old: pe.Policy, new: pe.Policy, deepest: int, *, expected: bool = False
) -> int | None:
    """After how many calls a caller can first tell two policies apart; None where not within so many.

    expected: only by what a scenario can expect.
    """
    waiting: deque[tuple[Session, Session, datetime, int]] = deque()
    for known in (False, True):
        pair = [policy.start(facts={"k": known}, now=BEGAN) for policy in (old, new)]
        answers = [of_scenario([one.opening], one) if expected else seen(one.opening, one) for one in pair]
        if parted(*answers, expected=expected):
            return 0
        waiting.append((pair[0], pair[1], BEGAN, 0))
    met = {key(one, other, now) for one, other, now, _ in waiting}
    while waiting:
        one, other, now, depth = waiting.popleft()
        if depth == deepest or one.done:
            continue
        for call, moment in calls(one, other, now):
            following = old.resume(one.snapshot()), new.resume(other.snapshot())
            answers = [answer(session, call, moment, expected=expected) for session in following]
            if parted(*answers, expected=expected):
                return depth + 1
            place = key(*following, moment)
            if place not in met:
                met.add(place)
                waiting.append((*following, moment, depth + 1))
    return None


Call = tuple[str, Any]


def calls(one: Session, other: Session, now: datetime) -> Iterator[tuple[Call, datetime]]:
    """Every call that can be made: before anything is due, or when something is."""
    due = min((moment for moment in (one.deadline, other.deadline) if moment is not None), default=None)
    told: list[Call] = [("learn", {"k": known}) for known in (False, True) if one.facts["k"] != known]
    who: list[Any] = [*ROLES]
    if "who" in one.snapshot()["context"]:
        who += [("agent", "x"), ("manager", "x"), ("manager", "y")]
    for event in (*EVENTS, "d"):
        data = [{"size": size} for size in range(3)] if event == "b" else [{}]
        told += [("send", (event, given, by)) for given, by in product(data, who)]
    moment = now
    while moment <= now + (LONGEST if due is not None else timedelta()) and (due is None or moment < due):
        yield from ((call, moment) for call in told)
        moment += GRID
    if due is not None:
        yield ("advance", None), due


def parted(one: Any, other: Any, *, expected: bool) -> bool:
    """Whether two answers differ; of a scenario's the last is what is overdue, and it can expect some."""
    return not one[-1] <= other[-1] or one[:-1] != other[:-1] if expected else bool(one != other)


def answer(session: Session, call: Call, moment: datetime, *, expected: bool) -> object:
    kind, said = call
    if kind == "advance":
        found = session.advance(moment)
        if expected:
            return of_scenario([item.decision for item in found], session)
        return fired(found), state_of(session)
    if kind == "learn":
        decision = session.learn(said, now=moment)
        return of_scenario([decision], session) if expected else seen(decision, session)
    event, data, by = said
    decision = session.send(event, data, by, now=moment)
    if expected:
        return decision.verdict, *of_scenario([decision], session)
    return seen(decision, session)


def of_scenario(decisions: list[Decision], session: Session) -> tuple[Any, ...]:
    """What a scenario can expect after a step."""
    actions = [(item.name, dict(item.params)) for one in decisions for item in one.actions]
    duties = sorted(item.id for item in session.obligations)
    late = {item.id for item in session.obligations if item.overdue}
    return actions, session.states, session.outcome, duties, dict(session.context), late


def seen(decision: Decision, session: Session) -> object:
    return shown(decision), state_of(session)


def shown(decision: Decision) -> object:
    reason = None if decision.reason is None else (decision.reason.code, dict(decision.reason.params))
    return (
        decision.verdict,
        reason,
        [(item.name, dict(item.params), item.to) for item in decision.actions],
        decision.after,
        decision.exited,
        decision.entered,
        decision.outcome,
        [item.event for item in decision.dropped],
        fired(decision.prior),
    )


def fired(found: tuple[Fired, ...]) -> object:
    return [(item.due, shown(item.decision)) for item in found]


def state_of(session: Session) -> object:
    duties = [(item.id, item.due, item.overdue) for item in session.obligations]
    return session.deadline, duties, session.exports


def key(one: Session, other: Session, now: datetime) -> str:
    """Where two sessions stand, with what is due counted from now."""
    return json.dumps([relative(session.snapshot(), now) for session in (one, other)])


def relative(snapshot: dict[str, Any], now: datetime) -> object:
    timers = [(item["state"], item["duration"], since(item["due"], now)) for item in snapshot["timers"]]
    sends = [(item["event"], item["place"], since(item["due"], now)) for item in snapshot["sends"]]
    counted = [max(since(one, now), -3) for found in snapshot["settling"].values() for one in found][-1:]
    missed = sorted((id, since(due, now)) for id, due in snapshot.get("overdue", {}).items())
    return [snapshot["configuration"], snapshot["context"], snapshot["facts"], timers, sends, counted, missed]


def since(moment: str, now: datetime) -> float:
    return (datetime.fromisoformat(moment) - now).total_seconds()
