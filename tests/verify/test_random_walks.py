"""What a session is ever seen to do, the verifier has met; and what it is seen to do against a property, the
verifier has found.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from random import Random
from types import CodeType
from typing import Any, NamedTuple

import pytest

import policy_engine as pe
from policy_engine.courses import courses
from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Situation
from policy_engine.model.hidden import shown_only
from policy_engine.session.decision import Decision
from policy_engine.session.live import Session
from policy_engine.verify.patterns import within
from policy_engine.verify.prove import prove
from tests.verify.random_policies import as_text, random_policy
from tests.verify.waiting_policies import waiting_policy

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
TIMES = 200
SEEDS = (1, 2, 5, 8, 9)


class Seen:
    """A session as it was before a step."""

    def __init__(self, session: Session) -> None:
        self.states = session.configuration
        self.values = {**session.facts, **session.parameters, **session.context}


class Monitor:
    """Watches one session, and notes the properties that it breaks. It sees a session as a host does."""

    def __init__(
        self,
        properties: dict[str, Any],
        session: Session,
        broken: set[str],
        waiting: dict[str, list[datetime]],
    ) -> None:
        self.broken = broken
        self.waiting = {name: list(moments) for name, moments in waiting.items()}
        self._properties = properties
        self._session = session

    def step(
        self, before: Seen | None, decision: Decision, now: datetime, told: dict[str, Any] | None = None
    ) -> None:
        """Notes what one step did: an event that was told, or one thing that was due."""
        after = Seen(self._session)
        for name, item in self._properties.items():
            if self._breaks(name, item, before, decision, after, now, told):
                self.broken.add(name)
        self.wait(now)

    def wait(self, now: datetime) -> None:
        """Notes what has not come in time by now."""
        for name, moments in self.waiting.items():
            limit = timedelta(minutes=int(self._properties[name]["within"].split()[0]))
            if any(now > moment + limit for moment in moments):
                self.broken.add(name)

    def _breaks(
        self,
        name: str,
        item: dict[str, Any],
        before: Seen | None,
        decision: Decision,
        after: Seen,
        now: datetime,
        told: dict[str, Any] | None,
    ) -> bool:
        if "always" in item:
            return not holds(item["always"], after)
        if "never" in item:
            return self._never(item["never"], before, decision, after, told)
        if "in" in item:
            wanted = "applied" if "accepts" in item else "forbidden"
            event = item.get("accepts") or item.get("forbids")
            return (
                told is not None
                and before is not None
                and decision.event == event
                and item["in"] in before.states
                and decision.verdict not in (wanted, "rejected")
                and holds(item["when"], before)
            )
        happened = self._happened(item["whenever"], before, decision, after, told)
        followed = self._followed(item["then"], decision)
        if "within" not in item:
            return happened and not followed
        if followed:
            self.waiting[name] = []
        elif happened:
            self.waiting.setdefault(name, []).append(now)
        return False

    def _never(
        self,
        body: dict[str, Any],
        before: Seen | None,
        decision: Decision,
        after: Seen,
        told: dict[str, Any] | None,
    ) -> bool:
        if decision.event in body.get("unless", ()):
            return False
        if "change" in body:
            changed = before is not None and before.values[body["change"]] != after.values[body["change"]]
            return changed and decision.cause != f"lapse:{body['change']}"
        if "event" in body:
            applied = before is not None and decision.event == body["event"] and decision.verdict == "applied"
            return applied and holds(body["when"], before, told or DEFAULTS)
        kind = next(key for key in ("enter", "exit", "action") if key in body)
        return body[kind] in done(kind, decision) and holds(body.get("when", "True"), after)

    def _happened(
        self,
        body: dict[str, Any],
        before: Seen | None,
        decision: Decision,
        after: Seen,
        told: dict[str, Any] | None,
    ) -> bool:
        if "in" in body and (before is None or body["in"] not in before.states):
            return False
        if "event" in body:
            came = before is not None and decision.event == body["event"] and decision.verdict != "rejected"
            return came and holds(body.get("when", "True"), before, told or DEFAULTS)
        kind = next(key for key in ("enter", "action") if key in body)
        return body[kind] in done(kind, decision) and holds(body.get("when", "True"), after)

    def _followed(self, then: dict[str, Any], decision: Decision) -> bool:
        kind = "action" if "action" in then else "enter"
        wanted = [then[kind]] if isinstance(then[kind], str) else then[kind]
        return any(name in done(kind, decision) for name in wanted)


DEFAULTS = {"x": 1, "s": "y", "by": ""}


def done(kind: str, decision: Decision) -> Iterator[str]:
    """What a step entered, left or asked for."""
    if kind == "action":
        return (action.name for action in decision.actions)
    return iter(decision.entered if kind == "enter" else decision.exited)


def holds(condition: str, seen: Seen | None, told: dict[str, Any] | None = None) -> bool:
    """The few conditions of these policies are Python, too, once `event.` is taken off."""
    assert seen is not None
    values = {**seen.values, **(told or {})}
    return bool(eval(python(condition), {}, values))  # noqa: S307  # written by these tests alone


@cache
def python(condition: str) -> CodeType:
    return compile(condition.replace("event.", ""), "condition", "eval")


class Place(NamedTuple):
    """Where a session can be gone on with."""

    snapshot: Mapping[str, Any]
    now: datetime
    waiting: dict[str, list[datetime]]


class Walks:
    """Sessions of a policy, as different ones as possible: each goes on from where few went on before.

    `broken` are the properties that they break, `done` what they did, as `Met` tells it of courses.
    """

    def __init__(self, policy: pe.Policy, properties: dict[str, Any], random: Random) -> None:
        self.broken: set[str] = set()
        self.done: set[object] = set()
        self._policy = policy
        self._properties = properties
        self._random = random
        self._places: list[Place] = []
        self._met: set[object] = set()
        facts = policy.chart.facts
        for values in product(*(item.type.values for item in facts.values())):
            session = policy.start(facts=dict(zip(facts, values, strict=True)), now=START)
            monitor = Monitor(properties, session, self.broken, {})
            monitor.step(None, session.opening, START)
            self._keep(session, START, monitor)

    def go_on(self, times: int) -> None:
        """Goes on so many times, from each place in turn: by everything that can happen there."""
        for place in self._places:
            if times < 0:
                break
            for event, by, told in self._tellings():
                self._tell(place, event, by, told, self._random.choice((0, 0, 20, 60)))
                times -= 1
            self._wait(place)

    def _tellings(self) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
        chart = self._policy.chart
        for event, by in product(chart.events, chart.roles or (None,)):
            for _ in range(3 if event == "d" else 1):
                told = {"x": self._random.randint(0, 3), "s": self._random.choice(("", "x", "y", "z", "w"))}
                yield event, by, told

    def _tell(self, place: Place, event: str, by: str | None, told: dict[str, Any], seconds: int) -> None:
        session, monitor = self._again(place)
        now = place.now + timedelta(seconds=seconds)
        if session.deadline is not None and now >= session.deadline:
            now = place.now
        monitor.wait(now)
        before = Seen(session)
        decision = session.send(event, told if event == "d" else None, by, now=now)
        monitor.step(before, decision, now, {**told, "by": by})
        if not decision.prior and decision.verdict != "rejected":
            self.done.add((done_from(before), event, str(decision.verdict), done_from(Seen(session))))
            self._keep(session, now, monitor)

    def _wait(self, place: Place) -> None:
        """Lets come what is due next."""
        session, monitor = self._again(place)
        if session.deadline is None:
            monitor.wait(place.now + timedelta(days=1))
            return
        now = max(place.now, session.deadline)
        before = Seen(session)
        fired = session.advance(now)
        if len(fired) == 1:  # else what stood between them is not seen
            monitor.step(before, fired[0].decision, now)
            self.done.add((done_from(before), "", "applied", done_from(Seen(session))))
            self._keep(session, now, monitor)

    def _again(self, place: Place) -> tuple[Session, Monitor]:
        session = self._policy.resume(place.snapshot)
        return session, Monitor(self._properties, session, self.broken, place.waiting)

    def _keep(self, session: Session, now: datetime, monitor: Monitor) -> None:
        if session.done:
            monitor.wait(now + timedelta(days=1))
            return
        left = None if session.deadline is None else session.deadline - now
        key = (session.configuration, *session.context.values(), *session.facts.values(), left)
        if key not in self._met:
            self._met.add(key)
            self._places.append(Place(session.snapshot(), now, monitor.waiting))


def done_from(seen: Seen) -> object:
    """Where a session stands, as far as it is finite."""
    return seen.states, frozenset((name, value) for name, value in seen.values.items() if name not in TEXTS)


TEXTS = ("t", "u")


def met(courses: Courses) -> set[object]:
    """What every course does, step by step, as `Walks.done` tells it of sessions."""
    known = courses.automaton.parameters

    def place(here: Situation) -> object:
        node = courses.node(here)
        finite = zip(courses.automaton.program.finite, node.values, strict=True)
        values = {**known, **courses.worlds.inputs(here.world).facts, **shown_only(dict(finite))}
        return node.states, frozenset(values.items())

    places = {here: place(here) for here in courses.steps}
    found: set[object] = set()
    for here, steps in courses.steps.items():
        for step in steps:
            edge = step.edge
            told = edge is not None and edge.trigger.kind == "on"
            event = edge.trigger.name if told and edge is not None else ""
            verdict = edge.verdict if told and edge is not None else "applied"
            found.add((places[here], event, verdict, places[step.target]))
        found |= {
            (places[here], event, "ignored", places[here])
            for event in courses.chart.events
            if courses.unheard(here, event)
        }
    return found


def loaded(seed: int) -> tuple[dict[str, Any], pe.Policy]:
    """The first policy of a seed that loads."""
    random = Random(seed)
    while True:
        written = random_policy(random)
        try:
            return written, pe.parse_policy(as_text(written))
        except pe.PolicyError:
            continue  # overlapping or out of range by chance


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_session_breaks_is_not_called_proved(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "MOST_SITUATIONS", 1_000)  # past which nothing is called proved
    written, policy = loaded(seed)

    for p in (1, 2):
        try:
            chosen = policy.with_parameters(p=p)
        except pe.PolicyError:
            continue  # its mistakes are told already
        compare(chosen, written["properties"], Random(seed))


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5, 9])
def test_what_comes_too_late_is_not_called_proved(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(within, "MOST_MOVES", 3_000)
    written = waiting_policy(Random(seed))

    compare(pe.parse_policy(json.dumps(written)), written["properties"], Random(seed))


def compare(policy: pe.Policy, properties: dict[str, Any], random: Random) -> None:
    """Holds sessions to what was proved of their policy, and to the courses that it was proved of."""
    proofs = prove(policy.automaton, policy.chart.properties)
    left = {name: item for name, item in properties.items() if name not in {*proofs.broken, *proofs.open}}
    walks = Walks(policy, left, random)
    walks.go_on(TIMES)

    assert set() == walks.broken
    if proofs.courses.whole:
        assert walks.done <= met(proofs.courses)
