"""Mistakes that only show when a policy runs: ranges that are left, macrosteps that never end."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.automaton.automaton import Automaton
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from policy_engine.policy import Policy
from tests.small import small_policy


def mistakes(body: str) -> list[tuple[str, int, str]]:
    with pytest.raises(pe.PolicyError) as caught:
        small_policy(body)
    return [(item.code, item.line, item.message) for item in caught.value.diagnostics]


def test_a_counter_that_leaves_its_range_is_shown_with_the_shortest_course() -> None:
    (found,) = mistakes(
        "context: {n: {counter: 0..2}}\ninitial: s\nstates:\n"
        "  s: {on: {a: {do: [{add: {n: 1}}]}, b: {when: n == 0, do: [{add: {n: 2}}]}}}"
    )

    assert found[0] == "leaves-range"
    assert found[2] == "`n` can become 3, which is outside its range 0..2; the shortest course: b → a"


def test_a_counter_that_falls_below_zero_is_a_mistake_too() -> None:
    (found,) = mistakes(
        "context: {n: {counter: 0..2}}\ninitial: s\nstates:\n  s: {on: {a: {do: [{add: {n: -1}}]}}}"
    )

    assert "`n` can become -1" in found[2]
    assert found[2].endswith("the shortest course: a")


def test_the_course_tells_facts_data_and_timers() -> None:
    (found,) = mistakes(
        """
facts: {risk: {flag: false}}
context: {n: {counter: 0..2}}
events: {a: {data: {by_how_much: {range: 0..2}}}, b: {}}
initial: s
states:
  s: {on: {b: {when: risk, target: t}}}
  t: {after: {2 min: u}}
  u: {on: {a: [{when: event.by_how_much > 1, do: [{set: {n: 2}}, {add: {n: 1}}]}]}}
"""
    )

    assert found[2].endswith("the shortest course: risk = true → b → 2 min → a (event.by_how_much > 1)")


def test_a_fault_that_no_choice_of_facts_leads_to_is_none() -> None:
    policy = small_policy(
        """
facts: {risk: {enum: [low, high], default: low}}
context: {n: {counter: 0..1}}
initial: s
states:
  s: {always: {when: risk == 'high', target: t}, on: {a: {when: risk == 'high', do: [{add: {n: 2}}]}}}
  t: {}
