"""Snapshots: JSON-ready, exact, and refused where they do not belong."""

from __future__ import annotations

import json
from typing import Any

import pytest

import policy_engine as pe
from tests.small import LADDER, START, at, ladder, small_policy

RICH = """
facts: {level: {range: 0..9, default: 0}}
context: {n: {counter: 0..3}, who: {text: ""}, sum: {number: 0.0}}
events: {a: {data: {name: {text: ""}}}, b: {}, c: {}, d: {}}
initial: p
states:
  p:
    type: parallel
    on: {c: out}
    states:
      l: {initial: l1, states: {l1: {on: {b: l2}, after: {1 h: l2}}, l2: {}, hl: {type: history}}}
      r:
        initial: r1
        states:
          r1:
            on:
              a:
                when: n < 3
                do: [{set: {who: event.name}}, {add: {n: 1}}, {send: {event: d, delay: 9 s, id: x}}]
  out: {on: {b: hl}}
"""


def through_json(snapshot: dict[str, Any]) -> Any:
    return json.loads(json.dumps(snapshot))


def test_a_session_comes_back_as_it_was() -> None:
    policy = small_policy(RICH)
    session = policy.start({"level": 3}, now=START, remember=5)
    session.send("a", {"name": "x"}, now=at(1), event_id="e1")
    session.send("b", now=at(2))
    session.send("c", now=at(3))

    back = policy.resume(through_json(session.snapshot()))

    assert back.snapshot() == session.snapshot()
    assert back.states == ("out",)
    assert back.context == {"n": 1, "who": "x", "sum": 0.0}
    assert back.send("a", {"name": "y"}, now=at(4), event_id="e1").verdict is pe.Verdict.DUPLICATE
    assert back.send("b", now=at(4)).after == session.send("b", now=at(4)).after == ("l2", "r1")
    assert [item.decision.cause for item in back.advance(at(20))] == ["d"]
    with pytest.raises(pe.ClockError):
        back.send("b")


def test_a_resumed_session_has_an_opening_without_actions() -> None:
    policy = ladder()
    session = policy.start()

    back = policy.resume(session.snapshot())

    assert back.opening.actions == ()
    assert back.opening.after == back.states


def test_parameters_are_those_that_the_session_began_with() -> None:
    policy = ladder()
    session = policy.with_parameters(max_warnings=2).start()

    back = policy.resume(session.snapshot())

    assert back.parameters == {"max_warnings": 2}


def test_a_session_from_the_clock_goes_on_from_the_clock() -> None:
    policy = ladder()

    back = policy.resume(policy.start().snapshot(), clock=lambda: 0)

    assert back.send("insult").verdict is pe.Verdict.APPLIED
    assert back.deadline is not None


def test_a_snapshot_of_another_version_is_refused() -> None:
    snapshot = ladder().start().snapshot()
    changed = small_policy(LADDER.replace("Goedemorgen", "Goedendag"))

    with pytest.raises(pe.SnapshotError, match=r"another version .* as `migrate_from`"):
        changed.resume(snapshot)


def test_a_snapshot_of_another_policy_is_refused() -> None:
    snapshot = {**ladder().start().snapshot(), "policy": "other"}

    with pytest.raises(pe.SnapshotError, match="belongs to the policy 'other'"):
        ladder().resume(snapshot)


