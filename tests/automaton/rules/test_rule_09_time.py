"""Rule 9: timers and delayed events, in order of due time, then of the document."""

from __future__ import annotations

import pytest

from tests.oracle.course import Outcome, Start, policy


def what(fired: tuple[tuple[float, Outcome], ...]) -> list[tuple[float, tuple[object, ...]]]:
    return [(due, one.actions) for due, one in fired]


LADDER = policy(
    """
    a: {after: {10 s: {target: b, do: [to_b]}}}
    b: {after: {10 s: {target: c, do: [to_c]}}}
    c: {after: {1 min: {target: d, do: [to_d]}}}
    d: {}
    """,
    initial="a",
    events="go",
    actions="to_b to_c to_d",
)


def test_rule_09_later_now_fires_everything_due_each_at_its_own_moment(start: Start) -> None:
    assert [(10, ("to_b",)), (20, ("to_c",))] == what(start(LADDER).advance(25))


def test_rule_09_timer_is_due_at_its_moment_and_not_before(start: Start) -> None:
    course = start(LADDER)

    assert () == course.advance(9)
    assert [(10, ("to_b",))] == what(course.advance(10))


def test_rule_09_timers_that_start_count_from_the_due_time(start: Start) -> None:
    course = start(LADDER)
    course.advance(79)

    assert [(80, ("to_d",))] == what(course.advance(500))


def test_rule_09_event_with_a_later_now_comes_after_what_was_due(start: Start) -> None:
    decision = start(LADDER).send("go", now=20)

    assert [(10, ("to_b",)), (20, ("to_c",))] == what(decision.prior)
    assert "ignored" == decision.verdict
    assert ("c",) == decision.states


def test_rule_09_earlier_now_counts_as_the_last_one(start: Start) -> None:
    text = policy(
        "a: {on: {go: b}}\nb: {after: {10 s: c}}\nc: {}",
        initial="a",
        events="go",
    )
    course = start(text)
    course.advance(100)
    course.send("go", now=50)

    assert () == course.advance(109)
    assert 1 == len(course.advance(110))


def test_rule_09_leaving_a_state_cancels_its_timers(start: Start) -> None:
    text = policy(
        "a: {after: {10 s: c}, on: {go: b}}\nb: {}\nc: {}",
        initial="a",
        events="go",
    )
    course = start(text)
    course.send("go", now=5)

    assert () == course.advance(100)


def test_rule_09_targetless_and_inner_transitions_keep_the_timers_of_outer_states(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: one
          after: {10 s: late}
          on: {tick: {do: [ticked]}}
          states: {one: {on: {next: two}}, two: {}}
        late: {}
        """,
        initial="outer",
        events="tick next",
        actions="ticked",
    )
    course = start(text)
    course.send("tick", now=3)
    course.send("next", now=6)

    assert [10] == [due for due, _ in course.advance(10)]


def test_rule_09_state_may_have_several_timers(start: Start) -> None:
    text = policy(
        """
        a: {after: {20 s: {do: [later]}, 10 s: {do: [sooner]}, 1 min: b}}
        b: {}
        """,
        initial="a",
        actions="sooner later",
    )
    course = start(text)

    assert [(10, ("sooner",)), (20, ("later",)), (60, ())] == what(course.advance(60))


def test_rule_09_timers_of_a_targetless_branch_are_not_armed_again(start: Start) -> None:
    text = policy("a: {after: {10 s: {do: [noted]}}}", initial="a", actions="noted")
    course = start(text)

    assert [(10, ("noted",))] == what(course.advance(100))


def test_rule_09_equal_due_times_fire_in_document_order(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          entry: [{send: {event: note, delay: 10 s}}]
          on: {note: {do: [noted]}}
          states:
            left: {after: {10 s: {do: [left_late]}}}
            right: {after: {10 s: {do: [right_late]}}}
        """,
        initial="both",
        events="note",
        actions="noted left_late right_late",
    )

    assert [(10, ("noted",)), (10, ("left_late",)), (10, ("right_late",))] == what(start(text).advance(10))


