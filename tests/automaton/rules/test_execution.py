"""Execution is the SCXML algorithm: run to completion, innermost first, document order, preemption."""

from __future__ import annotations

from tests.oracle.course import Start, policy

NESTED = policy(
    """
    outer:
      initial: middle
      entry: [enter_outer]
      exit: [exit_outer]
      states:
        middle:
          initial: inner
          entry: [enter_middle]
          exit: [exit_middle]
          states:
            inner: {entry: [enter_inner], exit: [exit_inner], on: {go: {target: end, do: [go_now]}}}
    end: {entry: [enter_end]}
    """,
    initial="outer",
    events="go",
    actions="enter_outer enter_middle enter_inner exit_outer exit_middle exit_inner go_now enter_end",
)

TWO_REGIONS = policy(
    """
    both:
      type: parallel
      entry: [enter_both]
      exit: [exit_both]
      on: {leave: gone}
      states:
        left:
          initial: l1
          entry: [enter_left]
          exit: [exit_left]
          states:
            l1: {entry: [enter_l1], exit: [exit_l1], on: {go: {target: l2, do: [do_left]}}}
            l2: {entry: [enter_l2], exit: [exit_l2]}
        right:
          initial: r1
          entry: [enter_right]
          exit: [exit_right]
          states:
            r1: {entry: [enter_r1], exit: [exit_r1], on: {go: {target: r2, do: [do_right]}}}
            r2: {entry: [enter_r2], exit: [exit_r2]}
    gone: {}
    """,
    initial="both",
    events="go leave",
    actions=(
        "enter_both exit_both enter_left exit_left enter_right exit_right do_left do_right "
        "enter_l1 exit_l1 enter_l2 exit_l2 enter_r1 exit_r1 enter_r2 exit_r2"
    ),
)


def test_execution_enters_from_the_outermost_in(start: Start) -> None:
    opening = start(NESTED).opening

    assert ("outer", "middle", "inner") == opening.entered
    assert ("enter_outer", "enter_middle", "enter_inner") == opening.actions
    assert ("outer", "middle", "inner") == opening.configuration
    assert ("inner",) == opening.states


def test_execution_exits_from_the_innermost_out_then_acts_then_enters(start: Start) -> None:
    decision = start(NESTED).send("go")

    assert ("inner", "middle", "outer") == decision.exited
    assert ("exit_inner", "exit_middle", "exit_outer", "go_now", "enter_end") == decision.actions


def test_execution_enters_regions_in_document_order(start: Start) -> None:
    opening = start(TWO_REGIONS).opening

    assert ("both", "left", "l1", "right", "r1") == opening.entered
    assert ("enter_both", "enter_left", "enter_l1", "enter_right", "enter_r1") == opening.actions


def test_execution_exits_regions_in_reverse_document_order(start: Start) -> None:
    decision = start(TWO_REGIONS).send("leave")

    assert ("r1", "right", "l1", "left", "both") == decision.exited
    assert ("exit_r1", "exit_right", "exit_l1", "exit_left", "exit_both") == decision.actions


def test_execution_takes_transitions_of_two_regions_in_one_microstep(start: Start) -> None:
    decision = start(TWO_REGIONS).send("go")

    assert ("exit_r1", "exit_l1", "do_left", "do_right", "enter_l2", "enter_r2") == decision.actions
    assert ("l2", "r2") == decision.states


def test_execution_asks_the_innermost_handler_first(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: inner
          on: {go: far}
          states:
            inner: {on: {go: near}}
            near: {}
        far: {}
        """,
        initial="outer",
        events="go",
    )
    course = start(text)

    assert ("near",) == course.send("go").states
    assert ("far",) == course.send("go").states


def test_execution_asks_the_parent_when_no_branch_of_the_child_holds(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: inner
          on: {go: far}
          states:
            inner: {on: {go: {when: ready, target: near}}}
            near: {}
        far: {}
        """,
        initial="outer",
        events="go",
        more="facts: {ready: {flag: false}}",
    )

    assert ("far",) == start(text).send("go").states
    assert ("near",) == start(text, facts={"ready": True}).send("go").states


def test_execution_lets_the_first_region_win_a_conflict_between_siblings(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {on: {go: {target: from_left, do: [by_left]}}}}}
            right: {initial: r1, states: {r1: {on: {go: {target: from_right, do: [by_right]}}}}}
        from_left: {}
        from_right: {}
        """,
        initial="both",
        events="go",
        actions="by_left by_right",
    )
    decision = start(text).send("go")

    assert ("from_left",) == decision.states
    assert ("by_left",) == decision.actions


def test_execution_keeps_a_transition_inside_a_region_from_one_that_leaves_later(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {on: {go: l2}}, l2: {}}}
            right: {initial: r1, states: {r1: {on: {go: outside}}}}
        outside: {}
        """,
        initial="both",
        events="go",
    )
    decision = start(text).send("go")

    assert ("l2", "r1") == decision.states


