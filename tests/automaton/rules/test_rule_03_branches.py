"""Rule 3: branches, gaps and `else`. What is refused when a policy is loaded is tested with the model."""

from __future__ import annotations

import pytest

from tests.oracle.course import Start, policy

GAP = policy(
    """
    outer:
      initial: inner
      on: {go: by_outer}
      states:
        inner:
          on:
            go:
              - {when: level == 0, target: low}
              - {when: level == 1, target: high}
        low: {}
        high: {}
    by_outer: {}
    """,
    initial="outer",
    events="go",
    more="facts: {level: {range: 0..2, default: 0}}",
)
ELSE = GAP.replace(
    "- {when: level == 1, target: high}",
    "- {when: level == 1, target: high}\n            - else: {do: [kept]}",
).replace("initial: outer", "actions: {kept: {}}\ninitial: outer", 1)


@pytest.mark.parametrize(("level", "state"), [(0, "low"), (1, "high"), (2, "by_outer")])
def test_rule_03_event_goes_to_the_parent_where_no_branch_holds(start: Start, level: int, state: str) -> None:
    assert (state,) == start(GAP, facts={"level": level}).send("go").states


@pytest.mark.parametrize(("level", "state"), [(0, "low"), (1, "high"), (2, "inner")])
def test_rule_03_else_hides_the_event_from_the_parent(start: Start, level: int, state: str) -> None:
    decision = start(ELSE, facts={"level": level}).send("go")

    assert (state,) == decision.states
    assert "applied" == decision.verdict


def test_rule_03_branches_may_differ_by_who_reports(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go:
              - {by: agent, target: b}
              - {by: [manager], target: c}
        b: {}
        c: {}
        """,
        initial="a",
        events="go",
        more="roles: {agent: {}, manager: {}, police: {}}",
    )

    assert ("b",) == start(text).send("go", by="agent").states
    assert ("c",) == start(text).send("go", by="manager").states
    assert "rejected" == start(text).send("go", by="police").verdict


def test_rule_03_timer_without_a_branch_that_holds_does_nothing(start: Start) -> None:
    text = policy(
        """
        a: {after: {1 min: [{when: ready, target: b}]}}
        b: {}
        """,
        initial="a",
        more="facts: {ready: {flag: false}}",
    )
    course = start(text)
    course.advance(60)

    assert ("a",) == course.learn({"ready": True}).states
    assert () == course.advance(600)


def test_rule_03_event_data_decide_between_branches(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            rated:
              - {when: event.stars < 3, target: unhappy}
              - else: happy
        unhappy: {}
        happy: {}
        """,
        initial="a",
        more="events: {rated: {data: {stars: {range: 1..5, default: 1}}}}",
    )

    assert ("unhappy",) == start(text).send("rated", data={"stars": 2}).states
    assert ("happy",) == start(text).send("rated", data={"stars": 4}).states


def test_rule_03_opaque_facts_decide_between_branches(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go:
              - {when: "name == 'Jansen'", target: known}
              - {when: "name != 'Jansen'", target: unknown}
        known: {}
        unknown: {}
        """,
        initial="a",
        events="go",
        more='facts: {name: {text: ""}}',
    )

    assert ("unknown",) == start(text).send("go").states
    assert ("known",) == start(text, facts={"name": "Jansen"}).send("go").states


def test_rule_03_parameters_decide_between_branches(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go:
              - {when: n + 1 < most, do: [{add: {n: 1}}]}
              - else: full
        full: {}
        """,
        initial="a",
        events="go",
        more="""
        parameters: {most: {range: 2..3, default: 2}}
        context: {n: {counter: 0..3}}
        """,
    )
    short, long = start(text), start(text, most=3)
    for course in (short, long):
        course.send("go")

    assert ("full",) == short.send("go").states
    assert ("a",) == long.send("go").states
