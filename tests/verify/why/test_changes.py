"""No smaller change exists: compared with every other choice of values, played by the naive interpreter."""

from __future__ import annotations

import copy
import json
from itertools import combinations, product
from random import Random
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.verify.why.explain import Explainer
from policy_engine.verify.why.explanation import Alternative, Explanation
from tests.oracle.naive import Naive

NAMES = {"fact": ("k", "m"), "context": ("n", "f"), "data": ("level",), "by": ("by",)}
DOMAINS: dict[tuple[str, str], list[Any]] = {
    ("data", "level"): [0, 1, 2],
    ("by", "by"): ["agent", "manager"],
    ("fact", "k"): [False, True],
    ("fact", "m"): ["low", "mid", "high"],
    ("context", "n"): [0, 1, 2, 3],
    ("context", "f"): [False, True],
}
GUARDS = (
    "n < 2", "n == 1 or f", "f and k", "not f", "m == 'high'", "m != 'low' and n > 0", "k", "n + 1 > 2 or k",
)  # fmt: skip
TOLD = ("event.level > 0", "event.level == 2 and f", "by == 'manager'", "n <= event.level")


def random_policy(random: Random) -> dict[str, Any]:
    """Three states, two in a box; each transition has an action of its own, each refusal its words."""
    count = 0

    def action() -> str:
        nonlocal count
        count += 1
        return f"act_{count}"

    def branches(guards: tuple[str, ...]) -> list[dict[str, Any]]:
        steps = [{"set": {"f": random.choice((True, False))}}] if random.random() < 0.3 else []
        first = {"target": random.choice("xyz"), "do": [action(), *steps], "when": random.choice(guards)}
        if random.random() < 0.2:
            return [{**first, "by": ["manager"]}]
        last: dict[str, Any] = {"else": {"target": random.choice("xyz"), "do": [action()]}}
        return [first, last] if random.random() < 0.5 else [first]

    def state() -> dict[str, Any]:
        made: dict[str, Any] = {}
        if random.random() < 0.8:
            made["on"] = {"e": branches(GUARDS + TOLD)}
        if random.random() < 0.4:
            made["forbid"] = {"e": {"when": random.choice(GUARDS + TOLD), "text": f"No, {action()}."}}
        return made

    settled = {"always": {"when": random.choice(GUARDS), "target": "z", "do": [action()]}}
    states = {
        "box": {"initial": "x", "states": {"x": state() | settled, "y": state()}, **state()},
        "z": state(),
    }
    if random.random() < 0.3:
        states["z"] |= {"on": {"e": {"target": "x", "requires": ["f"]}}}
    return {
        "policy": "random",
        "format": 1,
        "version": "1",
        "roles": {"agent": {}, "manager": {}},
        "facts": {
            "k": {"flag": False},
            "m": {"enum": ["low", "mid", "high"], "default": "low"},
        },
        "context": {"n": {"counter": "0..3"}, "f": {"flag": False}},
        "events": {"e": {"data": {"level": {"range": "0..2", "default": 0}}}, "more": {}},
        "actions": {f"act_{number}": {} for number in range(1, count + 1)},
        "initial": "box",
        "states": {
            **states,
            "box": states["box"]
            | {"on": {**states["box"].get("on", {}), "more": {"when": "n < 3", "do": [{"add": {"n": 1}}]}}},
        },
    }


def answers(naive: Naive, told: dict[tuple[str, str], Any]) -> tuple[Any, ...]:
    """What the naive interpreter answers with these values."""
    session = copy.copy(naive)
    session.context = dict(naive.context) | {
        name: value for (kind, name), value in told.items() if kind == "context"
    }
    session.configuration = copy.copy(naive.configuration)
    session.facts = dict(naive.facts)
    facts = {name: value for (kind, name), value in told.items() if kind == "fact"}
    report = session.send("e", {"level": told["data", "level"]}, told["by", "by"], facts)
    return report.verdict, json.dumps(report.text), report.states, tuple(name for name, _ in report.actions)


def far(read: tuple[str, str], one: Any, other: Any) -> int:
    return abs(one - other) if read[1] in ("n", "level") else 1


def brute_force(naive: Naive, now: dict[tuple[str, str], Any]) -> dict[Any, tuple[int, int]]:
    """The size of the smallest change to each other answer of which no part does it already: leads elsewhere
    with the same verdict, or at all where the verdict stays what it is.
    """
    own = answers(naive, now)
    played = {
        values: answers(naive, dict(zip(DOMAINS, values, strict=True)))
        for values in product(*DOMAINS.values())
    }
    found: dict[Any, tuple[int, int]] = {}
    for values, answer in played.items():
        told = dict(zip(DOMAINS, values, strict=True))
        other = [read for read in told if told[read] != now[read]]
        size = (len(other), sum(far(read, told[read], now[read]) for read in other))
        if answer == own or size >= found.get(answer, (99, 0)):
            continue
        parts = [part for count in range(1, len(other)) for part in combinations(other, count)]
        led = [played[tuple((told if read in part else now)[read] for read in DOMAINS)] for part in parts]
        verdicts = {one[0] for one in led if one != own}
        if answer[0] not in verdicts and not (verdicts and answer[0] == own[0]):
            found[answer] = size
    return found


def size_of(one: Alternative) -> tuple[int, float]:
    return len(one.altered), sum(item.option.distance for item in one.altered)


def explained(policy: pe.Policy, session: pe.Session, most: int) -> Explanation:
    explainer = Explainer(policy, most)
    case = explainer.case(session.snapshot())
    return explainer.event(case, session.send("e"), "e", None, None, None)


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(16))
def test_every_other_answer_is_told_with_a_smallest_change_that_needs_all_of_it(seed: int) -> None:
    random = Random(seed)
    written = random_policy(random)
    policy = pe.parse_policy(json.dumps(written))
    session, naive = policy.start(), Naive(written)
    for _ in range(random.randint(0, 2)):
        session.send("more")
        naive.send("more")
    now = {
        **{
            (kind, name): value
            for kind, values in (("fact", session.facts), ("context", session.context))
            for name, value in values.items()
        },
        ("data", "level"): 0,
        ("by", "by"): "agent",
    }
    expected = brute_force(naive, now)

    found = explained(policy, session, most=len(DOMAINS))

    sizes = sorted(expected.values())
    first = sizes[0][0] if sizes else 0
    assert [size for size in sizes if size[0] <= first + 1] == [size_of(one) for one in found.alternatives]
    for one in found.alternatives:
        told = now | {(item.kind, item.name): item.option.value for item in one.altered}
        answer = answers(naive, told)
        assert (one.verdict, one.states, one.actions) == (answer[0], answer[2], answer[3])
        assert size_of(one) == expected[answer]
