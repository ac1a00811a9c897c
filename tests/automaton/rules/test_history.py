"""Execution: shallow and deep history, as targets and as `initial`."""

from __future__ import annotations

from tests.oracle.course import Start, policy


def outer(history: str) -> str:
    """A compound with two levels below it, and an outside that comes back to its history `h`."""
    return policy(
        f"""
        work:
          initial: one
          on: {{pause: away}}
          states:
            h: {history}
            one: {{on: {{next: two}}}}
            two:
              initial: two_a
              states:
                two_a: {{on: {{next: two_b}}}}
                two_b: {{}}
        away: {{on: {{resume: h}}}}
        """,
        initial="work",
        events="next pause resume",
    )


def test_history_shallow_enters_the_remembered_child_from_its_beginning(start: Start) -> None:
    course = start(outer("{type: history}"))
    for event in ("next", "next", "pause"):
        course.send(event)
    decision = course.send("resume")

    assert ("work", "two", "two_a") == decision.entered
    assert ("two_a",) == decision.states


def test_history_deep_enters_the_remembered_leaf(start: Start) -> None:
    course = start(outer("{type: history, deep: true}"))
    for event in ("next", "next", "pause"):
        course.send(event)
    decision = course.send("resume")

    assert ("work", "two", "two_b") == decision.entered
    assert ("two_b",) == decision.states


def test_history_is_never_in_the_configuration(start: Start) -> None:
    course = start(outer("{type: history}"))
    course.send("pause")
    decision = course.send("resume")

    assert ("work", "one") == decision.configuration
    assert ("work", "one") == decision.entered


def test_history_without_a_memory_or_target_begins_where_its_parent_begins(start: Start) -> None:
    text = policy(
        """
        out: {on: {go: h}}
        work: {initial: second, states: {h: {type: history}, first: {}, second: {}}}
        """,
        initial="out",
        events="go",
    )

    assert ("second",) == start(text).send("go").states


def test_history_without_a_memory_takes_its_own_target(start: Start) -> None:
    text = policy(
        """
        out: {on: {go: h}}
        work:
          initial: first
          states:
            h: {type: history, deep: true, target: inner_b}
            first: {}
            second: {initial: inner_a, states: {inner_a: {}, inner_b: {}}}
        """,
        initial="out",
        events="go",
    )
    decision = start(text).send("go")

    assert ("work", "second", "inner_b") == decision.entered


def far(parent: str) -> str:
    """A shallow history whose target lies three levels below its parent, in one of two regions."""
    return policy(
        f"""
        out: {{on: {{go: h}}}}
        work:
          {parent}
          on: {{pause: out}}
          states:
            h: {{type: history, target: r2}}
            calm: {{}}
            both:
              type: parallel
              states:
                left: {{initial: l1, states: {{l1: {{on: {{next: l2}}}}, l2: {{}}}}}}
                right: {{initial: r1, states: {{r1: {{}}, r2: {{on: {{next: r3}}}}, r3: {{}}}}}}
        """,
        initial="out",
        events="go next pause",
    )


def test_history_shallow_may_begin_deep_inside_its_parent(start: Start) -> None:
    decision = start(far("initial: calm")).send("go")

    assert ("work", "both", "left", "l1", "right", "r2") == decision.entered


def test_history_shallow_remembers_the_child_alone_wherever_it_began(start: Start) -> None:
    course = start(far("initial: calm"))
    for event in ("go", "next", "pause"):
        course.send(event)
    decision = course.send("go")

    assert ("work", "both", "left", "l1", "right", "r1") == decision.entered


def test_history_shallow_that_begins_deep_inside_may_be_the_initial(start: Start) -> None:
    text = far("initial: h").replace("go: h", "go: work")

    assert ("l1", "r2") == start(text).send("go").states


def test_history_shallow_of_a_parallel_begins_the_other_regions_at_their_beginning(start: Start) -> None:
    text = policy(
        """
        out: {on: {go: h}}
        both:
          type: parallel
          states:
            h: {type: history, target: r2}
            left: {initial: l1, states: {l1: {}, l2: {}}}
            right: {initial: r1, states: {r1: {}, r2: {}}}
        """,
        initial="out",
        events="go",
    )

    assert ("both", "left", "l1", "right", "r2") == start(text).send("go").entered


def test_history_as_initial_remembers(start: Start) -> None:
    text = policy(
        """
        work:
          initial: h
          on: {pause: away}
          states:
            h: {type: history, target: one}
            one: {on: {next: two}}
            two: {}
        away: {on: {resume: work}}
        """,
        initial="work",
        events="next pause resume",
    )
    course = start(text)

    assert ("one",) == course.opening.states
    course.send("next")
    course.send("pause")
    assert ("two",) == course.send("resume").states