"""
    )

    assert policy.start().send("a").verdict is pe.Verdict.IGNORED


def test_an_eventless_loop_is_refused_with_the_states_in_it() -> None:
    (found,) = mistakes("initial: s\nstates:\n  s: {on: {a: t}}\n  t: {always: u}\n  u: {always: t}\n  v: {}")

    assert found[0] == "endless-macrostep"
    assert (
        found[2]
        == "this never comes to rest: the policy goes round in `t`, `u`; the shortest course there: a"
    )


def test_a_loop_from_the_start_is_refused() -> None:
    (found,) = mistakes("initial: s\nstates:\n  s: {always: {do: []}}")

    assert found[2].endswith("goes round in `s`; the shortest course there: start")


@pytest.mark.parametrize(
    "body",
    [
        "initial: s\nstates:\n  s: {on: {a: {do: [{raise: a}]}}}",
        "initial: s\nstates:\n  s: {on: {a: {do: [{raise: a}, {raise: a}]}}}",
        "initial: s\nstates:\n  s: {on: {a: {do: [{send: {event: a}}]}}}",
        "initial: s\nstates:\n  s: {on: {a: {do: [{send: {event: a, delay: 0 s}}, {send: {event: a}}]}}}",
        "context: {x: {number: 0.0}}\ninitial: s\n"
        "states: {s: {on: {a: {do: [{set: {x: 1.5}}, {raise: a}]}}}}",
    ],
)
def test_events_that_raise_or_send_themselves_are_refused(body: str) -> None:
    (found,) = mistakes(body)

    assert found[0] == "endless-macrostep"
    assert "goes round in `s`; the shortest course there: a" in found[2]


def test_a_long_macrostep_that_ends_is_no_loop() -> None:
    session = small_policy(
        "context: {n: {counter: 0..90}}\ninitial: s\nstates:\n"
        "  s: {always: {when: n < 90, do: [{add: {n: 1}}]}, on: {a: {do: [{set: {n: 0}}]}}}"
    ).start()

    assert session.send("a").verdict is pe.Verdict.APPLIED
    assert session.context == {"n": 90}


def test_an_endless_step_of_a_table_on_demand_is_rejected() -> None:
    policy = unchecked(
        "initial: s\nstates:\n  s: {on: {a: t}}\n  t: {always: u}\n  u: {always: t}\n",
    )

    decision = policy.start().send("a")

    assert decision.verdict is pe.Verdict.REJECTED
    assert decision.reason is not None
    assert decision.reason.text("en") == "this would go round forever in `t`, `u`"
    assert decision.after == ("s",)


def test_a_start_that_was_not_proved_and_never_ends_is_refused() -> None:
    policy = unchecked("initial: s\nstates:\n  s: {always: t}\n  t: {always: s}\n")

    with pytest.raises(pe.InvalidDataError, match="go round forever in `s`, `t`"):
        policy.start()


def test_a_course_is_found_among_many_facts() -> None:
    facts = ", ".join(f"f{number}: {{flag: false}}" for number in range(10))
    reads = " or ".join(f"f{number}" for number in range(10))

    (found,) = mistakes(
        f"facts: {{{facts}}}\ncontext: {{n: {{counter: 0..1}}}}\ninitial: s\nstates:\n"
        f"  s: {{on: {{a: {{when: {reads}, do: [{{add: {{n: 2}}}}]}}}}}}"
    )

    assert found[2].endswith("the shortest course: f9 = true → a")


def unchecked(body: str) -> Policy:
    """A policy of which nothing was expanded at load, as one that is too large for a table."""
    sink = Diagnostics()
    head = 'policy: small\nformat: 1\nversion: "1.0.0"\nevents: {a: {}}\n'
    document = read_document(head + body, "small.yaml", sink)
    assert document is not None
    chart = load_chart(document, sink)
    assert chart is not None
    return Policy(chart, Automaton(chart, {}))


def test_facts_that_can_not_be_settled_are_not_learned() -> None:
    policy = unchecked(
        "facts: {risk: {flag: false}}\ncontext: {n: {counter: 0..1}}\ninitial: s\n"
        "states:\n  s: {always: {when: risk, target: t, do: [{add: {n: 2}}]}, on: {a: t}}\n  t: {}\n"
    )
    session = policy.start()

    learned = session.learn({"risk": True})
    sent = session.send("a", facts={"risk": True})

    for decision, cause in ((learned, "facts"), (sent, "a")):
        assert (decision.verdict, decision.cause, decision.after) == (pe.Verdict.REJECTED, cause, ("s",))
        assert decision.reason is not None
        assert decision.reason.code == "out-of-range"
    assert session.facts == {"risk": False}
    assert session.send("a").after == ("t",)


def test_a_fault_is_told_though_there_are_too_many_facts_to_try() -> None:
    facts = ", ".join(f"f{number}: {{flag: false}}" for number in range(9))
    reads = " or ".join(f"f{number}" for number in range(1, 9))

    (found,) = mistakes(
        f"facts: {{{facts}}}\ncontext: {{n: {{counter: 0..1}}}}\ninitial: s\nstates:\n"
        f"  s: {{on: {{a: {{when: f0, do: [{{add: {{n: 1}}}}]}}, b: {{when: {reads}, target: t}}}}}}\n"
        "  t: {}"
    )

    assert found[0] == "leaves-range"
    assert found[2].endswith("the shortest course: a (f0) → a (f0)")


def test_many_facts_cost_little_where_a_mistake_lies_deep() -> None:
    facts = ", ".join(f"f{number}: {{flag: false}}" for number in range(8))
    reads = " or ".join(f"f{number}" for number in range(8))

    (found,) = mistakes(
        f"facts: {{{facts}}}\ncontext: {{n: {{counter: 0..60}}, m: {{counter: 0..1}}}}\ninitial: s\nstates:\n"
        f"  s: {{on: {{a: [{{when: n < 60, do: [{{add: {{n: 1}}}}]}}, {{else: {{do: [{{add: {{m: 2}}}}]}}}}],"
        f" b: {{when: {reads}, target: t}}}}}}\n  t: {{}}"
    )

    assert found[2].count("→") == 60


def test_many_raises_at_once_are_an_endless_course_found_soon() -> None:
    raises = ", ".join(["{raise: a}"] * 400)

    (found,) = mistakes(f"initial: s\nstates:\n  s: {{on: {{a: {{do: [{raises}]}}}}}}")

    assert found[0] == "endless-macrostep"
