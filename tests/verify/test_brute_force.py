"""The verifier agrees with a search that plays every call, also on how short the shortest is."""

from __future__ import annotations

import json
from collections import deque
from random import Random
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.session.live import Session
from policy_engine.verify.prove import prove

EVENTS = ("a", "b", "c")
DEEPEST = 12


def random_policy(random: Random) -> dict[str, Any]:
    """A few states, some in a box, with a counter, a flag and a fact in their guards."""
    names = [f"s{number}" for number in range(random.randint(3, 6))]
    guards = ("n < 2", "n == 1", "f", "not f", "k", "not k", "n < 3 and k")
    boxed = names[1 : random.randint(2, len(names))]

    def transition() -> Any:
        made: dict[str, Any] = {"target": random.choice(names)}
        if random.random() < 0.5:
            made["when"] = random.choice(guards)
        steps = [{"set": {"f": random.choice((True, False))}}, {"set": {"n": random.randint(0, 3)}}, "act"]
        if random.random() < 0.6:
            made["do"] = random.sample(steps, random.randint(1, 2))
        return made

    def state() -> dict[str, Any]:
        made: dict[str, Any] = {"on": {event: transition() for event in EVENTS if random.random() < 0.6}}
        if random.random() < 0.2:
            made["forbid"] = {random.choice(EVENTS): "No."}
        if random.random() < 0.2:
            made["entry"] = ["act"]
        return made

    states = {name: state() for name in names if name not in boxed}
    states["box"] = {"initial": boxed[0], "states": {name: state() for name in boxed}, **state()}
    return {
        "policy": "random",
        "format": 1,
        "version": "1",
        "facts": {"k": {"flag": False}},
        "context": {"n": {"counter": "0..3"}, "f": {"flag": False}},
        "events": {event: {} for event in EVENTS},
        "actions": {"act": {}},
        "initial": names[0],
        "states": states,
        "properties": {
            "always": {"always": random.choice(("n < 3", "not f", "n < 2 or f"))},
            "entered": {"never": {"enter": random.choice(names)}},
            "asked": {"never": {"action": "act", "when": random.choice(("f", "n == 2", "k and n > 0"))}},
            "followed": {
                "whenever": {"event": "a", "when": random.choice(("f", "k"))},
                "then": {"action": "act"},
            },
            "answer": {"in": random.choice(names), random.choice(("accepts", "forbids")): "b"},
        },
    }


def shortest(policy: pe.Policy, written: dict[str, Any]) -> dict[str, int]:
    """For each property the number of events after which it is first seen broken, by playing all calls."""
    found: dict[str, int] = {}

    def look(name: str, *, broken: bool, depth: int) -> None:
        if broken:
            found[name] = min(depth, found.get(name, depth))

    properties = written["properties"]
    reads = {name: policy_reader(properties[name]) for name in properties}
    for known in (False, True):
        start = policy.start(facts={"k": known})
        for name, read in reads.items():
            look(name, broken=read(None, None, start.opening, start), depth=0)
        met, waiting = {key(start)}, deque([(start, 0)])
        while waiting:
            session, depth = waiting.popleft()
            if depth == DEEPEST:
                continue
            for event in EVENTS:
                following = policy.resume(session.snapshot())
                decision = following.send(event)
                for name, read in reads.items():
                    look(name, broken=read(session, event, decision, following), depth=depth + 1)
                if key(following) not in met:
                    met.add(key(following))
                    waiting.append((following, depth + 1))
    return found


def key(session: Session) -> str:
    return json.dumps([session.configuration, session.context])


def policy_reader(item: dict[str, Any]) -> Any:
    """Whether a property is seen broken in one step of a session."""
    if "always" in item:
        return lambda _before, _event, _decision, after: not holds(item["always"], after)
    if "never" in item and "enter" in item["never"]:
        return lambda _before, _event, decision, _after: item["never"]["enter"] in decision.entered
    if "whenever" in item:
        return lambda before, event, decision, _after: (
            event == "a"
            and holds(item["whenever"]["when"], before)
            and not any(action.name == "act" for action in decision.actions)
        )
    if "in" in item:
        wanted = "applied" if "accepts" in item else "forbidden"
        return lambda before, event, decision, _after: (
            event == "b" and item["in"] in before.configuration and decision.verdict != wanted
        )
    return lambda _before, _event, _decision, _after: False


def holds(condition: str, session: Session) -> bool:
    """The few conditions of these policies are Python, too."""
    values = {**session.context, **session.facts}
    return bool(eval(condition, {}, values))  # noqa: S307  # the conditions are those written above


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(30))
def test_both_find_the_same_properties_broken_after_equally_many_events(seed: int) -> None:
    random = Random(seed)
    made = 0
    for _ in range(30):
        written = random_policy(random)
        try:
            policy = pe.parse_policy(json.dumps(written))
        except pe.PolicyError:
            continue  # overlapping or unreachable by chance: nothing to compare
        made += 1
        if made > 3:
            break
        expected = shortest(policy, written)

        proofs = prove(policy.automaton, policy.chart.properties)

        actual = {name: len(found.course) - 1 for name, found in proofs.broken.items() if name != "asked"}
        assert proofs.whole
        assert expected == actual
    assert made >= 3
