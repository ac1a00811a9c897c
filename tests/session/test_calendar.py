"""A session that lives for years: put away and taken up again, it is due when it would have been."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import policy_engine as pe
from tests.automaton.tables import as_json, loaded
from tests.small import small_policy

HERE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 3, 27, 16, 30, tzinfo=HERE)
BAN = """
calendar: {time_zone: Europe/Amsterdam, country: NL, opening_hours: 09:00-17:30}
events: {appeal: {}, tick: {}}
actions: {remind: {}}
context: {reminders: {counter: 0..3}}
initial: banned
states:
  banned:
    entry: [{send: {event: tick, delay: 10 working_days}}]
    on:
      appeal: heard
      tick: {when: reminders < 3, do: [remind, {add: {reminders: 1}}]}
    after: {6 months: reviewed, 1 years at 09:00: lifted}
  heard: {after: {8 working_hours: banned}}
  reviewed: {after: {2 days at 09:00: lifted}}
  lifted: {type: final}
"""


def story(policy: pe.Policy, *, asleep: bool, appeal: bool) -> list[tuple[str, ...]]:
    """What happened at which moment over two years; `asleep`: put away between all calls."""
    session = policy.start(now=START)
    told: list[tuple[str, ...]] = []
    for week in range(1, 105):
        now = START + timedelta(weeks=week)
        if asleep:
            session = policy.resume(session.snapshot())
        if appeal and week == 2:
            told.append(("appeal", *session.send("appeal", now=now).entered))
        fired = session.advance(now)
        told += [(one.due.astimezone(HERE).isoformat(), *one.decision.entered) for one in fired]
    return told


def test_a_ban_is_reviewed_and_lifted_on_the_day() -> None:
    policy = small_policy(BAN)

    expected = [
        ("2026-04-14T16:30:00+02:00",),  # ten working days, Good Friday and Easter Monday left out
        ("2026-09-27T16:30:00+02:00", "reviewed"),
        ("2026-09-29T09:00:00+02:00", "lifted"),
    ]
    assert expected == story(policy, asleep=False, appeal=False)


def test_working_hours_go_by_over_a_weekend() -> None:
    told = story(small_policy(BAN), asleep=False, appeal=True)

    assert ("appeal", "heard") == told[0]
    assert ("2026-04-13T16:00:00+02:00", "banned") == told[1]


def test_a_session_that_slept_is_where_it_would_have_been() -> None:
    policy = small_policy(BAN)

    for appeal in (False, True):
        assert story(policy, asleep=False, appeal=appeal) == story(policy, asleep=True, appeal=appeal)


def test_a_session_from_a_table_follows_the_same_calendar() -> None:
    policy = small_policy(BAN)

    again = loaded(as_json(policy))

    assert story(policy, asleep=False, appeal=True) == story(again, asleep=True, appeal=True)
