"""Rule 5: the verdicts and their order of precedence."""

from __future__ import annotations

from tests.oracle.course import Start, policy

ROLES = "roles: {agent: {}, manager: {}}"

EVERYTHING = policy(
    """
    open: {forbid: {secret: not here}, on: {secret: open, go: {do: [acted]}, finish: closed}}
    closed: {type: final}
    """,
    initial="open",
    actions="acted",
    more=f"""
    {ROLES}
    events:
      secret: {{by: [manager]}}
      go: {{}}
      finish: {{}}
      unheard: {{}}
    """,
)


def test_rule_05_applied_when_a_targetless_transition_is_taken(start: Start) -> None:
    assert "applied" == start(EVERYTHING).send("go").verdict


def test_rule_05_ignored_when_no_transition_is_taken(start: Start) -> None:
    decision = start(EVERYTHING).send("unheard")

    assert "ignored" == decision.verdict
    assert ("open",) == decision.states


def test_rule_05_rejected_comes_before_forbidden(start: Start) -> None:
    assert "rejected" == start(EVERYTHING).send("secret", by="agent").verdict
    assert "forbidden" == start(EVERYTHING).send("secret", by="manager").verdict


def test_rule_05_closed_comes_before_everything_else(start: Start) -> None:
    course = start(EVERYTHING)
    course.send("finish")
    decision = course.send("secret", by="agent")

    assert "closed" == decision.verdict
    assert ("closed",) == decision.states
    assert "closed" == course.send("go").verdict


def test_rule_05_event_that_its_own_timer_closes_is_closed(start: Start) -> None:
    text = policy(
        """
        open: {after: {1 min: closed}, on: {go: open}}
        closed: {type: final}
        """,
        initial="open",
        events="go",
    )
    decision = start(text).send("go", now=61)

    assert "closed" == decision.verdict
    assert [60] == [due for due, _ in decision.prior]


def test_rule_05_guard_that_does_not_hold_makes_an_event_ignored(start: Start) -> None:
    text = policy(
        "a: {on: {go: {when: ready, target: b}}}\nb: {}",
        initial="a",
        events="go",
        more="facts: {ready: {flag: false}}",
    )

    assert "ignored" == start(text).send("go").verdict


def test_rule_05_rejected_when_only_the_role_keeps_a_branch_from_holding(start: Start) -> None:
    text = policy("a: {on: {go: {by: manager, target: b}}}\nb: {}", initial="a", events="go", more=ROLES)

    assert "rejected" == start(text).send("go", by="agent").verdict
    assert "applied" == start(text).send("go", by="manager").verdict


def test_rule_05_ignored_when_the_guard_fails_whoever_reports(start: Start) -> None:
    text = policy(
        "a: {on: {go: {by: manager, when: ready, target: b}}}\nb: {}",
        initial="a",
        events="go",
        more=f"{ROLES}\nfacts: {{ready: {{flag: false}}}}",
    )

    assert "ignored" == start(text).send("go", by="agent").verdict


def test_rule_05_applied_when_the_parent_takes_what_the_role_may_not_do_inside(start: Start) -> None:
    text = policy(
        """
        outer: {initial: inner, on: {go: by_outer}, states: {inner: {on: {go: {by: manager, do: []}}}}}
        by_outer: {}
        """,
        initial="outer",
        events="go",
        more=ROLES,
    )
    decision = start(text).send("go", by="agent")

    assert "applied" == decision.verdict
    assert ("by_outer",) == decision.states