@pytest.mark.parametrize("snapshot", [None, [], "x", {}, {"schema": "policy_engine/snapshot/9"}])
def test_what_is_no_snapshot_is_refused(snapshot: Any) -> None:
    with pytest.raises(pe.SnapshotError, match="no snapshot"):
        ladder().resume(snapshot)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("parameters", None),
        ("parameters", {"max_warnings": 9}),
        ("configuration", ["p"]),
        ("configuration", "p"),
        ("configuration", ["nowhere"]),
        ("configuration", ["l1"]),
        ("configuration", ["p", "l", "l1", "l2", "r", "r1"]),
        ("configuration", ["p", "l", "l1", "r", "r1", "out"]),
        ("configuration", ["p", "l", "hl", "r", "r1"]),
        ("history", {"hl": ["out"]}),
        ("history", {"l": ["l1"]}),
        ("context", {}),
        ("context", {"n": 9, "who": "", "sum": 0.0}),
        ("facts", {"level": "x"}),
        ("timers", [{"state": "l2", "duration": "1 h", "due": "2026-11-21T10:00:00.000000000Z"}]),
        ("timers", [{"state": "l1", "duration": "1 h", "due": "soon"}]),
        ("timers", 5),
        (
            "sends",
            [{"event": "d", "id": "x", "place": 99, "number": 0, "due": "2026-11-21T10:00:00.000000000Z"}],
        ),
        (
            "sends",
            [{"event": "b", "id": "x", "place": None, "number": 0, "due": "2026-11-21T10:00:00.000000000Z"}],
        ),
        ("now", "yesterday"),
        ("now", "2026-11-21T10:00:00.5Z"),
        ("next_number", -1),
        ("remember", "2"),
        ("remembered", [5]),
    ],
)
def test_a_damaged_snapshot_is_refused(key: str, value: object) -> None:
    policy = small_policy(RICH)
    snapshot: dict[str, Any] = policy.start(now=START).snapshot()
    place = next(iter(policy.automaton.sends)).order
    if key == "sends" and isinstance(value, list) and value[0]["place"] is None:
        value = [{**value[0], "place": place}]

    with pytest.raises(pe.SnapshotError):
        policy.resume({**snapshot, key: value})


def test_a_snapshot_that_no_course_leads_to_is_refused() -> None:
    policy = small_policy("context: {seen: {flag: false}}\ninitial: s\nstates: {s: {}}")

    with pytest.raises(pe.SnapshotError, match="no course"):
        policy.resume({**policy.start().snapshot(), "context": {"seen": True}})


def test_a_snapshot_can_be_read_by_people() -> None:
    session = small_policy(RICH).start(now=START)
    session.send("a", {"name": "x"}, now=at(1))

    snapshot = session.snapshot()

    assert snapshot["configuration"] == ["p", "l", "l1", "r", "r1"]
    assert snapshot["timers"] == [{"state": "l1", "duration": "1 h", "due": "2026-11-21T11:00:00.000000000Z"}]
    assert [(s["event"], s["id"], s["due"]) for s in snapshot["sends"]] == [
        ("d", "x", "2026-11-21T10:00:10.000000000Z")
    ]


def test_a_step_is_a_pure_function_of_snapshots() -> None:
    policy = ladder()
    before = policy.start(now=START, remember=1).snapshot()
    kept = through_json(before)

    after, decision = policy.step(before, "insult", at(5), event_id="1")
    again, repeated = policy.step(after, "insult", at(6), event_id="1")

    assert before == kept
    assert decision.verdict is pe.Verdict.APPLIED
    assert after["context"]["warnings"] == 1
    assert repeated.verdict is pe.Verdict.DUPLICATE
    assert again == after


FORGED = """
context: {n: {counter: 0..8999}, m: {counter: 0..8999}}
initial: s
states:
  s: {on: {a: h, b: d}}
  x:
    initial: y
    states:
      y: {}
      z: {initial: z1, states: {z1: {}, z2: {}}}
      h: {type: history}
      d: {type: history, deep: true}
  t: {on: {a: {do: [{add: {n: 1}}]}, b: {do: [{add: {m: 1}}]}}}
"""


@pytest.mark.parametrize(
    "history",
    [
        {"h": ["h"]},
        {"h": ["d"]},
        {"h": ["y", "z"]},
        {"h": ["z1"]},
        {"h": []},
        {"d": ["z"]},
        {"d": ["y", "z1"]},
        {"d": ["z1", "z2"]},
        {"d": ["d"]},
        {"d": ["s"]},
        {"s": ["y"]},
    ],
)
def test_a_history_that_nobody_can_have_left_is_refused(history: dict[str, list[str]]) -> None:
    policy = small_policy(FORGED)
    policy.automaton.whole = False

    with pytest.raises(pe.SnapshotError):
        policy.resume({**policy.start().snapshot(), "history": history})


def test_a_history_that_can_have_been_left_is_taken_where_the_table_is_not_whole() -> None:
    policy = small_policy(FORGED)
    policy.automaton.whole = False

    session = policy.resume({**policy.start().snapshot(), "history": {"h": ["z"], "d": ["z2"]}})

    assert session.send("b").after == ("z2",)