def test_rule_09_document_order_holds_whichever_was_armed_first(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {on: {go: l2}}, l2: {after: {5 s: {do: [left_late]}}}}}
            right: {after: {10 s: {do: [right_late]}}}
        """,
        initial="both",
        events="go",
        actions="left_late right_late",
    )
    course = start(text)
    course.send("go", now=5)

    assert [(10, ("left_late",)), (10, ("right_late",))] == what(course.advance(10))


def test_rule_09_state_comes_before_the_states_inside_it_wherever_its_timer_is_written(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: inner
          states: {inner: {after: {10 s: {do: [inner_late]}}}}
          after: {10 s: {do: [outer_late]}}
        """,
        initial="outer",
        actions="inner_late outer_late",
    )

    assert [(10, ("outer_late",)), (10, ("inner_late",))] == what(start(text).advance(10))


def test_rule_09_timer_that_an_earlier_one_cancels_does_not_fire(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: one
          after: {10 s: end}
          states: {one: {after: {10 s: {do: [noted]}}}}
        end: {}
        """,
        initial="outer",
        actions="noted",
    )

    assert [(10, ())] == what(start(text).advance(10))


DELAYED = policy(
    """
    a:
      on:
        go: {target: b, do: [{send: {event: ping, delay: 10 s, id: first}}]}
    b:
      on:
        go: {do: [{send: {event: ping, delay: 10 s, id: first}}]}
        stop: {do: [{cancel: first}]}
        ping: {do: [pinged]}
        leave: c
    c: {on: {ping: {do: [pinged_in_c]}}}
    """,
    initial="a",
    events="go stop ping leave",
    actions="pinged pinged_in_c",
)


def test_rule_09_delayed_event_arrives_when_it_is_due(start: Start) -> None:
    course = start(DELAYED)
    course.send("go", now=1)

    assert () == course.advance(10)
    assert [(11, ("pinged",))] == what(course.advance(11))


def test_rule_09_leaving_a_state_cancels_no_delayed_event(start: Start) -> None:
    course = start(DELAYED)
    course.send("go", now=0)
    course.send("leave", now=1)

    assert [(10, ("pinged_in_c",))] == what(course.advance(10))


def test_rule_09_two_sends_of_one_id_both_stay(start: Start) -> None:
    course = start(DELAYED)
    course.send("go", now=0)
    course.send("go", now=4)

    assert [(10, ("pinged",)), (14, ("pinged",))] == what(course.advance(20))


def test_rule_09_cancel_removes_all_of_its_id(start: Start) -> None:
    course = start(DELAYED)
    course.send("go", now=0)
    course.send("go", now=4)
    course.send("stop", now=5)

    assert () == course.advance(20)


def test_rule_09_cancel_of_another_id_removes_nothing(start: Start) -> None:
    text = policy(
        """
        a:
          entry: [{send: {event: ping, delay: 10 s, id: one}}, {send: {event: ping, delay: 20 s, id: two}}]
          on: {stop: {do: [{cancel: one}]}, ping: {do: [pinged]}}
        """,
        initial="a",
        events="stop ping",
        actions="pinged",
    )
    course = start(text)
    course.send("stop", now=0)

    assert [(20, ("pinged",))] == what(course.advance(30))


def test_rule_09_cancel_in_one_list_reaches_a_send_before_it(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go:
              do:
                - {send: {event: ping, delay: 1 s, id: x}}
                - {cancel: x}
                - {send: {event: pong, delay: 1 s, id: x}}
            ping: {do: [pinged]}
            pong: {do: [ponged]}
        """,
        initial="a",
        events="go ping pong",
        actions="pinged ponged",
    )
    course = start(text)
    course.send("go", now=0)

    assert [(1, ("ponged",))] == what(course.advance(5))


