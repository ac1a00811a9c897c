"""Rule 2: what is taken first: `always`, then what was raised and `done` in order, then what was sent."""

from __future__ import annotations

from tests.oracle.course import Start, policy


def test_rule_02_always_is_taken_in_the_same_call(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: b}}
        b: {always: c}
        c: {always: {when: ready, target: d}}
        d: {}
        """,
        initial="a",
        events="go",
        more="facts: {ready: {flag: false}}",
    )

    assert ("c",) == start(text).send("go").states
    assert ("b", "c", "d") == start(text, facts={"ready": True}).send("go").entered


def test_rule_02_always_is_taken_at_the_start(start: Start) -> None:
    text = policy("a: {always: b}\nb: {}", initial="a")
    opening = start(text).opening

    assert ("a", "b") == opening.entered
    assert ("b",) == opening.states


def test_rule_02_always_comes_before_a_raised_event(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {target: b, do: [{raise: note}]}}}
        b: {always: c, on: {note: {do: [noted_in_b]}}}
        c: {on: {note: {do: [noted_in_c]}}}
        """,
        initial="a",
        events="go note",
        actions="noted_in_b noted_in_c",
    )

    assert ("noted_in_c",) == start(text).send("go").actions


def test_rule_02_always_of_the_innermost_state_comes_first(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: one
          always: {when: in_state('two'), target: end}
          states:
            one: {always: two}
            two: {always: three}
            three: {}
        end: {}
        """,
        initial="outer",
    )

    assert ("outer", "one", "two", "three") == start(text).opening.entered


def test_rule_02_always_sees_what_was_set_before(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {target: b, do: [{set: {seen: true}}]}}}
        b: {always: {when: seen, target: c}}
        c: {}
        """,
        initial="a",
        events="go",
        more="context: {seen: {flag: false}}",
    )

    assert ("c",) == start(text).send("go").states


def test_rule_02_targetless_always_runs_until_it_no_longer_holds(start: Start) -> None:
    text = policy(
        """
        a:
          always: {when: n < 3, do: [{add: {n: 1}}, counted]}
        """,
        initial="a",
        actions="counted",
        more="context: {n: {counter: 0..3}}",
    )
    opening = start(text).opening

    assert ("counted", "counted", "counted") == opening.actions
    assert {"n": 3} == opening.context


def test_rule_02_raised_events_keep_their_order(start: Start) -> None:
    text = policy(
        """
        a:
          entry: [{raise: first}]
          on:
            go: {target: b, do: [{raise: second}]}
            first: {do: [first_in_a]}
          exit: [{raise: first}]
        b:
          entry: [{raise: third}]
          on: {first: {do: [did_first]}, second: {do: [did_second]}, third: {do: [did_third]}}
        """,
        initial="a",
        events="go first second third",
        actions="first_in_a did_first did_second did_third",
    )
    course = start(text)

    assert ("first_in_a",) == course.opening.actions
    assert ("did_first", "did_second", "did_third") == course.send("go").actions


def test_rule_02_raise_inside_a_raised_event_goes_to_the_end_of_the_queue(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go: {do: [{raise: one}, {raise: two}]}
            one: {do: [did_one, {raise: three}]}
            two: {do: [did_two]}
            three: {do: [did_three]}
        """,
        initial="a",
        events="go one two three",
        actions="did_one did_two did_three",
    )

    assert ("did_one", "did_two", "did_three") == start(text).send("go").actions


def test_rule_02_raise_comes_before_the_done_that_the_transition_causes(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          done: {do: [did_done]}
          on: {note: {do: [did_note]}}
          states:
            one: {on: {go: {target: ready, do: [{raise: note}]}}}
            ready: {type: final}
        """,
        initial="work",
        events="go note",
        actions="did_done did_note",
    )

    assert ("did_note", "did_done") == start(text).send("go").actions


def test_rule_02_raise_of_a_final_states_entry_comes_before_its_done(start: Start) -> None:
    text = policy(
        """
        work:
          initial: one
          done: {do: [did_done]}
          on: {note: {do: [did_note]}}
          states:
            one: {on: {go: ready}}
            ready: {type: final, entry: [{raise: note}]}
        """,
        initial="work",
        events="go note",
        actions="did_done did_note",
    )

    assert ("did_note", "did_done") == start(text).send("go").actions


def test_rule_02_done_comes_before_what_is_raised_after_it(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          on: {note: {do: [did_note]}}
          states:
            left: {initial: l1, done: {do: [did_done]}, states: {l1: {on: {go: lf}}, lf: {type: final}}}
            right: {initial: r1, states: {r1: {on: {go: r2}}, r2: {entry: [{raise: note}]}}}
        """,
        initial="both",
        events="go note",
        actions="did_done did_note",
    )

    assert ("did_done", "did_note") == start(text).send("go").actions


def test_rule_02_raised_event_that_nobody_handles_is_lost(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {target: b, do: [{raise: note}]}}}
        b: {on: {next: c}}
        c: {on: {note: {do: [noted]}}}
        """,
        initial="a",
        events="go next note",
        actions="noted",
    )
    course = start(text)

    assert () == course.send("go").actions
    assert () == course.send("next").actions


def test_rule_02_raised_event_reaches_all_regions(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {on: {go: {do: [{raise: note}]}, note: {do: [left_noted]}}}
            right: {on: {note: {do: [right_noted]}}}
        """,
        initial="both",
        events="go note",
        actions="left_noted right_noted",
    )

    assert ("left_noted", "right_noted") == start(text).send("go").actions


SENDS = policy(
    """
    a:
      on:
        go: {target: b, do: [{send: {event: later}}, {raise: soon}]}
    b:
      on: {soon: c, later: {do: [later_in_b]}}
    c:
      on: {later: {target: d, do: [later_in_c]}}
    d: {}
    """,
    initial="a",
    events="go soon later",
    actions="later_in_b later_in_c",
)


def test_rule_02_send_without_delay_comes_after_the_macrostep_in_the_same_call(start: Start) -> None:
    decision = start(SENDS).send("go")

    assert ("later_in_c",) == decision.actions
    assert ("b", "c", "d") == decision.entered


def test_rule_02_sends_without_delay_keep_their_order(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go: {do: [{send: {event: one}}, {send: {event: two, delay: 0 s}}, {raise: zero}]}
            zero: {do: [did_zero]}
            one: {do: [did_one, {send: {event: three}}, {raise: zero}]}
            two: {do: [did_two]}
            three: {do: [did_three]}
        """,
        initial="a",
        events="go zero one two three",
        actions="did_zero did_one did_two did_three",
    )

    assert ("did_zero", "did_one", "did_zero", "did_two", "did_three") == start(text).send("go").actions


def test_rule_02_event_that_only_sends_something_is_still_ignored_without_a_handler(start: Start) -> None:
    text = policy(
        """
        a: {entry: [{send: {event: note}}], on: {note: {do: [noted]}}}
        """,
        initial="a",
        events="note other",
        actions="noted",
    )
    course = start(text)

    assert ("noted",) == course.opening.actions
    assert "ignored" == course.send("other").verdict
