"""A desk does what somebody does who drives each session by hand and carries the messages."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.desk.desk import Desk
from policy_engine.model.types import Value
from policy_engine.session.decision import Decision, Fired
from policy_engine.session.live import Session
from tests.desk.policies import NOON, policies

POLICIES = policies()
BY_ID = {policy.id: policy for policy in POLICIES}
CUSTOMERS = ("", "anna", "bert")
Move = tuple[str, str, str, int]

moves = st.lists(
    st.one_of(
        st.tuples(
            st.just("call"),
            st.sampled_from(CUSTOMERS),
            st.sampled_from(["insult", "ends"]),
            st.integers(0, 40),
        ),
        st.tuples(
            st.just("conduct"),
            st.sampled_from(CUSTOMERS),
            st.sampled_from(["review", "erased"]),
            st.integers(0, 90_000),
        ),
        st.tuples(st.just("time"), st.just(""), st.just(""), st.integers(0, 300_000)),
    ),
    max_size=12,
)


class ByHand:
    """The same three policies, without a desk: sessions in a dictionary."""

    def __init__(self) -> None:
        self.sessions: dict[tuple[str, str], Session] = {}

    def linked(self, customer: str, now: datetime) -> dict[str, object]:
        ledger = self.sessions.get(("conduct", customer)) if customer else None
        if ledger is None:
            return {"standing": "good"}
        self.told(ledger.advance(now))
        return {"standing": ledger.exports["standing"]}

    def told(self, fired: tuple[Fired, ...]) -> None:
        for item in fired:
            self.carry(item.decision, item.due)

    def carry(self, decision: Decision, now: datetime) -> None:
        for fired in decision.prior:
            self.carry(fired.decision, fired.due)
        for action in decision.actions:
            if action.name == "tell" and action.params["key"]:
                data = {name[5:]: value for name, value in action.params.items() if name.startswith("data.")}
                place = (str(action.params["policy"]), str(action.params["key"]))
                self.tell(place, str(action.params["event"]), data, now)

    def tell(self, place: tuple[str, str], event: str, data: dict[str, Value], now: datetime) -> None:
        if place not in self.sessions or self.sessions[place].done:
            self.sessions[place] = BY_ID[place[0]].start(now=now)
        self.carry(self.sessions[place].send(event, data, now=now), now)

    def move(self, move: Move, now: datetime) -> None:
        policy, key, event, _ = move
        if policy == "time":
            while due := [
                (one.deadline, place)
                for place, one in self.sessions.items()
                if one.deadline and one.deadline <= now
            ]:
                deadline, place = min(due)
                self.told(self.sessions[place].advance(deadline))
        elif policy == "conduct":
            if (policy, key) in self.sessions:
                self.carry(self.sessions[policy, key].send(event, now=now), now)
        else:
            session = self.sessions["call", key]
            facts = self.linked(key, now)
            self.carry(session.send(event, facts=facts, now=now), now)

    def seen(self) -> dict[tuple[str, str], object]:
        return {place: _seen(session) for place, session in self.sessions.items()}


def _seen(session: Session) -> object:
    return session.states, session.context, session.facts, session.deadline, session.outcome


@settings(max_examples=60)
@given(moves, st.booleans())
def test_a_desk_of_random_sessions_is_as_sessions_driven_by_hand(steps: list[Move], put_away: bool) -> None:
    desk, hand, now = Desk(POLICIES), ByHand(), NOON
    for customer in CUSTOMERS:
        desk.start("call", customer or "nobody", facts={"customer": customer}, now=now)
        hand.sessions["call", customer] = BY_ID["call"].start(facts={"customer": customer}, now=now)

    for step in steps:
        policy, key, event, minutes = step
        now += timedelta(minutes=minutes)
        hand.move(step, now)
        if policy == "time":
            desk.advance(now)
        elif policy == "call":
            desk.send("call", key or "nobody", event, now=now)
        elif key in desk.keys("conduct"):
            desk.send("conduct", key, event, now=now)
        if put_away:
            desk = Desk.resume(POLICIES, json.loads(json.dumps(desk.snapshot())))

    places = [(policy, key) for policy in BY_ID for key in desk.keys(policy)]
    found = {
        (policy, "" if key == "nobody" else key): _seen(desk.session(policy, key)) for policy, key in places
    }
    assert hand.seen() == found