def test_execution_prefers_the_descendant_to_the_ancestor_whatever_the_order(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          on: {go: outside}
          states:
            left: {initial: l1, states: {l1: {on: {early: l2}}, l2: {}}}
            right: {initial: r1, states: {r1: {on: {go: r2, early: r2}}, r2: {}}}
        outside: {}
        """,
        initial="both",
        events="go early",
    )
    course = start(text)

    assert ("l1", "r2") == course.send("go").states
    assert ("outside",) == course.send("go").states


def test_execution_takes_a_common_ancestors_transition_once(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          on: {count: {do: [counted]}}
          states: {left: {}, right: {}}
        """,
        initial="both",
        events="count",
        actions="counted",
    )

    assert ("counted",) == start(text).send("count").actions


def test_execution_runs_a_targetless_transition_beside_one_of_another_region(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {on: {go: {do: [noted]}}}
            right: {initial: r1, states: {r1: {on: {go: {target: r2, do: [moved]}}}, r2: {}}}
        """,
        initial="both",
        events="go",
        actions="noted moved",
    )
    decision = start(text).send("go")

    assert ("noted", "moved") == decision.actions
    assert ("left", "r2") == decision.states


def test_execution_enters_the_other_regions_by_default_when_one_is_a_target(start: Start) -> None:
    text = policy(
        """
        out: {on: {go: r2}}
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {}, l2: {}}}
            right: {initial: r1, states: {r1: {}, r2: {}}}
        """,
        initial="out",
        events="go",
    )
    decision = start(text).send("go")

    assert ("both", "left", "l1", "right", "r2") == decision.entered
    assert ("l1", "r2") == decision.states


def test_execution_enters_several_targets_in_document_order(start: Start) -> None:
    text = policy(
        """
        out: {on: {go: {target: [r2, l2]}}}
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {}, l2: {}}}
            middle: {initial: m1, states: {m1: {}, m2: {}}}
            right: {initial: r1, states: {r1: {}, r2: {}}}
        """,
        initial="out",
        events="go",
    )
    decision = start(text).send("go")

    assert ("both", "left", "l2", "middle", "m1", "right", "r2") == decision.entered


def test_execution_leaves_all_regions_when_one_targets_another_region(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {on: {go: r2}}, l2: {}}}
            right: {initial: r1, states: {r1: {on: {stay: r1}}, r2: {}}}
        """,
        initial="both",
        events="go stay",
    )
    decision = start(text).send("go")

    assert ("r1", "right", "l1", "left", "both") == decision.exited
    assert ("both", "left", "l1", "right", "r2") == decision.entered


def test_execution_reads_guards_before_any_action_of_the_microstep(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {on: {go: {target: l2, do: [{set: {seen: true}}]}}}, l2: {}}}
            right: {initial: r1, states: {r1: {on: {go: {when: not seen, target: r2}}}, r2: {}}}
        """,
        initial="both",
        events="go",
        more="context: {seen: {flag: false}}",
    )

    assert ("l2", "r2") == start(text).send("go").states


def test_execution_shows_in_state_the_regions_as_they_are_when_guards_are_read(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left:
              initial: l1
              states:
                l1: {on: {go: l2}}
                l2: {on: {back: l1}}
            right:
              initial: r1
              states:
                r1: {on: {go: {when: in_state('l2'), target: r2}}}
                r2: {always: {when: in_state('l1'), target: r1}}
        """,
        initial="both",
        events="go back",
    )
    course = start(text)

    assert ("l2", "r1") == course.send("go").states
    assert ("l2", "r2") == course.send("go").states
    assert ("l1", "r1") == course.send("back").states


def test_execution_knows_a_compound_state_as_active_with_its_child(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: inner
          states:
            inner: {on: {ask: {when: in_state('outer') and not in_state('other'), target: other}}}
        other: {}
        """,
        initial="outer",
        events="ask",
    )

    assert ("other",) == start(text).send("ask").states


def test_execution_handles_one_event_under_a_joined_key(start: Start) -> None:
    text = policy(
        """
        a: {on: {one or two: b}}
        b: {on: {two: a}}
        """,
        initial="a",
        events="one two",
    )
    course = start(text)

    assert ("b",) == course.send("one").states
    assert ("a",) == course.send("two").states
    assert ("b",) == course.send("two").states
