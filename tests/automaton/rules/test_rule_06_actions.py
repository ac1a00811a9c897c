"""Rule 6: an action list runs in order; one `set` reads everything before it writes."""

from __future__ import annotations

from tests.oracle.course import Start, policy

COUNT = """
context:
  n: {counter: 0..9}
  m: {counter: 0..9}
  up: {flag: false}
  mood: {enum: [calm, cross], default: calm}
"""


def test_rule_06_each_set_sees_those_before_it(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {do: [{set: {n: 3}}, {set: {m: n + 2}}, {add: {n: m - 1}}]}}}
        """,
        initial="a",
        events="go",
        more=COUNT,
    )
    context = start(text).send("go").context

    assert (7, 5) == (context["n"], context["m"])


def test_rule_06_one_set_reads_everything_before_it_writes(start: Start) -> None:
    text = policy(
        """
        a: {entry: [{set: {n: 1, m: 2}}], on: {swap: {do: [{set: {n: m, m: n}}]}}}
        """,
        initial="a",
        events="swap",
        more=COUNT,
    )
    context = start(text).send("swap").context

    assert (2, 1) == (context["n"], context["m"])


def test_rule_06_one_add_reads_everything_before_it_writes(start: Start) -> None:
    text = policy(
        """
        a: {entry: [{set: {n: 1, m: 2}}], on: {go: {when: n == 1, do: [{add: {n: m, m: n}}]}}}
        """,
        initial="a",
        events="go",
        more=COUNT,
    )
    context = start(text).send("go").context

    assert (3, 3) == (context["n"], context["m"])


def test_rule_06_parameters_of_an_action_are_read_at_their_place_in_the_list(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go:
              when: n == 0
              do: [{page: {count: {expr: n}}}, {add: {n: 1}}, {page: {count: {expr: n + 1}}}, page]
        """,
        initial="a",
        events="go",
        more=COUNT + "actions: {page: {params: {count: {range: 0..9, default: 9}, loud: {flag: true}}}}",
    )
    decision = start(text).send("go")

    assert (
        ("page", {"count": 0, "loud": True}),
        ("page", {"count": 2, "loud": True}),
        ("page", {"count": 9, "loud": True}),
    ) == decision.actions


def test_rule_06_exit_transition_and_entry_share_the_variables_in_that_order(start: Start) -> None:
    text = policy(
        """
        a: {exit: [{set: {n: 1}}], on: {go: {target: b, do: [{set: {n: n + 1}}]}}}
        b: {entry: [{set: {m: n + 1}}]}
        """,
        initial="a",
        events="go",
        more=COUNT,
    )
    context = start(text).send("go").context

    assert (2, 3) == (context["n"], context["m"])


def test_rule_06_transitions_of_two_regions_see_each_others_sets(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {on: {go: {when: n == 0, do: [{add: {n: 1}}]}}}
            right: {on: {go: {do: [{set: {m: n}}]}}}
        """,
        initial="both",
        events="go",
        more=COUNT,
    )

    assert 1 == start(text).send("go").context["m"]


def test_rule_06_set_takes_literals_members_and_expressions(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go: {do: [{set: {up: not up, mood: cross}}]}
            calm: {when: mood == 'cross' and up, target: b}
        b: {}
        """,
        initial="a",
        events="go calm",
        more=COUNT,
    )
    course = start(text)
    context = course.send("go").context

    assert (True, "cross") == (context["up"], context["mood"])
    assert ("b",) == course.send("calm").states


def test_rule_06_event_data_are_read_in_the_branchs_own_actions(start: Start) -> None:
    text = policy(
        """
        a: {on: {rated: {when: event.stars > 1, do: [{set: {n: event.stars}}]}}}
        """,
        initial="a",
        more=COUNT + "events: {rated: {data: {stars: {range: 1..5, default: 1}}}}",
    )
    course = start(text)

    assert 4 == course.send("rated", data={"stars": 4}).context["n"]
    assert 4 == course.send("rated").context["n"]


def test_rule_06_raise_carries_the_default_data(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: {do: [{raise: rated}]}, rated: {do: [{set: {n: event.stars}}]}}}
        """,
        initial="a",
        more=COUNT + "events: {go: {}, rated: {data: {stars: {range: 1..5, default: 3}}}}",
    )

    assert 3 == start(text).send("go").context["n"]


def test_rule_06_context_is_kept_between_calls(start: Start) -> None:
    text = policy("a: {on: {go: {when: n < 9, do: [{add: {n: 1}}]}}}", initial="a", events="go", more=COUNT)
    course = start(text)

    assert [1, 2, 3] == [course.send("go").context["n"] for _ in range(3)]


def test_rule_06_numbers_may_be_taken_off(start: Start) -> None:
    text = policy(
        "a: {entry: [{set: {n: 5}}], on: {go: {do: [{set: {m: n}}, {add: {m: -2}}]}}}",
        initial="a",
        events="go",
        more=COUNT,
    )

    assert 3 == start(text).send("go").context["m"]
