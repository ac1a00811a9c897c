"""Execution: final states, `done` of compound and parallel states, the end of a session."""

from __future__ import annotations

from tests.oracle.course import Start, policy


def test_done_fires_when_a_final_child_is_entered(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          done: {target: after_work, do: [completed]}
          states:
            one: {on: {finish: ready}}
            ready: {type: final, entry: [enter_ready]}
        after_work: {}
        """,
        initial="work",
        events="finish",
        actions="completed enter_ready",
    )
    decision = start(text).send("finish")

    assert ("enter_ready", "completed") == decision.actions
    assert ("one", "ready", "work") == decision.exited
    assert ("after_work",) == decision.states


REGIONS = policy(
    """
    both:
      type: parallel
      done: {target: end, do: [both_done]}
      states:
        left: {initial: l1, done: {do: [left_done]}, states: {l1: {on: {l: lf}}, lf: {type: final}}}
        right: {initial: r1, done: {do: [right_done]}, states: {r1: {on: {r: rf}}, rf: {type: final}}}
    end: {}
    """,
    initial="both",
    events="l r",
    actions="both_done left_done right_done",
)


def test_done_of_a_parallel_waits_for_every_region(start: Start) -> None:
    course = start(REGIONS)

    assert ("left_done",) == course.send("l").actions
    decision = course.send("r")
    assert ("right_done", "both_done") == decision.actions
    assert ("end",) == decision.states


def test_done_of_a_parallel_does_not_depend_on_the_order_of_regions(start: Start) -> None:
    course = start(REGIONS)

    assert ("right_done",) == course.send("r").actions
    assert ("left_done", "both_done") == course.send("l").actions


def test_done_of_both_regions_in_one_microstep_comes_in_document_order(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          done: {do: [both_done]}
          states:
            left: {initial: l1, done: {do: [left_done]}, states: {l1: {on: {go: lf}}, lf: {type: final}}}
            right: {initial: r1, done: {do: [right_done]}, states: {r1: {on: {go: rf}}, rf: {type: final}}}
        """,
        initial="both",
        events="go",
        actions="both_done left_done right_done",
    )

    assert ("left_done", "right_done", "both_done") == start(text).send("go").actions


def test_done_of_an_atomic_region_never_comes(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          done: end
          states:
            left: {initial: l1, states: {l1: {on: {go: lf}}, lf: {type: final}}}
            right: {}
        end: {}
        """,
        initial="both",
        events="go",
    )

    assert ("lf", "right") == start(text).send("go").states


def test_done_is_lost_when_the_state_was_left_before_its_turn(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          done: {target: end, do: [completed]}
          on: {flee: away}
          states:
            one: {on: {finish: {target: ready, do: [{raise: flee}]}}}
            ready: {type: final}
        end: {}
        away: {}
        """,
        initial="work",
        events="finish flee",
        actions="completed",
    )
    decision = start(text).send("finish")

    assert () == decision.actions
    assert ("away",) == decision.states


def test_done_may_have_branches(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          done:
            - {when: good, target: well}
            - else: badly
          states:
            one: {on: {finish: ready}}
            ready: {type: final}
        well: {}
        badly: {}
        """,
        initial="work",
        events="finish",
        more="facts: {good: {flag: false}}",
    )

    assert ("badly",) == start(text).send("finish").states
    assert ("well",) == start(text, facts={"good": True}).send("finish").states


def test_done_of_a_child_is_not_the_done_of_its_parent(start: Start) -> None:
    text = policy(
        """
        work:
          initial: part
          done: end
          states:
            part: {initial: p1, done: rest, states: {p1: {on: {go: pf}}, pf: {type: final}}}
            rest: {on: {go: wf}}
            wf: {type: final}
        end: {}
        """,
        initial="work",
        events="go",
    )
    course = start(text)

    assert ("rest",) == course.send("go").states
    assert ("end",) == course.send("go").states


def test_done_fires_again_each_time_the_final_state_is_entered(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          done: {do: [completed]}
          on: {again: work}
          states:
            one: {on: {finish: ready}}
            ready: {type: final}
        """,
        initial="work",
        events="finish again",
        actions="completed",
    )
    course = start(text)

    assert ("completed",) == course.send("finish").actions
    assert () == course.send("again").actions
    assert ("completed",) == course.send("finish").actions


def test_done_fires_when_a_final_child_is_the_initial_one(start: Start) -> None:
    text = policy(
        """
        work: {initial: ready, done: end, states: {ready: {type: final}}}
        end: {}
        """,
        initial="work",
    )
    opening = start(text).opening

    assert ("work", "ready", "end") == opening.entered
    assert ("ready", "work") == opening.exited


def test_final_at_the_top_gives_the_outcome_and_ends_the_session(start: Start) -> None:
    text = policy(
        """
        open: {on: {finish: closed, win: won}}
        closed: {type: final, entry: [filed]}
        won: {type: final, outcome: success}
        """,
        initial="open",
        events="finish win",
        actions="filed",
    )
    course, other = start(text), start(text)

    assert ("filed",) == course.send("finish").actions
    assert "closed" == course.outcome
    other.send("win")
    assert "success" == other.outcome


def test_final_at_the_top_ends_what_was_raised(start: Start) -> None:
    text = policy(
        """
        open:
          on:
            finish: {target: closed, do: [{raise: note}, {send: {event: note}}]}
            note: {do: [noted]}
        closed: {type: final}
        """,
        initial="open",
        events="finish note",
        actions="noted",
    )
    decision = start(text).send("finish")

    assert () == decision.actions
    assert ("closed",) == decision.configuration
