"""Guards in the table say what the evaluator says of the same outside world."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policy_engine as pe
from policy_engine.automaton.inputs import Inputs
from policy_engine.model.expressions.evaluate import compile_expression
from tests.small import at, small_policy

HEAD = """
parameters: {limit: {range: 0..3, default: 2}, word: {text: red}}
facts:
  risk: {enum: [low, mid, high], default: low}
  level: {range: 0..4, default: 1}
  known: {flag: false}
  name: {text: ""}
  amount: {number: 0.0}
context: {n: {counter: 0..3}, seen: {flag: false}, who: {text: x}, sum: {number: 1.5}}
roles: {agent: {}, manager: {}}
events:
  set_up: {data: {n: {range: 0..3}, who: {text: ""}, sum: {number: 0.0}}}
  ask: {data: {kind: {enum: [low, mid, high]}, size: {range: 0..4}, text: {text: ""}, price: {number: 0.0}}}
actions: {told: {params: {n: {range: -9..9, default: 0}}}}
guards: {many: n >= limit}
initial: s
states:
  s:
    on:
      set_up: {do: [{set: {n: event.n, who: event.who, sum: event.sum, seen: known}}]}
      ask: {when: "%s", target: t}
  t: {}
"""

WHOLE = st.sampled_from(
    ["n", "level", "limit", "event.size", "0", "2", "n + 1", "level - n", "-level", "event.size + level"]
)
TEXT = st.sampled_from(["name", "who", "word", "event.text"])
WORDS = st.sampled_from(["'red'", "'x'", "''"])
NUMBER = st.sampled_from(["amount", "sum", "event.price"])
FACES = st.sampled_from(["risk", "event.kind"])
ORDER = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
EQUAL = st.sampled_from(["==", "!="])

ATOMS = st.one_of(
    st.builds("{} {} {}".format, WHOLE, ORDER, WHOLE),
    st.builds("{} {} {}".format, TEXT, EQUAL, WORDS),
    st.builds("{} {} {}".format, TEXT, EQUAL, TEXT),
    st.builds("{} {} {}".format, NUMBER, ORDER, st.sampled_from(["0.5", "1", "2"])),
    st.builds("{} {} '{}'".format, FACES, EQUAL, st.sampled_from(["low", "mid", "high"])),
    st.builds("{} {} {}".format, FACES, EQUAL, FACES),
    st.builds("{} in [{}]".format, FACES, st.sampled_from(["'low'", "'low', 'high'"])),
    st.builds("{} in [{}]".format, st.sampled_from(["n", "level"]), st.sampled_from(["1", "0, 3"])),
    st.builds("{} not in [{}]".format, TEXT, st.sampled_from(["'red'", "'', 'x'"])),
    st.builds("by {} '{}'".format, EQUAL, st.sampled_from(["agent", "manager"])),
    st.sampled_from(["known", "seen", "many", "in_state('s')", "in_state('t')", "true", "known == seen"]),
)
GUARDS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("({} and {} and {})".format, inner, inner, inner),
        st.builds("({} or {} or {})".format, inner, inner, inner),
        st.builds("not {}".format, inner),
    ),
    max_leaves=5,
)
TEXTS = st.sampled_from(["", "x", "red", "blue"])
NUMBERS = st.sampled_from([-1.0, 0.5, 0.75, 1, 1.5, 2, 7.25])
FACTS = st.fixed_dictionaries(
    {
        "risk": st.sampled_from(["low", "mid", "high"]),
        "level": st.integers(0, 4),
        "known": st.booleans(),
        "name": TEXTS,
        "amount": NUMBERS,
    }
)
SET_UP = st.fixed_dictionaries({"n": st.integers(0, 3), "who": TEXTS, "sum": NUMBERS})
DATA = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["low", "mid", "high"]),
        "size": st.integers(0, 4),
        "text": TEXTS,
        "price": NUMBERS,
    }
)


def policy_with(guard: str) -> pe.Policy | None:
    try:
        return small_policy(HEAD % guard)
    except pe.PolicyError as problem:
        # Other rules refuse a guard that can never hold; this test is about the ones that can.
        if {item.code for item in problem.diagnostics} <= {"branch-never"}:
            return None
        raise


@settings(max_examples=80, deadline=None)
@given(
    GUARDS,
    st.lists(st.tuples(FACTS, SET_UP, DATA, st.sampled_from(["agent", "manager"])), min_size=3, max_size=6),
)
def test_a_guard_in_the_table_is_the_guard_of_the_language(guard: str, worlds: list[Any]) -> None:
    policy = policy_with(guard)
    if policy is None:
        return
    (transition,) = (item for item in policy.chart.transitions if item.id == "s.on.ask.0")
    evaluate = None if transition.guard is None else compile_expression(transition.guard)

    for facts, context, data, by in worlds:
        session = policy.start(facts, now=at(0))
        session.send("set_up", context, now=at(1))
        world = Inputs(
            facts,
            data,
            {**context, "seen": facts["known"]},
            by,
            {"limit": 2, "word": "red"},
            session.configuration,
        )
        expected = evaluate is None or bool(evaluate(world))

        assert session.send("ask", data, by=by, now=at(2)).verdict == ("applied" if expected else "ignored")


@pytest.mark.parametrize(
    ("amount", "expected"), [(-1.0, "low"), (1.0, "mid"), (1.5, "mid"), (2, "mid"), (2.5, "high")]
)
def test_numbers_are_told_apart_by_the_literals_they_are_compared_with(amount: float, expected: str) -> None:
    policy = small_policy(
        """
