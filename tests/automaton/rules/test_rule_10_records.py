"""Rule 10: `entered` and `exited` list states per microstep in order, repeats kept."""

from __future__ import annotations

from tests.oracle.course import Start, policy


def test_rule_10_entered_and_exited_keep_repeats(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {target: b, do: [{raise: back}]}}}
        b: {on: {back: {target: a, do: [{set: {n: true}}]}}}
        """,
        initial="a",
        events="go back",
        more="context: {n: {flag: false}}",
    )
    decision = start(text).send("go")

    assert ("a", "b") == decision.exited
    assert ("b", "a") == decision.entered


def test_rule_10_entered_lists_a_state_as_often_as_it_was_entered(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {target: b, do: [{raise: again}]}}}
        b: {on: {again: b}}
        """,
        initial="a",
        events="go again",
    )
    decision = start(text).send("go")

    assert ("a", "b") == decision.exited
    assert ("b", "b") == decision.entered


def test_rule_10_states_list_the_leaves_in_document_order(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l2, states: {l1: {}, l2: {}}}
            right: {type: parallel, states: {upper: {}, lower: {initial: r1, states: {r1: {}}}}}
        """,
        initial="both",
    )
    opening = start(text).opening

    assert ("l2", "upper", "r1") == opening.states
    assert ("both", "left", "l2", "right", "upper", "lower", "r1") == opening.configuration


def test_rule_10_passing_states_are_listed_too(start: Start) -> None:
    text = policy(
        "a: {on: {go: b}}\nb: {always: c}\nc: {always: d}\nd: {}",
        initial="a",
        events="go",
    )
    decision = start(text).send("go")

    assert ("a", "b", "c") == decision.exited
    assert ("b", "c", "d") == decision.entered
