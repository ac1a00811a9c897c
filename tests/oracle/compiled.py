"""The compiled table, driven through the same calls as the oracle."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from policy_engine.automaton.automaton import Automaton
from policy_engine.policy import Policy
from policy_engine.session.decision import Decision, Fired
from tests.oracle.course import MONDAY, Outcome, moment

Time = Literal["told", "clock", "none"]


def on_demand(policy: Policy) -> Policy:
    """The same policy with an empty table, so that every node is made when a session first comes there."""
    return Policy(policy.chart, Automaton(policy.automaton.chart, policy.parameters))


class CompiledCourse:
    """A session of a loaded policy. With `hand_over` it goes through its snapshot before every call.

    time: "told" with every call, read from a "clock", or "none" for a policy without timers, whose sessions
    then answer in the shortest way.
    """

    def __init__(
        self,
        policy: Policy,
        facts: dict[str, Any] | None = None,
        *,
        hand_over: bool = False,
        time: Time = "told",
    ) -> None:
        self.policy = policy
        self.hand_over = hand_over
        self.now = 0.0
        self.time = time
        self.clock = self.read_clock if time == "clock" else None
        self.session = policy.start(facts=facts, now=self.told(), clock=self.clock)
        self.opening = self.outcome_of(self.session.opening)

    def send(
        self,
        event: str,
        *,
        data: dict[str, Any] | None = None,
        by: str | tuple[str, str] | None = None,
        facts: dict[str, Any] | None = None,
        now: float | None = None,
    ) -> Outcome:
        self.before(now)
        decision = self.session.send(event, data=data, by=by, facts=facts, now=self.told())
        return self.outcome_of(decision)

    def learn(self, facts: dict[str, Any], now: float | None = None) -> Outcome:
        self.before(now)
        return self.outcome_of(self.session.learn(facts, now=self.told()))

    def advance(self, now: float) -> tuple[tuple[float, Outcome], ...]:
        self.before(now)
        return fired(self.session.advance(self.told()))

    @property
    def outcome(self) -> str | None:
        return self.session.outcome

    def resume(self) -> None:
        """Goes on from the snapshot, as another process would."""
        self.session = self.policy.resume(json.loads(json.dumps(self.session.snapshot())), clock=self.clock)

    def told(self) -> datetime | None:
        return moment(self.now) if self.time == "told" else None

    def read_clock(self) -> int:
        return (moment(self.now) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 1000

    @staticmethod
    def nanoseconds(time: datetime) -> int:
        return (time - MONDAY) // timedelta(microseconds=1) * 1000

    def before(self, now: float | None) -> None:
        # A session that was given a time once asks for it at every call.
        self.now = self.now if now is None else now
        if self.hand_over:
            self.resume()

    def outcome_of(self, decision: Decision) -> Outcome:
        return from_decision(decision, self.session.configuration, self.session.context)


def from_decision(decision: Decision, configuration: tuple[str, ...], context: dict[str, Any]) -> Outcome:
    return Outcome(
        decision.verdict.value,
        decision.after,
        configuration,
        decision.exited,
        decision.entered,
        tuple((one.name, dict(one.params)) if one.params else one.name for one in decision.actions),
        context,
        tuple(one.event for one in decision.dropped),
        None if decision.verdict != "forbidden" or decision.reason is None else decision.reason.text(),
        fired(decision.prior),
    )


def fired(found: tuple[Fired, ...]) -> tuple[tuple[float, Outcome], ...]:
    return tuple(((one.due - MONDAY).total_seconds(), from_decision(one.decision, (), {})) for one in found)