def test_rule_09_delayed_sends_come_in_order_of_due_time_not_of_writing(start: Start) -> None:
    text = policy(
        """
        a:
          entry:
            - {send: {event: slow, delay: 2 s}}
            - {send: {event: fast, delay: 500 ms}}
            - {send: {event: middle, delay: 1 s}}
          on: {slow: {do: [was_slow]}, fast: {do: [was_fast]}, middle: {do: [was_middle]}}
        """,
        initial="a",
        events="slow fast middle",
        actions="was_slow was_fast was_middle",
    )

    assert [("was_fast",), ("was_middle",), ("was_slow",)] == [
        one.actions for _, one in start(text).advance(3)
    ]


def test_rule_09_done_session_has_no_timers(start: Start) -> None:
    text = policy(
        """
        a: {on: {finish: {target: end, do: [{send: {event: note, delay: 5 s}}]}}}
        end: {type: final}
        """,
        initial="a",
        events="finish note",
    )
    course = start(text)
    course.send("finish", now=0)

    assert () == course.advance(100)


def test_rule_09_what_a_timer_raises_and_sends_belongs_to_its_moment(start: Start) -> None:
    text = policy(
        """
        a: {after: {10 s: {target: b, do: [{raise: soon}, {send: {event: later}}]}}}
        b: {on: {soon: {do: [was_soon]}, later: {target: c, do: [was_later]}}}
        c: {after: {10 s: {do: [was_last]}}}
        """,
        initial="a",
        events="soon later",
        actions="was_soon was_later was_last",
    )

    assert [(10, ("was_soon", "was_later")), (20, ("was_last",))] == what(start(text).advance(30))


@pytest.mark.parametrize(
    ("written", "seconds"), [("1500 ms", 1.5), ("2 min", 120), ("1 h", 3600), ("1 weeks", 604800)]
)
def test_rule_09_durations_count_in_their_units(start: Start, written: str, seconds: float) -> None:
    text = policy(f"a: {{after: {{{written}: b}}}}\nb: {{}}", initial="a")

    assert [seconds] == [due for due, _ in start(text).advance(10**6)]


READ = policy(
    """
    free:
      on:
        ban: {target: banned, do: [{set: {length: event.size}}]}
        remind: {do: [reminded]}
    banned:
      entry:
        - {send: {event: remind, delay: length s - 1 s}}
        - {set: {length: 4}}
        - {send: {event: remind, delay: most s}}
        - {send: {event: remind, delay: grace s}}
      on: {remind: {do: [reminded]}, longer: {do: [{set: {length: 9}}]}}
      after:
        length s: {target: free, do: [lifted]}
        length s - 2500 ms: {do: [reviewed]}
        2 s: {do: [looked]}
    """,
    initial="free",
    events="longer remind",
    actions="reminded reviewed looked lifted",
    more="""
    parameters: {most: {range: 1..9, default: 3}}
    facts: {grace: {range: 1..9, default: 5}}
    context: {length: {range: 0..9, default: 0}}
    """,
).replace("events:", "events:\n  ban: {data: {size: {range: 1..9, default: 1}}}")


def test_rule_09_timer_is_as_long_as_its_variable_says_when_the_macrostep_ends(start: Start) -> None:
    course = start(READ)
    course.send("ban", data={"size": 8}, now=1)
    course.send("longer", now=1)

    assert [
        (2.5, ("reviewed",)),
        (3, ("looked",)),
        (4, ("reminded",)),
        (5, ("lifted",)),
        (6, ("reminded",)),
        (8, ("reminded",)),
    ] == what(course.advance(20))


def test_rule_09_amounts_come_from_parameters_and_facts(start: Start) -> None:
    course = start(READ, facts={"grace": 2}, most=9)
    course.send("ban", data={"size": 9}, now=0)
    course.learn({"grace": 7}, now=0)

    assert [(2, ("reminded",)), (8, ("reminded",)), (9, ("reminded",))] == [
        one for one in what(course.advance(20)) if one[1] == ("reminded",)
    ]


def test_rule_09_what_would_be_due_before_is_due_at_once(start: Start) -> None:
    course = start(READ)
    course.send("ban", data={"size": 1}, now=3)

    assert (3, ("reminded",)) == what(course.advance(3))[0]
