"""The verifier agrees with a search that plays every call, also on how short the shortest is."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any, NamedTuple

import pytest

import policy_engine as pe
from policy_engine.session.decision import Decision
from policy_engine.session.live import Session
from policy_engine.verify.prove import prove

EVENTS = ("a", "b", "c")
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECONDS = {"59 s": 59, "1 min": 60, "90 s": 90, "2 min": 120}
FIXED = ("k", "not k")  # a moment inside a step can't be told from its end otherwise
GUARDS = ("n < 2", "n == 1", "f", "not f", "k", "not k", "n < 3 and k")


def random_policy(random: Random) -> dict[str, Any]:
    """A few states, some in a box, with a counter, a flag and a fact in their guards; a timer in some."""
    names = [f"s{number}" for number in range(random.randint(3, 6))]
    boxed = names[1 : random.randint(2, len(names))]

    def transition() -> Any:
        made: dict[str, Any] = {"target": random.choice(names)}
        if random.random() < 0.5:
            made["when"] = random.choice(GUARDS)
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
    for name in random.sample(names, 2):
        inside = states if name in states else states["box"]["states"]
        inside[name]["after"] = {random.choice(("1 min", "90 s")): transition()}
    if names[-1] in states and random.random() < 0.7:
        states[names[-1]] = {"type": "final"}
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
        "properties": random_properties(random, names),
    }


def random_properties(random: Random, names: list[str]) -> dict[str, Any]:
    """One of each pattern, and of each kind of it."""

    def name() -> str:
        return random.choice(names)

    def perhaps(key: str, *choices: Any) -> dict[str, Any]:
        return {key: random.choice(choices)} if random.random() < 0.6 else {}

    unless = perhaps("unless", ["a"], ["a", "b"], ["c"])
    condition = random.choice(("f", "n == 2", "k and n > 0", "not f", "n < 2"))
    return {
        "always": {"always": random.choice(("n < 3", "not f", "n < 2 or f"))},
        "entered": {"never": {"enter": name(), **perhaps("when", *FIXED), **unless}},
        "left": {"never": {"exit": name(), **perhaps("when", *FIXED), **unless}},
        "asked": {"never": {"action": "act", **perhaps("when", *FIXED), **unless}},
        "applied": {"never": {"event": random.choice(EVENTS), "when": condition}},
        "changed": {"never": {"change": random.choice(("n", "f")), **perhaps("when", condition), **unless}},
        "followed": {
            "whenever": {"event": "a", "when": condition, **perhaps("in", *names)},
            "then": {"action": "act"},
        },
        "entering": {"whenever": {"enter": name(), **perhaps("when", *FIXED)}, "then": {"action": "act"}},
        "acting": {"whenever": {"action": "act", **perhaps("in", *names)}, "then": {"enter": name()}},
        "answer": {"in": name(), random.choice(("accepts", "forbids")): "b", "when": condition},
        "reached": {"reachable": name(), "from": random.choice(("any", *names))},
        "ending": {"reachable": "final", "from": random.choice(("any", *names))},
        "timely": {
            "whenever": {"enter": name()},
            "then": {"enter": [name(), name()]},
            "within": random.choice(("59 s", "1 min", "2 min")),
        },
    }  # fmt: skip


class Step(NamedTuple):
    """One step of a call: what was told (nothing where a timer was due), and where it leads."""

    event: str
    decision: Decision
    before: Session
    after: Session
    target: str


class Calls:
    """Every call of a policy, played by sessions. A place is all that a session knows but the time: in these
    policies one timer at the most is running, and whatever is told can come before it is due.
    """

    def __init__(self, policy: pe.Policy) -> None:
        self._policy = policy
        self._waiting: deque[str] = deque()
        self.distance: dict[str, int] = {}
        self.places: dict[str, tuple[Session, datetime]] = {}
        self.steps: dict[str, list[Step]] = {}
        starts = [policy.start(facts={"k": known}, now=START) for known in (False, True)]
        self.starts = [Step("", start.opening, start, start, self._meet(start, START, 0)) for start in starts]
        while self._waiting:
            here = self._waiting.popleft()
            self.steps[here] = list(self._from(here))

    def _meet(self, session: Session, now: datetime, distance: int) -> str:
        place = json.dumps([session.configuration, session.context, session.facts, session.deadline is None])
        if place not in self.distance:
            self.distance[place] = distance
            self.places[place] = session, now
            self._waiting.append(place)
        return place

    def _from(self, here: str) -> Iterator[Step]:
        session, now = self.places[here]
        if session.done:
            return
        far = self.distance[here] + 1
        for event in EVENTS:
            following = self._policy.resume(session.snapshot())
            decision = following.send(event, now=now)
            yield Step(event, decision, session, following, self._meet(following, now, far))
        if session.deadline is not None:
            following = self._policy.resume(session.snapshot())
            (fired,) = following.advance(session.deadline)
            target = self._meet(following, session.deadline, far)
            yield Step("", fired.decision, session, following, target)

    def all_steps(self) -> Iterator[tuple[int, Step]]:
        """Every step, with the number of steps before it."""
        for step in self.starts:
            yield 0, step
        for here, steps in self.steps.items():
            for step in steps:
                yield self.distance[here] + 1, step


def shortest(written: dict[str, Any], calls: Calls) -> dict[str, int]:
    """For each property the number of steps after the start until it is first seen broken."""
    found: dict[str, int] = {}
    for name, item in written["properties"].items():
        if "reachable" in item:
            lengths = unreached(item, calls)
        elif "within" in item:
            lengths = late(item, written, calls)
        else:
            lengths = (
                far for far, step in calls.all_steps() if breaks(item, step, started=step in calls.starts)
            )
        nearest = min(lengths, default=None)
        if nearest is not None:
            found[name] = nearest
    return found


def breaks(item: dict[str, Any], step: Step, *, started: bool) -> bool:
    """Whether a property is seen broken in one step."""
    _, decision, before, after, _ = step
    if "always" in item:
        return not holds(item["always"], after)
    if "never" in item:
        body = item["never"]
        if step.event and step.event in body.get("unless", ()):
            return False
        condition = body.get("when", "True")
        if "event" in body:
            return step.event == body["event"] and decision.verdict == "applied" and holds(condition, before)
        if "change" in body:
            name = body["change"]
            return not started and before.context[name] != after.context[name] and holds(condition, after)
        return happens(body, decision) and holds(condition, after)
    if "in" in item:
        wanted = "applied" if "accepts" in item else "forbidden"
        told = step.event == "b" and item["in"] in before.configuration and decision.verdict != wanted
        return told and holds(item["when"], before)
    return happened(item["whenever"], step, started=started) and not happens(item["then"], decision)


def happens(body: dict[str, Any], decision: Decision) -> bool:
    """Whether a step enters, leaves or asks for what is named."""
    kind = next(each for each in ("enter", "exit", "action") if each in body)
    if kind == "action":
        return any(action.name == body[kind] for action in decision.actions)
    names = [body[kind]] if isinstance(body[kind], str) else body[kind]
    return any(name in names for name in (decision.entered if kind == "enter" else decision.exited))


def happened(body: dict[str, Any], step: Step, *, started: bool) -> bool:
    """Whether what `whenever` speaks of happens in a step."""
    if "in" in body and (started or body["in"] not in step.before.configuration):
        return False
    if "event" in body:
        return step.event == body["event"] and holds(body["when"], step.before)
    return happens(body, step.decision) and holds(body.get("when", "True"), step.after)


def holds(condition: str, session: Session) -> bool:
    """The few conditions of these policies are Python, too."""
    values = {**session.context, **session.facts}
    return bool(eval(condition, {}, values))  # noqa: S307  # the conditions are those written above


def unreached(item: dict[str, Any], calls: Calls) -> Iterator[int]:
    """How far away the places are from which nothing leads to the goal."""
    goal, source = item["reachable"], item["from"]
    for place, (session, _) in calls.places.items():
        if source != "any" and source not in session.configuration:
            continue
        met, waiting = {place}, [place]
        while waiting:
            for step in calls.steps[waiting.pop()]:
                if step.target not in met:
                    met.add(step.target)
                    waiting.append(step.target)
        ends = (calls.places[there][0] for there in met)
        if not any(end.done if goal == "final" else goal in end.configuration for end in ends):
            yield calls.distance[place]


def late(item: dict[str, Any], written: dict[str, Any], calls: Calls) -> Iterator[int]:
    """After how many steps too much time can have gone by. Whoever delays tells each event just before the
    timer is due, and then another one begins.
    """
    limit = SECONDS[item["within"]]
    lengths = {name: SECONDS[next(iter(state["after"]))] for name, state in timed(written["states"])}
    for far, first in calls.all_steps():
        if not happens(item["whenever"], first.decision) or happens(item["then"], first.decision):
            continue
        begun = due(first, None, 0, lengths)
        met, waiting = {(first.target, begun)}, deque([(far, first.target, begun)])
        while waiting:
            length, here, end = waiting.popleft()
            if end is None or end > limit:
                yield length
                break
            for step in calls.steps[here]:
                following = (step.target, due(step, end, end, lengths))
                if following not in met and not happens(item["then"], step.decision):
                    met.add(following)
                    waiting.append((length + 1, *following))


def due(step: Step, old: int | None, now: int, lengths: dict[str, int]) -> int | None:
    """When the timer that runs after a step is due."""
    running = [name for name in step.after.configuration if name in lengths] if not step.after.done else []
    if not running or step.after.deadline is None:
        return None
    return now + lengths[running[0]] if running[0] in step.decision.entered else old


def timed(states: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, state in states.items():
        if "after" in state:
            yield name, state
        yield from timed(state.get("states", {}))


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(30))
def test_both_find_the_same_properties_broken_after_equally_many_steps(seed: int) -> None:
    random = Random(seed)
    made = 0
    while made < 3:
        written = random_policy(random)
        try:
            policy = pe.parse_policy(json.dumps(written))
        except pe.PolicyError:
            continue  # overlapping or unreachable by chance: nothing to compare
        made += 1
        expected = shortest(written, Calls(policy))

        proofs = prove(policy.automaton, policy.chart.properties)

        actual = {name: len(found.course) - 1 for name, found in proofs.broken.items()}
        assert proofs.whole
        assert expected == actual
