"""What a session is ever seen to do against a property, the verifier has found before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.courses import courses
from policy_engine.session.decision import Decision
from policy_engine.session.live import Session
from policy_engine.verify.prove import prove
from tests.verify.random_policies import EVENTS, as_text, random_policy

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
LIMITS = {"1 min": 60, "2 min": 120, "5 min": 300}


class Seen:
    """A session as it was before a step."""

    def __init__(self, session: Session) -> None:
        self.states = session.configuration
        self.values = {**session.facts, **session.parameters, **session.context}


class Monitor:
    """Watches one session, and notes the properties that it breaks. It sees a session as a host does."""

    def __init__(self, properties: dict[str, Any], session: Session, now: datetime) -> None:
        self.broken: set[str] = set()
        self._properties = properties
        self._session = session
        self._waiting: dict[str, list[datetime]] = {}
        self._now = now
        self.step(None, session.opening, now)

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
        for name, moments in self._waiting.items():
            limit = timedelta(seconds=LIMITS[self._properties[name]["within"]])
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
            self._waiting[name] = []
        elif happened:
            self._waiting.setdefault(name, []).append(now)
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
    return bool(eval(condition.replace("event.", ""), {}, values))  # noqa: S307  # written by these tests alone


def walk(policy: pe.Policy, properties: dict[str, Any], random: Random) -> set[str]:
    """The properties that one random session breaks."""
    now = START
    facts = {"k": random.random() < 0.5, "lv": random.randint(1, 3)}
    session = policy.start(facts=facts, now=now)
    monitor = Monitor(properties, session, now)
    for _ in range(random.randint(5, 25)):
        if session.deadline is not None and random.random() < 0.45:
            now = max(now, session.deadline)
            before = Seen(session)
            fired = session.advance(now)
            if len(fired) != 1:
                return monitor.broken  # what stood between them is not seen
            monitor.step(before, fired[0].decision, now)
            continue
        later = now + timedelta(seconds=random.choice((0, 0, 20, 60, 400)))
        if session.deadline is None or later < session.deadline:
            now = later
            monitor.wait(now)
        if session.done:
            break
        event, by = random.choice(EVENTS), random.choice(("agent", "boss"))
        told: dict[str, Any] = {"x": random.randint(0, 3), "s": random.choice(("", "x", "y", "z", "w"))}
        before = Seen(session)
        decision = session.send(event, told if event == "d" else None, by, now=now)
        monitor.step(before, decision, now, {**told, "by": by})
        if decision.prior:
            return monitor.broken
    if session.deadline is None or session.done:
        monitor.wait(now + timedelta(days=1))
    return monitor.broken


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
@pytest.mark.parametrize("seed", [1, 2, 5, 6, 7, 8])
def test_what_a_session_breaks_is_not_called_proved(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "MOST_SITUATIONS", 1_000)  # past which nothing is called proved
    written, policy = loaded(seed)
    random = Random(seed)

    for p in (1, 2):
        try:
            chosen = policy.with_parameters(p=p)
        except pe.PolicyError:
            continue  # its mistakes are told already
        proofs = prove(chosen.automaton, chosen.chart.properties)
        found = {*proofs.broken, *proofs.open}
        for _ in range(20):
            assert walk(chosen, written["properties"], random) <= found