events: {a: {data: {amount: {number: 0.0}}}}
initial: s
states:
  s:
    on:
      a:
        - {when: event.amount < 1, target: low}
        - {when: event.amount >= 1 and event.amount <= 2, target: mid}
        - {else: high}
  low: {}
  mid: {}
  high: {}
"""
    )

    assert policy.start().send("a", {"amount": amount}).after == (expected,)


def test_a_raised_event_has_its_default_data_and_no_reporter() -> None:
    policy = small_policy(
        """
roles: {agent: {}, manager: {}}
actions: {told: {params: {size: {range: 0..4, default: 0}, text: {text: ""}}}}
events: {a: {}, b: {by: [manager], data: {size: {range: 0..4, default: 3}, text: {text: none}}}}
initial: s
states:
  s:
    on:
      a: {do: [{raise: b}]}
      b: {by: [manager], when: event.size > 2 and by != 'agent' and event.text == 'none', target: t,
          do: [{told: {size: {expr: event.size + 1}, text: {expr: event.text}}}]}
  t: {}
"""
    )

    decision = policy.start().send("a")

    assert decision.after == ("t",)
    assert [dict(action.params) for action in decision.actions] == [{"size": 4, "text": "none"}]


def test_a_text_that_was_set_in_the_same_step_is_read_there() -> None:
    policy = small_policy(
        """
context: {who: {text: ""}}
events: {a: {data: {name: {text: ""}}}}
initial: s
states:
  s: {on: {a: {target: t, do: [{set: {who: event.name}}]}}}
  t: {always: [{when: who == 'boss', target: u}]}
  u: {}
"""
    )

    assert policy.start().send("a", {"name": "boss"}).after == ("u",)
    assert policy.start().send("a", {"name": "other"}).after == ("t",)


@pytest.mark.parametrize(
    ("literal", "amount", "expected"),
    [
        ("10000000000000000", 5.0, "ignored"),
        ("10000000000000000", 1e16, "applied"),
        ("9007199254740993", 9007199254740993, "applied"),
        ("9007199254740993", 9007199254740992, "ignored"),
    ],
)
def test_large_numbers_are_told_apart_exactly(literal: str, amount: float, expected: str) -> None:
    policy = small_policy(
        "events: {a: {data: {amount: {number: 0.0}}}}\ninitial: s\n"
        f"states:\n  s: {{on: {{a: {{when: event.amount >= {literal}, target: t}}}}}}\n  t: {{}}"
    )

    assert policy.start().send("a", {"amount": amount}).verdict == expected
