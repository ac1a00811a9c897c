"""What is written down of actions: records that the session opens, and people fill in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from policy_engine.policy import Policy
from policy_engine.session.kept import MOST_RECORDS
from policy_engine.session.schema import snapshot_schema
from tests.small import START, at, small_policy

HOUR = 3600.0
POLICY = small_policy(
    """
languages: [nl, en]
subject: call
calendar: {time_zone: Europe/Amsterdam}
roles: {agent: {}, manager: {}}
facts: {channel: {enum: [phone, chat], default: phone}}
actions:
  note: {record: [date, outcome, words]}
  report:
    within: 24 h
    record:
      date:
      time:
      channel:
      course: {label: {nl: verloop, en: course}}
      outcome:
      place: {text: , by: agent, label: {nl: Plaats, en: Place}}
      severity: {enum: [low, high], by: [manager, agent]}
      injuries: {text: , by: manager, required: false}
      police: {flag: false}
initial: talk
states:
  talk:
    on: {a: {do: [report]}, b: {target: over, do: [note]}, c: {do: [note]}, d: talk}
    after: {2 h: {do: [note]}}
  over: {type: final}
"""
)


def asked(**start: Any) -> pe.Session:
    session = POLICY.start(now=START, **start)
    session.send("a", now=at(60))
    return session


def through_json(session: pe.Session, policy: Policy = POLICY) -> pe.Session:
    return policy.resume(json.loads(json.dumps(session.snapshot())))


def test_an_action_that_is_asked_for_opens_a_record_with_what_is_known() -> None:
    session = asked()

    (record,) = session.records

    assert (record.action, record.number, record.opened, record.filled) == ("report", 1, at(60), None)
    assert dict(record.fields) == {
        "date": "2026-11-21",
        "time": "11:01",
        "channel": "phone",
        "course": None,
        "outcome": None,
        "place": None,
        "severity": None,
        "injuries": None,
        "police": False,
    }
    assert record.missing == ("place", "severity")


def test_what_is_missing_is_an_obligation_with_the_time_there_is_for_it() -> None:
    session = asked()

    found = [(one.id, one.actions, one.field, one.record, one.by, one.due) for one in session.obligations]

    assert found == [
        ("report.place", ("report",), "place", 1, ("agent",), at(60 + 24 * HOUR)),
        ("report.severity", ("report",), "severity", 1, ("agent", "manager"), at(60 + 24 * HOUR)),
    ]
    assert [one.label.text("en") for one in session.obligations] == ["Place", "severity"]
    assert [one.overdue for one in session.obligations] == [False, False]
    session.advance(at(25 * HOUR))
    assert [one.overdue for one in session.obligations] == [True, True, False]
    assert session.obligations[-1].by == ("agent", "manager")


def test_filling_in_gives_the_record_and_keeps_when() -> None:
    session = asked()

    record = session.fill("report", {"place": "Utrecht", "police": True}, now=at(120))
    session.fill("report", {"severity": "high", "injuries": "none"}, by=("manager", "J. Jansen"), now=at(180))

    assert (record.missing, record.filled, record.fields["police"]) == (("severity",), at(120), True)
    assert session.records[0].missing == ()
    assert session.records[0].filled == at(180)
    assert session.obligations == ()


def test_each_asking_opens_a_record_and_the_first_that_lacks_something_is_filled_in() -> None:
    session = POLICY.start(now=START)
    for seconds in (1, 2, 3):
        session.send("c", now=at(seconds))

    filled = [session.fill("note", {"words": text}, now=at(9)).number for text in ("a", "b")]
    again = session.fill("note", {"words": "c"}, number=1, now=at(9))
    rest = [session.fill("note", {"words": text}, now=at(9)).number for text in ("d", "e")]

    assert (filled, again.number, rest) == ([1, 2], 1, [3, 3])
    assert [record.fields["words"] for record in session.records] == ["c", "b", "e"]


def test_records_stay_open_when_the_session_is_done_and_know_how_it_ended() -> None:
    session = asked()
    session.send("b", now=at(90))

    open_then = [one.id for one in session.obligations]
    record = session.fill("note", {"words": "you lot"}, now=at(99))

    assert open_then == ["report.place", "report.severity", "note.words"]
    assert dict(record.fields) == {"date": "2026-11-21", "outcome": "over", "words": "you lot"}
    assert session.records[0].fields["outcome"] == "over"


def test_a_timer_opens_it_at_its_own_moment_whoever_tells_the_time() -> None:
    told, clock = POLICY.start(now=START), POLICY.start(clock=lambda: int(START.timestamp()) * 10**9)
    told.send("d", now=at(10))
    told.advance(at(3 * HOUR))
    clock.send("c")

    assert [record.opened for record in told.records] == [at(2 * HOUR + 10)]
    assert [record.opened for record in clock.records] == [START]


def test_the_system_clock_is_asked_when_nobody_tells_the_time() -> None:
    session = POLICY.start()
    session.send("a")
    before = session.records[0].opened

    session.send("a")

    assert before <= session.records[1].opened <= datetime.now(UTC)
    assert [one.overdue for one in session.obligations] == [False] * 4


def test_the_channel_is_that_of_the_moment_or_the_subject() -> None:
    session = asked()
    session.learn({"channel": "chat"}, now=at(70))
    session.send("a", now=at(80))
    other = small_policy(
        "subject: visit\nactions: {note: {record: channel}}\ninitial: s\nstates: {s: {entry: note}}\n"
    )
    none = small_policy("actions: {note: {record: channel}}\ninitial: s\nstates: {s: {entry: note}}\n")

    assert [record.fields["channel"] for record in session.records] == ["phone", "chat"]
    assert other.start().records[0].fields["channel"] == "visit"
    assert none.start().records[0].fields["channel"] is None


def test_the_course_is_that_of_the_journal() -> None:
    session = asked(journal=True)
    session.send("c", now=at(61), event_id="x")
    session.send("d", now=at(62))

    session.retract("x", "a slip", now=at(63))

    assert session.records[0].fields["course"] == "a, d"


def test_what_was_filled_in_stays_when_an_event_is_taken_back() -> None:
    session = asked(journal=True)
    session.send("c", now=at(61), event_id="x")
    session.send("c", now=at(62), event_id="y")
    session.fill("report", {"place": "Utrecht"}, now=at(63))
    session.fill("note", {"words": "mine"}, now=at(64))

    session.retract("y", "a slip", now=at(65))
    session.retract("x", "a slip", now=at(66))

    assert [(record.action, record.fields.get("words")) for record in session.records] == [
        ("report", None),
        ("note", "mine"),
    ]
    assert session.records[0].fields["place"] == "Utrecht"


@pytest.mark.parametrize(
    ("fill", "code"),
    [
        (lambda session: session.fill("nothing", {}, now=START), "no-such-record"),
        (lambda session: session.fill("note", {"words": "x"}, now=START), "record-not-open"),
        (lambda session: session.fill("report", {"place": "x"}, number=2, now=START), "record-not-open"),
        (lambda session: session.fill("report", {"plaze": "x"}, now=START), "unknown-name"),
        (lambda session: session.fill("report", {"place": 3}, now=START), "wrong-value"),
        (lambda session: session.fill("report", {"severity": "mid"}, now=START), "wrong-value"),
        (lambda session: session.fill("report", ["place"], now=START), "not-a-mapping"),
        (lambda session: session.fill("report", {"date": "2026-01-01"}, now=START), "field-is-known"),
        (
            lambda session: session.fill("report", {"police": True, "injuries": "x"}, now=START),
            "field-of-others",
        ),
    ],
)
def test_what_cannot_be_filled_in_changes_nothing(fill: Callable[[pe.Session], object], code: str) -> None:
    session = asked()
    before = session.snapshot()

    with pytest.raises(pe.InvalidDataError) as raised:
        fill(session)

    assert raised.value.problem["code"] == code
    assert session.snapshot() == before


def test_a_role_that_is_not_declared_and_a_time_that_is_missing_are_refused() -> None:
    session = asked()

    with pytest.raises(pe.UnknownRoleError):
        session.fill("report", {"place": "x"}, by="boss", now=START)
    with pytest.raises(pe.ClockError):
        session.fill("report", {"place": "x"})


def test_a_snapshot_has_them_and_a_year_later_they_are_the_same() -> None:
    session = asked()
    session.fill("report", {"place": "Utrecht"}, now=at(70))

    back = through_json(session)
    back.advance(at(365 * 24 * HOUR))

    assert through_json(back).records == back.records
    assert back.records[0] == session.records[0]
    assert "records" not in POLICY.start(now=START).snapshot()
    assert "records" in snapshot_schema()["properties"]  # type: ignore[operator]  # it is a mapping


def test_a_table_has_their_fields() -> None:
    automaton = from_table(json.loads(json.dumps(POLICY.to_table())))

    back = through_json(asked(), Policy(automaton.chart, automaton))

    assert back.records == asked().records
    assert [one.id for one in back.obligations] == ["report.place", "report.severity"]


@pytest.mark.parametrize(
    "damage",
    [
        {"action": "other"},
        {"opened": "soon"},
        {"filled": 3},
        {"values": {"place": 3}},
        {"values": {"date": "2026-01-01"}},
        {"values": {"channel": []}},
        {"values": {"stranger": "x"}},
    ],
)
def test_a_damaged_record_is_refused(damage: dict[str, Any]) -> None:
    snapshot = asked().snapshot()
    snapshot["records"][0] |= damage

    with pytest.raises(pe.SnapshotError):
        POLICY.resume(snapshot)


def test_a_session_keeps_so_many_and_no_more() -> None:
    session = POLICY.start(now=START)
    for _ in range(MOST_RECORDS):
        session.send("c", now=START)

    with pytest.raises(pe.TooMuchDueError, match="at most 1000 records"):
        session.send("c", now=START)

    assert len(session.records) == MOST_RECORDS


def test_decisions_that_open_none_keep_their_short_way() -> None:
    session = POLICY.start(now=START)
    calm = session.send("d", now=at(1))

    assert calm._opens is None
    assert session.send("c", now=at(2))._opens is not None
    assert session._kept is not None
    assert POLICY.start(now=START)._kept is None


def test_a_decision_that_is_ready_opens_one_each_time() -> None:
    policy = small_policy(
        "actions: {note: {record: date}}\ninitial: s\nstates: {s: {on: {a: {do: [note]}}}}\n"
    )
    told, own = policy.start(now=START), policy.start()

    for seconds in (1, 2, 3):
        told.send("a", now=at(seconds))
        own.send("a")

    assert [record.opened for record in told.records] == [at(1), at(2), at(3)]
    assert len(own.records) == 3


def test_nothing_is_due_after_an_end_that_opens_one() -> None:
    policy = small_policy(
        "actions: {note: {record: date}}\ninitial: s\nstates:\n"
        "  s: {entry: [{send: {event: b, delay: 1 h}}], on: {a: {target: over, do: [note]}}}\n"
        "  over: {type: final}\n"
    )
    session = policy.start(now=START)

    session.send("a", now=at(1))

    assert session.deadline is None
    assert session.snapshot()["sends"] == []
    assert session.advance(at(2 * HOUR)) == ()