def test_history_is_forgotten_for_the_newest(start: Start) -> None:
    course = start(outer("{type: history}"))
    for event in ("next", "pause", "resume", "pause"):
        course.send(event)

    assert ("two_a",) == course.send("resume").states
    course = start(outer("{type: history}"))
    for event in ("pause", "resume", "next", "pause"):
        course.send(event)
    assert ("two_a",) == course.send("resume").states


REGIONS = """
        both:
          type: parallel
          on: {{pause: away}}
          states:
            h: {{type: history, deep: {deep}, target: [left, right]}}
            left: {{initial: l1, states: {{l1: {{on: {{next: l2}}}}, l2: {{}}}}}}
            right:
              initial: r1
              states:
                r1: {{on: {{next: r2}}}}
                r2: {{initial: r2a, states: {{r2a: {{on: {{last: r2b}}}}, r2b: {{}}}}}}
        away: {{on: {{resume: h}}}}
        """


def test_history_deep_in_a_parallel_remembers_every_region(start: Start) -> None:
    text = policy(REGIONS.format(deep="true"), initial="both", events="next last pause resume")
    course = start(text)
    for event in ("next", "last", "pause"):
        course.send(event)
    decision = course.send("resume")

    assert ("both", "left", "l2", "right", "r2", "r2b") == decision.entered
    assert ("l2", "r2b") == decision.states


def test_history_shallow_in_a_parallel_begins_every_region_again(start: Start) -> None:
    text = policy(REGIONS.format(deep="false"), initial="both", events="next last pause resume")
    course = start(text)
    for event in ("next", "last", "pause"):
        course.send(event)

    assert ("l1", "r1") == course.send("resume").states


def test_history_of_one_region_leaves_the_others_to_their_beginning(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          on: {pause: away}
          states:
            left: {initial: l1, states: {h: {type: history}, l1: {on: {next: l2}}, l2: {}}}
            right: {initial: r1, states: {r1: {on: {next: r2}}, r2: {}}}
        away: {on: {resume: h}}
        """,
        initial="both",
        events="next pause resume",
    )
    course = start(text)
    course.send("next")
    course.send("pause")

    assert ("l2", "r1") == course.send("resume").states


def test_history_of_two_regions_as_two_targets(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          on: {pause: away}
          states:
            left: {initial: l1, states: {hl: {type: history}, l1: {on: {next: l2}}, l2: {}}}
            right: {initial: r1, states: {hr: {type: history}, r1: {on: {next: r2}}, r2: {}}}
        away: {on: {resume: {target: [hl, hr]}}}
        """,
        initial="both",
        events="next pause resume",
    )
    course = start(text)
    course.send("next")
    course.send("pause")

    assert ("l2", "r2") == course.send("resume").states


def test_history_is_recorded_from_before_the_microstep(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          states:
            h: {type: history}
            one: {on: {next: two}}
            two: {on: {again: h}}
        """,
        initial="work",
        events="next again",
    )
    course = start(text)
    course.send("next")
    decision = course.send("again")

    # `work` itself is left neither by `next` nor by `again`, so nothing is remembered: its beginning.
    assert ("two",) == decision.exited
    assert ("one",) == decision.entered


def test_history_of_the_state_that_a_transition_leaves_is_read_before_it_leaves(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          states:
            h: {type: history}
            one: {on: {next: two}}
            two: {}
          on: {restart: {target: h}, pause: away}
        away: {on: {resume: work}}
        """,
        initial="work",
        events="next restart pause resume",
    )
    course = start(text)
    course.send("next")
    decision = course.send("restart")

    # The memory is written when `work` is left, before its targets are entered.
    assert ("two", "work") == decision.exited
    assert ("work", "two") == decision.entered


def test_history_deep_of_a_nested_parallel_in_a_compound(start: Start) -> None:
    text = policy(
        """
        work:
          initial: both
          on: {pause: away}
          states:
            h: {type: history, deep: true}
            both:
              type: parallel
              states:
                left: {initial: l1, states: {l1: {on: {next: l2}}, l2: {}}}
                right: {initial: r1, states: {r1: {}, r2: {}}}
        away: {on: {resume: h}}
        """,
        initial="work",
        events="next pause resume",
    )
    course = start(text)
    course.send("next")
    course.send("pause")
    decision = course.send("resume")

    assert ("work", "both", "left", "l2", "right", "r1") == decision.entered
