"""A session of an earlier version goes on under a new one with all it has, or raises and says why."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import policy_engine as pe
from policy_engine.automaton.table_json import from_table
from policy_engine.policy import Policy

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
OLD = """
policy: talk
format: 1
version: "1"
parameters: {most: {range: 1..3, default: 2}}
facts: {risk: {enum: [none, some, much], default: none}, name: {text: ""}}
roles: {agent: {}, manager: {}}
events: {a: {settle: 5 s}, b: {}, late: {}}
actions: {act: {record: {place: {text: ""}}}}
context: {warnings: {counter: 0..3}, mood: {flag: false}, said: {text: ""}}
initial: talk
states:
  talk:
    initial: calm
    on: {b: aside}
    states:
      h: {type: history}
      calm:
        on:
          a:
            target: caution
            when: warnings < 3
            do: [{add: {warnings: 1}}, {send: {event: late, delay: 10 min, id: x}}]
      caution:
        must: {write: {event: late, within: 1 h}}
        entry: [act]
        after: {2 min: calm, 9 min: over}
  aside: {on: {b: h}}
  over: {type: final}
"""


def new_version(*changes: tuple[str, str], migrate: str = '{from: ["1"]}') -> Policy:
    text = OLD.replace('version: "1"', 'version: "2"')
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return pe.parse_policy(f"{text}migrate: {migrate}\n")


def old_session() -> Any:
    session = pe.parse_policy(OLD).start(now=NOW, remember=3, facts={"name": "Anna"}, journal=True)
    session.send("a", now=NOW, event_id="one")
    session.fill("act", {"place": "desk"}, now=NOW)
    return session


def moved(new: Policy, now: datetime | None = None) -> Any:
    session = old_session()
    snapshot = session.snapshot()
    before = json.dumps(snapshot)
    found = new.resume(snapshot, migrate_from=pe.parse_policy(OLD), now=now)
    assert before == json.dumps(snapshot)
    return found


def code(new: Policy, snapshot: dict[str, Any] | None = None) -> str:
    with pytest.raises(pe.MigrationError) as caught:
        new.migrate(old_session().snapshot() if snapshot is None else snapshot, pe.parse_policy(OLD))
    assert caught.value.text("nl") != caught.value.text("en") == str(caught.value)
    return caught.value.code


def test_version_with_other_words_takes_sessions_as_they_are() -> None:
    new = pe.parse_policy(
        OLD.replace('version: "1"', 'version: "1.1"').replace("calm: {on", "calm: {say: Hello., on")
    )

    session = moved(new)

    old = old_session()
    for name in ("states", "context", "facts", "deadline", "obligations", "journal"):
        assert getattr(old, name) == getattr(session, name)
    assert [{"place": "desk"}] == [record.fields for record in session.records]
    assert "duplicate" == session.send("a", now=NOW, event_id="one").verdict
    assert (new.version, new.digest) == (session.snapshot()["version"], session.snapshot()["digest"])


def test_snapshot_of_the_version_itself_needs_nothing() -> None:
    policy, snapshot = pe.parse_policy(OLD), old_session().snapshot()

    assert snapshot == policy.migrate(snapshot, pe.parse_policy(OLD))
    assert ("caution",) == policy.resume(snapshot, migrate_from=pe.parse_policy(OLD)).states


def test_version_that_behaves_otherwise_must_name_the_old_one() -> None:
    changed = OLD.replace("9 min", "8 min").replace('version: "1"', 'version: "2"')

    assert "migrate-not-asked-for" == code(pe.parse_policy(changed))
    assert "migrate-not-asked-for" == code(new_version(("9 min", "8 min"), migrate='{from: ["0"]}'))
    assert "migrate-other-policy" == code(pe.parse_policy(changed.replace("policy: talk", "policy: other")))


def test_states_and_variables_go_on_under_their_new_names() -> None:
    new = new_version(
        ("caution", "limit"),
        ("warnings", "warned"),
        migrate='{from: ["1"], states: {caution: limit}, context: {warnings: warned}}',
    )

    session = moved(new)

    assert ("limit",) == session.states
    assert 1 == session.context["warned"]
    assert timedelta(minutes=2) == session.deadline - NOW


def test_timer_of_another_duration_keeps_when_it_is_due_or_begins_anew() -> None:
    keeps = moved(new_version(("9 min: over", "7 min: over"), ("2 min: calm", "3 min: calm")))
    anew = moved(
        new_version(("2 min: calm", "3 min: calm"), migrate='{from: ["1"], timers: restart}'),
        NOW + timedelta(minutes=1),
    )

    assert NOW + timedelta(minutes=2) == keeps.deadline
    assert NOW + timedelta(minutes=4) == anew.deadline


def test_timer_that_has_come_does_not_come_again_and_one_that_is_new_begins() -> None:
    session = pe.parse_policy(OLD.replace("2 min: calm", "2 min: {do: [act]}")).start(now=NOW)
    session.send("a", now=NOW)
    session.advance(NOW + timedelta(minutes=2))
    old = pe.parse_policy(OLD.replace("2 min: calm", "2 min: {do: [act]}"))
    new = new_version(("2 min: calm, 9 min: over", "2 min: {do: [act]}, 9 min: over, 4 min: calm"))

    taken = new.resume(session.snapshot(), migrate_from=old)

    assert NOW + timedelta(minutes=6) == taken.deadline
    assert ["4 min", "9 min"] == [item["duration"] for item in taken.snapshot()["timers"]]


def test_timer_that_is_gone_does_not_come() -> None:
    session = moved(new_version(("2 min: calm, 9 min: over", "9 min: over")))

    assert NOW + timedelta(minutes=9) == session.deadline


def test_variables_begin_with_what_is_said_and_may_be_given_up() -> None:
    new = new_version(
        (
            "mood: {flag: false}",
            "tone: {flag: false}, calls: {counter: 0..9}, level: {range: 1..3, default: 2}",
        ),
        migrate='{from: ["1"], drop: [mood], set: {calls: 1, said: none}}',
    )

    # What no call can come to can't be taken over: the counter never moves in the new version.
    assert "migrate-unreachable" == code(new)
    reachable = new_version(
        ("mood: {flag: false}", "tone: {flag: false}, calls: {counter: 0..9}"),
        ("{add: {warnings: 1}}", "{add: {warnings: 1}}, {set: {calls: 1}}"),
        migrate='{from: ["1"], drop: [mood], set: {calls: 1, said: none}}',
    )
    session = moved(reachable)
    assert {"warnings": 1, "tone": False, "calls": 1, "said": "none"} == session.context


@pytest.mark.parametrize(
    ("changes", "migrate", "expected"),
    [
        ([("caution", "limit")], '{from: ["1"]}', "migrate-state"),
        ([("mood: {flag: false}, ", "")], '{from: ["1"]}', "migrate-variable"),
        ([("mood: {flag: false}", "mood: {counter: 0..1}")], '{from: ["1"]}', "migrate-value"),
        ([("name: {text", "name: {number: 0}, other: {text")], '{from: ["1"]}', "migrate-fact"),
        ([("range: 1..3, default: 2", "range: 1..1, default: 1")], '{from: ["1"]}', "migrate-parameter"),
        ([("id: x", "id: y")], '{from: ["1"]}', "migrate-send"),
        ([("place: {text", "place: {number: 0}, where: {text")], '{from: ["1"]}', "migrate-record"),
        ([('act: {record: {place: {text: ""}}}', "act: {}")], '{from: ["1"]}', "migrate-record"),
        ([], '{from: ["1"], states: {caution: talk}}', "migrate-configuration"),
        ([], '{from: ["1"], states: {caution: over}}', "migrate-unreachable"),
        ([], '{from: ["1"], states: {calm: over}}', None),
    ],
)
def test_what_can_not_be_kept_is_told(
    changes: list[tuple[str, str]], migrate: str, expected: str | None
) -> None:
    new = new_version(*changes, ("9 min", "8 min"), migrate=migrate)

    if expected is None:
        assert ("caution",) == moved(new).states
    else:
        assert expected == code(new)


def test_history_goes_on_or_says_what_it_lacks() -> None:
    session = old_session()
    session.send("b", now=NOW)
    snapshot = session.snapshot()
    new = new_version(("caution", "limit"), migrate='{from: ["1"], states: {caution: limit}}')

    taken = new.resume(snapshot, migrate_from=pe.parse_policy(OLD))

    taken.send("b", now=NOW)
    assert ("limit",) == taken.states
    assert "migrate-state" == code(new_version(("caution", "limit")), snapshot)
    assert "migrate-configuration" == code(
        new_version(migrate='{from: ["1"], states: {caution: aside}}'), snapshot
    )
    assert ("aside",) == new_version(("      h: {type: history}\n", ""), ("b: h", "b: calm")).resume(
        snapshot, migrate_from=pe.parse_policy(OLD)
    ).states


def test_what_must_be_done_stays_open_and_overdue() -> None:
    new = new_version(("9 min: over", "2 h: over"), ("2 min: calm, ", ""))
    session = old_session()
    session.advance(NOW + timedelta(minutes=1))

    taken = new.resume(session.snapshot(), migrate_from=pe.parse_policy(OLD))

    assert [("write", NOW + timedelta(hours=1))] == [(item.id, item.due) for item in taken.obligations]
    old = pe.parse_policy(OLD.replace("2 min: calm, 9 min: over", "2 h: over"))
    late = old.start(now=NOW)
    late.send("a", now=NOW)
    late.advance(NOW + timedelta(minutes=5))
    late.send("b", now=NOW + timedelta(minutes=6))
    late.advance(NOW + timedelta(minutes=9))
    snapshot = late.snapshot()
    snapshot["sends"] = [item for item in snapshot["sends"] if item["event"] != "late"]
    waiting = old.resume(snapshot)
    waiting.advance(NOW + timedelta(hours=1))
    taken = new.resume(waiting.snapshot(), migrate_from=old)
    assert [("write", True)] == [(item.id, item.overdue) for item in taken.obligations]
    given_up = new_version(("        must: {write: {event: late, within: 1 h}}\n", ""), ("9 min", "8 min"))
    assert () == given_up.resume(waiting.snapshot(), migrate_from=old).obligations


def test_counter_that_lapses_only_now_does_so_from_the_taking_over() -> None:
    new = new_version(("warnings: {counter: 0..3}", "warnings: {counter: 0..3, lapse: 1 h}"))

    session = moved(new, NOW + timedelta(minutes=1))

    assert [NOW + timedelta(minutes=61)] == [
        datetime.fromisoformat(item["due"])
        for item in session.snapshot()["sends"]
        if "lapse" in item["event"]
    ]
    back = pe.parse_policy(OLD.replace('version: "1"', 'version: "3"\nmigrate: {from: ["2"]}'))
    again = back.resume(session.snapshot(), migrate_from=new)
    assert not [item for item in again.snapshot()["sends"] if "lapse" in item["event"]]
    renamed = new_version(
        ("warnings: {counter: 0..3}", "warnings: {counter: 0..3, lapse: 1 h}"),
        ("warnings", "total"),
        ('version: "2"', 'version: "4"'),
        migrate='{from: ["2"], context: {warnings: total}}',
    )
    third = renamed.resume(session.snapshot(), migrate_from=new)
    assert ["lapse:total"] == [
        item["event"]
        for item in third.snapshot()["sends"]
        if ":" in item["event"] and "must" not in item["event"]
    ]


def test_what_begins_to_run_needs_the_time_where_the_session_never_knew_it() -> None:
    still = (
        'policy: p\nformat: 1\nversion: "1"\nevents: {a: {}}\ninitial: s\nstates: {s: {on: {a: t}}, t: {}}\n'
    )
    old = pe.parse_policy(still)
    new = pe.parse_policy(
        still.replace('"1"', '"2"\nmigrate: {from: ["1"]}').replace(
            "s: {on: {a: t}}", "s: {on: {a: t}, after: {1 h: t}}"
        )
    )
    snapshot = old.start().snapshot()

    with pytest.raises(pe.MigrationError) as caught:
        new.migrate(snapshot, old)

    assert "migrate-needs-now" == caught.value.code
    assert NOW + timedelta(hours=1) == new.resume(snapshot, migrate_from=old, now=NOW).deadline


def test_session_that_is_over_stays_over() -> None:
    session = old_session()
    session.advance(NOW + timedelta(minutes=1))
    old = pe.parse_policy(OLD.replace("2 min: calm, ", ""))
    over = old.start(now=NOW)
    over.send("a", now=NOW)
    over.advance(NOW + timedelta(minutes=9))
    new = new_version(("over", "ended"), migrate='{from: ["1"], states: {over: ended}}')

    taken = new.resume(over.snapshot(), migrate_from=old)

    assert (True, "ended") == (taken.done, taken.outcome)
    with pytest.raises(pe.MigrationError) as caught:
        new_version(migrate='{from: ["1"], states: {over: aside}}').migrate(over.snapshot(), old)
    assert "migrate-configuration" == caught.value.code


def test_damaged_or_foreign_snapshot_is_told_as_what_it_is() -> None:
    new = new_version(("9 min", "8 min"))
    old = pe.parse_policy(OLD)
    snapshot = old_session().snapshot()

    for broken in ({}, {**snapshot, "configuration": ["nowhere"]}, {**snapshot, "digest": "x"}):
        with pytest.raises(pe.SnapshotError) as caught:
            new.migrate(broken, old)
        assert not isinstance(caught.value, pe.MigrationError)


def test_table_takes_sessions_over_as_its_policy_does() -> None:
    new = new_version(("caution", "limit"), migrate='{from: ["1"], states: {caution: limit}}')
    automaton = from_table(json.loads(json.dumps(new.to_table())))
    table = Policy(automaton.chart, automaton)

    assert ("limit",) == table.resume(old_session().snapshot(), migrate_from=pe.parse_policy(OLD)).states


def test_desk_goes_on_after_its_policy_changed() -> None:
    old = pe.parse_policy(OLD)
    desk = pe.Desk([old])
    desk.start("talk", "one", now=NOW)
    desk.send("talk", "one", "a", now=NOW)
    noted = pe.parse_policy(OLD.replace('version: "1"', 'version: "1"\nnote: A remark.'))
    changed = new_version(("caution", "limit"))

    assert ("caution",) == pe.Desk.resume([noted], desk.snapshot(), migrate_from=[old]).session(
        "talk", "one"
    ).states
    with pytest.raises(pe.SnapshotError):
        pe.Desk.resume([noted], desk.snapshot())
    with pytest.raises(pe.MigrationError):
        pe.Desk.resume([changed], desk.snapshot(), migrate_from=[old])
