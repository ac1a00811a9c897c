"""`settle` in a session: the reason, the clock, snapshots, the calendar, hosts."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from policy_engine.policy import Policy
from policy_engine.session.long_way import MOST_SETTLING
from policy_engine.session.mark import Mark
from tests.small import START, at, small_policy

NOISY = """
languages: [nl, en]
calendar: {time_zone: Europe/Amsterdam}
context: {insults: {counter: 0..3}}
events:
  insult: {settle: 10 s, data: {loud: {flag: false}}}
  calm: {}
  letter: {settle: 1 days at 09:00}
initial: talk
states:
  talk: {on: {insult: {when: insults < 3, do: [{add: {insults: 1}}]}, calm: talk, letter: talk}}
"""

TEN = "2026-11-21T10:00:00.000000000Z"


def noisy() -> Policy:
    return small_policy(NOISY)


def test_a_detector_that_says_it_five_times_in_two_seconds_is_heard_once() -> None:
    session = noisy().start(now=START)
    verdicts = [session.send("insult", now=at(seconds / 2)).verdict.value for seconds in range(5)]

    assert ["applied", *["ignored"] * 4] == verdicts
    assert {"insults": 1} == session.context


def test_the_reason_says_that_it_is_a_repeat() -> None:
    session = noisy().start(now=START)
    first, repeat = session.send("insult", now=START), session.send("insult", now=at(1))

    assert first.reason is None
    assert repeat.reason is not None
    assert ("settling", {"event": "insult", "settle": "10 s"}) == (repeat.reason.code, repeat.reason.params)
    assert "a repeat of `insult` within 10 s does not count" == repeat.reason.text("en")
    assert "een herhaling van `insult` binnen 10 s telt niet mee" == repeat.reason.text("nl")
    assert repeat.to_dict()["reason"] is not None


def test_the_session_reads_its_clock_for_such_an_event_alone() -> None:
    now = 5_000_000_000
    read = []

    def clock() -> int:
        read.append(now)
        return now

    session = noisy().start(clock=clock)
    session.send("calm")
    assert [] == read
    assert "applied" == session.send("insult").verdict
    assert "ignored" == session.send("insult").verdict
    now += 10_000_000_000
    assert "applied" == session.send("insult").verdict


def test_events_without_settle_keep_to_the_short_way() -> None:
    policy = noisy()
    session = policy.start(now=START)
    for seconds in range(3):
        session.send("calm", now=at(seconds))
        session.send("insult", {"loud": True}, now=at(seconds))
    row = session._row

    assert {"calm"} == row.ready.keys()
    assert {"calm"} == row.given.keys()


def test_a_snapshot_keeps_what_is_settling() -> None:
    policy = noisy()
    session = policy.start(now=START)
    session.send("insult", now=START)
    session.send("letter", now=START)
    snapshot = json.loads(json.dumps(session.snapshot()))
    back = policy.resume(snapshot)

    assert ["insult", "letter"] == sorted(snapshot["settling"])
    assert snapshot == back.snapshot()
    assert "ignored" == back.send("insult", now=at(9)).verdict
    assert "applied" == back.send("insult", now=at(10)).verdict
    assert [2, 1] == [len(counted) for counted in back.snapshot()["settling"].values()]
    assert {} == policy.start().snapshot()["settling"]


@pytest.mark.parametrize(
    "settling",
    [
        {"calm": [TEN]},
        {"nobody": [TEN]},
        {"insult": ["soon"]},
        {"insult": TEN},
        {"insult": [TEN, TEN]},
        {"insult": [TEN, "2026-11-21T09:00:00.000000000Z"]},
        {"insult": [3]},
        ["insult"],
        None,
    ],
)
def test_a_snapshot_that_says_nonsense_of_it_is_refused(settling: object) -> None:
    policy = noisy()

    with pytest.raises(pe.SnapshotError):
        policy.resume({**policy.start().snapshot(), "settling": settling})


def test_it_is_counted_on_the_calendar() -> None:
    session = noisy().start(now=START)
    session.send("letter", now=START)
    nine = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)  # 9:00 in Amsterdam

    assert "ignored" == session.send("letter", now=nine - timedelta(seconds=1)).verdict
    assert "applied" == session.send("letter", now=nine).verdict


def test_a_late_report_of_another_incident_counts() -> None:
    session = noisy().start(now=START)
    session.send("insult", now=at(100))
    told = [100, 91, 90.5, 90, 85, 110, 100.5]
    verdicts = [session.send("insult", at=at(moment), now=at(200)).verdict.value for moment in told]

    assert ["ignored", "ignored", "ignored", "applied", "ignored", "applied", "ignored"] == verdicts
    assert {"insults": 3} == session.context


def test_a_late_report_is_measured_by_when_it_happened_and_not_by_what_the_session_knows() -> None:
    session = noisy().start(now=START)
    session.send("insult", now=at(100))
    session.send("insult", at=at(20), now=at(200))

    assert "ignored" == session.send("insult", at=at(29), now=at(300)).verdict
    assert "applied" == session.send("insult", now=at(300)).verdict


def test_a_late_report_of_before_the_start_counts_once() -> None:
    session = noisy().start(now=START)
    verdicts = [session.send("insult", at=at(-3_600), now=at(seconds)).verdict for seconds in (1, 20)]

    assert ["applied", "ignored"] == verdicts
    assert "applied" == session.send("insult", now=at(20)).verdict


def test_the_while_before_one_that_counted_is_of_the_calendar_too() -> None:
    session = noisy().start(now=START)
    nine = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)  # 9:00 in Amsterdam
    session.send("letter", now=nine)
    late = [nine - timedelta(hours=1), nine - timedelta(days=1, hours=1)]

    # Whoever was told of it an hour before waits until nine the next day, and the day before until this nine.
    assert ["ignored", "applied"] == [session.send("letter", at=one, now=nine).verdict for one in late]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), max_size=12))
def test_an_event_counts_that_lies_in_no_while_of_another(reports: list[tuple[int, int]]) -> None:
    session = small_policy(
        "events: {hit: {settle: 10 s}}\ninitial: s\nstates: {s: {on: {hit: s}, after: {7 s: s}}}"
    ).start(now=START)
    counted: list[int] = []
    now = 0
    for gap, age in reports:
        now += gap
        happened = now - age
        verdict = session.send("hit", at=at(happened), now=at(now)).verdict
        new = all(abs(happened - one) >= 10 for one in counted)
        counted += [happened] * new

        assert ("applied" if new else "ignored") == verdict


def test_only_so_many_that_counted_are_remembered() -> None:
    session = noisy().start(now=START)
    for count in range(MOST_SETTLING + 1):
        session.send("letter", now=START + timedelta(days=2 * count))
    now = START + timedelta(days=300)

    assert MOST_SETTLING == len(session.snapshot()["settling"]["letter"])
    assert "ignored" == session.send("letter", at=START + timedelta(days=2), now=now).verdict
    assert "applied" == session.send("letter", at=START, now=now).verdict


def test_a_session_goes_back_to_its_mark() -> None:
    session = noisy().start(now=START)
    mark = Mark(session)
    session.send("insult", now=START)
    mark.undo()

    assert "applied" == session.send("insult", now=at(1)).verdict


def test_a_table_keeps_it() -> None:
    policy = noisy()
    automaton = from_table(json.loads(json.dumps(policy.to_table())))
    session = Policy(automaton.chart, automaton).start(now=START)

    assert ["applied", "ignored"] == [session.send("insult", now=START).verdict.value for _ in range(2)]


def test_a_machine_says_that_nothing_was_done() -> None:
    class Call:
        pass

    call = Call()
    machine = pe.as_machine(noisy(), call, now=START)

    assert [True, False] == [machine.trigger("insult", now=at(seconds)) for seconds in (0, 1)]
    assert "ignored" == machine.decision.verdict
