"""Answers are shared by nodes that agree in what was read for them, and by no others."""

from __future__ import annotations

from collections import Counter

import pytest

from policy_engine.automaton import alike
from policy_engine.automaton.alike import Watched
from policy_engine.automaton.calls import Calls
from tests.small import small_policy

COUNTED = """
context: {counted: {counter: 0..6}, open: {flag: true}}
initial: talk
states:
  talk:
    on:
      a: {when: counted < 6, do: [{add: {counted: 1}}]}
      b: {target: rest}
      c: {when: open, target: rest, do: [{set: {open: false}}]}
  rest: {on: {b: {target: talk}}}
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the kernel was asked about each event."""
    counter: Counter[str] = Counter()
    sound = Calls.answer

    def counting(calls: Calls, run: object, node: object, trigger: object) -> object:
        counter[trigger.name] += 1  # type: ignore[attr-defined]  # a Trigger
        return sound(calls, run, node, trigger)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Calls, "answer", counting)
    return counter


def test_nodes_that_differ_in_what_is_not_read_are_worked_out_once(asked: Counter[str]) -> None:
    policy = small_policy(COUNTED)

    assert 28 == len(policy.automaton.nodes)
    # Seven counts; one in each state; open and closed.
    assert {"": 1, "a": 7, "b": 2, "c": 2} == asked


def test_a_shared_answer_leads_to_the_own_values_of_each_node() -> None:
    session = small_policy(COUNTED).start()

    for event in "aacb":
        session.send(event)

    assert ("talk",) == session.states
    assert {"counted": 2, "open": False} == dict(session.context)


def test_a_refusal_that_depends_on_what_was_read_is_not_shared() -> None:
    policy = small_policy(
        "context: {n: {counter: 0..2}}\ninitial: talk\nstates: {talk: {forbid: {b: {when: n > 1, text: No.}},"
        " on: {a: {when: n < 2, do: [{add: {n: 1}}]}, b: {}}}}"
    )
    session = policy.start()

    verdicts = [session.send(event).verdict for event in "babab"]

    assert ["applied"] * 4 + ["forbidden"] == verdicts


def test_past_the_bound_nothing_more_is_kept_and_the_table_is_the_same(
    monkeypatch: pytest.MonkeyPatch, asked: Counter[str]
) -> None:
    kept = small_policy(COUNTED).to_table()
    asked.clear()
    monkeypatch.setattr(alike, "MOST_KEPT", 0)

    assert kept == small_policy(COUNTED).to_table()
    assert {"": 1, "a": 14, "b": 28, "c": 14} == asked


def test_values_tell_what_was_read_and_written() -> None:
    values = Watched([1, 2, 3])

    values[2] = values[0]

    assert {0} == values.read
    assert {2} == values.written
    assert [1, 2, 1] == list(values)
    assert {0} == values.read
