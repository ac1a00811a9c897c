"""The ledger of a customer's conduct, with calls that tell it and read it, for more than a year."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from policy_engine.desk.desk import Desk
from policy_engine.policy import load_policy, parse_policy
from policy_engine.ready import ready_policies

CONDUCT = load_policy(ready_policies()["customer_conduct"])
CALL = parse_policy(
    """
policy: short_call
format: 1
version: "1"
facts:
  customer_id: {text: ""}
  standing: {enum: [good, warned, restricted, banned], default: good, from: customer_conduct.standing}
  phone_access: {enum: [open, limited], default: open, from: customer_conduct.phone_access}
context: {purpose: {enum: [unknown, order, complaint, objection, emergency], default: unknown}}
roles: {agent: {}}
events:
  says_why: {data: {purpose: {enum: [order, complaint, objection, emergency]}}}
  insult: {}
  call_ended: {}
guards:
  in_writing: phone_access == 'limited' and purpose not in ['unknown', 'complaint', 'objection', 'emergency']
initial: talk
states:
  talk:
    on:
      says_why: {do: [{set: {purpose: event.purpose}}]}
      insult:
        target: closed
        do:
          - tell: {policy: customer_conduct, key: customer_id, event: abusive_contact, data: {channel: phone}}
      call_ended: closed
    always: {when: in_writing, target: in_writing_please}
  in_writing_please: {on: {call_ended: closed}}
  closed: {type: final}
"""
)
BEGIN = datetime(2026, 1, 5, 10, tzinfo=UTC)
ANNA, BRAM = ("manager", "anna"), ("manager", "bram")


def after(days: float) -> datetime:
    return BEGIN + timedelta(days=days)


@pytest.fixture
def desk() -> Desk:
    """A customer whose calls are limited for four months, from the 15th day on."""
    desk = Desk([CALL, CONDUCT])
    desk.start("short_call", "1", facts={"customer_id": "c"}, now=BEGIN)
    desk.send("short_call", "1", "insult", now=BEGIN)
    desk.send("customer_conduct", "c", "agent_heard", by=ANNA, now=after(1))
    desk.send("customer_conduct", "c", "measure_intended", by=ANNA, now=after(1))
    desk.send("customer_conduct", "c", "view_given", now=after(10))
    desk.send(
        "customer_conduct", "c", "measure_decided", {"phone": "limited", "months": 4}, by=ANNA, now=after(15)
    )
    return desk


def stand(desk: Desk, call: str, days: float) -> tuple[object, object]:
    desk.start("short_call", call, facts={"customer_id": "c"}, now=after(days))
    facts = desk.session("short_call", call).facts
    return facts["standing"], facts["phone_access"]


@pytest.mark.parametrize(("purpose", "state"), [("order", "in_writing_please"), ("complaint", "talk")])
def test_a_limited_channel_stays_open_for_some_purposes(desk: Desk, purpose: str, state: str) -> None:
    desk.start("short_call", "2", facts={"customer_id": "c"}, now=after(20))

    desk.send("short_call", "2", "says_why", {"purpose": purpose}, now=after(20))

    assert (state,) == desk.session("short_call", "2").states


def test_a_measure_is_reviewed_ends_and_is_forgotten(desk: Desk) -> None:
    during = stand(desk, "2", 30)
    desk.advance(after(15 + 100))
    under_review = desk.keys("customer_conduct", "reviewed")
    later = stand(desk, "3", 15 + 130)
    result = desk.advance(after(3 * 365))

    assert (("restricted", "limited"), ("c",), ("good", "open")) == (during, under_review, later)
    assert "erase_file" in [asked.action.name for asked in result.actions]
    assert "erased" == desk.session("customer_conduct", "c").outcome


def test_whoever_decided_does_not_answer_the_objection(desk: Desk) -> None:
    desk.send("customer_conduct", "c", "appealed", now=after(20))
    own = desk.send("customer_conduct", "c", "appeal_upheld", by=ANNA, now=after(21)).decision
    other = desk.send("customer_conduct", "c", "appeal_upheld", by=BRAM, now=after(22)).decision

    assert own is not None
    assert other is not None
    assert ("forbidden", ("appeal",)) == (own.verdict, own.after)
    assert "You took this decision yourself." in str(own.reason and own.reason.text("en"))
    assert ("good_standing",) == other.after


def test_an_answer_that_is_late_is_planned_again(desk: Desk) -> None:
    desk.send("customer_conduct", "c", "appealed", now=after(20))

    result = desk.advance(after(20 + 43))

    assert ["plan_assessment"] == [asked.action.name for asked in result.actions]


def test_every_half_year_all_measures_are_looked_at(desk: Desk) -> None:
    batch = desk.send_all("customer_conduct", "half_year_review", in_state="measure", now=after(30))

    assert ["c"] == list(batch.results)
    assert ("c",) == desk.keys("customer_conduct", "reviewed")


def test_a_desk_that_was_put_away_goes_on_alike(desk: Desk) -> None:
    again = Desk.resume([CALL, CONDUCT], json.loads(json.dumps(desk.snapshot())))

    for one in (desk, again):
        one.send("customer_conduct", "c", "appealed", now=after(20))
        one.advance(after(400))

    assert desk.snapshot() == again.snapshot()
