"""Rule 1: the domain of a transition, internal and external, and the timers of what is entered again."""

from __future__ import annotations

import pytest

from tests.oracle.course import Start, policy


def outer(transition: str) -> str:
    """A compound with two children; `go` is handled by the compound itself."""
    return policy(
        f"""
        outer:
          initial: one
          entry: [enter_outer]
          exit: [exit_outer]
          on: {{go: {transition}, swap: two}}
          states:
            one: {{entry: [enter_one], exit: [exit_one]}}
            two: {{entry: [enter_two], exit: [exit_two]}}
        """,
        initial="outer",
        events="go swap",
        actions="enter_outer exit_outer enter_one exit_one enter_two exit_two acted",
    )


def test_rule_01_external_transition_to_an_own_child_leaves_the_source(start: Start) -> None:
    decision = start(outer("{target: two, do: [acted]}")).send("go")

    assert ("exit_one", "exit_outer", "acted", "enter_outer", "enter_two") == decision.actions


def test_rule_01_internal_transition_to_an_own_child_stays_in_the_source(start: Start) -> None:
    decision = start(outer("{target: two, internal: true, do: [acted]}")).send("go")

    assert ("exit_one", "acted", "enter_two") == decision.actions
    assert ("one",) == decision.exited
    assert ("two",) == decision.entered


def test_rule_01_internal_transition_enters_the_active_child_again(start: Start) -> None:
    decision = start(outer("{target: one, internal: true}")).send("go")

    assert ("exit_one", "enter_one") == decision.actions


def test_rule_01_transition_to_the_source_itself_leaves_and_enters_it(start: Start) -> None:
    course = start(outer("outer"))
    course.send("swap")
    decision = course.send("go")

    assert ("two", "outer") == decision.exited
    assert ("outer", "one") == decision.entered


def test_rule_01_targetless_transition_leaves_nothing(start: Start) -> None:
    decision = start(outer("{do: [acted]}")).send("go")

    assert ("acted",) == decision.actions
    assert () == decision.exited
    assert () == decision.entered
    assert "applied" == decision.verdict


def test_rule_01_domain_is_the_nearest_compound_that_contains_source_and_target(start: Start) -> None:
    text = policy(
        """
        house:
          initial: room
          states:
            room: {initial: chair, states: {chair: {on: {go: bed}}, table: {}}}
            attic: {initial: box, states: {box: {}, bed: {}}}
        """,
        initial="house",
        events="go",
    )
    decision = start(text).send("go")

    assert ("chair", "room") == decision.exited
    assert ("attic", "bed") == decision.entered


def test_rule_01_child_that_targets_its_parent_leaves_it(start: Start) -> None:
    text = policy(
        """
        outer: {initial: one, states: {one: {on: {go: two}}, two: {on: {reset: outer}}}}
        """,
        initial="outer",
        events="go reset",
    )
    course = start(text)
    course.send("go")
    decision = course.send("reset")

    assert ("two", "outer") == decision.exited
    assert ("outer", "one") == decision.entered


def test_rule_01_parallel_is_no_domain(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          on: {go: l2}
          states:
            left: {initial: l1, states: {l1: {}, l2: {}}}
            right: {initial: r1, states: {r1: {on: {move: r2}}, r2: {}}}
        """,
        initial="both",
        events="go move",
    )
    course = start(text)
    course.send("move")
    decision = course.send("go")

    assert ("r2", "right", "l1", "left", "both") == decision.exited
    assert ("both", "left", "l2", "right", "r1") == decision.entered


def test_rule_01_transition_of_a_region_stays_in_its_region(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, on: {go: {target: l2, internal: true}}, states: {l1: {}, l2: {}}}
            right: {}
        """,
        initial="both",
        events="go",
    )
    decision = start(text).send("go")

    assert ("l1",) == decision.exited
    assert ("l2",) == decision.entered


def test_rule_01_external_transition_of_a_region_leaves_the_whole_parallel(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, on: {go: l2}, states: {l1: {}, l2: {}}}
            right: {}
        """,
        initial="both",
        events="go",
    )
    decision = start(text).send("go")

    assert ("right", "l1", "left", "both") == decision.exited
    assert ("both", "left", "l2", "right") == decision.entered


def test_rule_01_history_as_a_target_counts_as_the_state_it_is_written_in(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          on: {pause: away}
          states:
            h: {type: history, deep: true}
            one: {initial: one_a, states: {one_a: {on: {next: one_b}}, one_b: {on: {back: h}}}}
        away: {on: {resume: h}}
        """,
        initial="work",
        events="next back pause resume",
    )
    course = start(text)
    for event in ("pause", "resume", "next"):
        course.send(event)
    decision = course.send("back")

    assert ("one_b", "one") == decision.exited
    assert ("one", "one_a") == decision.entered


TIMED = """
    outer:
      initial: one
      after: {{10 s: late}}
      on: {{go: {transition}}}
      states: {{one: {{}}, two: {{}}}}
    late: {{}}
    """


@pytest.mark.parametrize(
    ("transition", "restarted"),
    [
        ("{target: two}", True),
        ("outer", True),
        ("{target: two, internal: true}", False),
        ("{do: [acted]}", False),
    ],
)
def test_rule_01_timers_restart_where_the_state_is_entered_again(
    start: Start, transition: str, restarted: bool
) -> None:
    text = policy(TIMED.format(transition=transition), initial="outer", events="go", actions="acted")
    course = start(text)
    course.send("go", now=6)
    at_first = course.advance(10)
    later = course.advance(16)

    assert (0 if restarted else 1) == len(at_first)
    assert (1 if restarted else 0) == len(later)
