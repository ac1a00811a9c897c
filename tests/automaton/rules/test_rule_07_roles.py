"""Rule 7: who may report an event, and who it is when nobody is named."""

from __future__ import annotations

import pytest

from tests.oracle.course import Start, policy

MORE = """
roles: {agent: {}, manager: {}}
events: {go: {}, take_over: {by: [manager]}, told: {by: [agent, manager]}}
"""
BY = policy(
    """
    a: {on: {go: b, take_over: b, told: b}}
    b: {}
    """,
    initial="a",
    more=MORE,
)


@pytest.mark.parametrize(
    ("event", "by", "verdict"),
    [
        ("go", None, "applied"),
        ("go", "manager", "applied"),
        ("take_over", None, "rejected"),
        ("take_over", "agent", "rejected"),
        ("take_over", "manager", "applied"),
        ("told", None, "applied"),
        ("told", "manager", "applied"),
    ],
)
def test_rule_07_event_may_name_who_reports_it(
    start: Start, event: str, by: str | None, verdict: str
) -> None:
    assert verdict == start(BY).send(event, by=by).verdict


def test_rule_07_first_role_acts_when_nobody_is_named(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: [{by: agent, target: b}, {by: manager, target: c}]}}
        b: {}
        c: {}
        """,
        initial="a",
        more=MORE,
    )

    assert ("b",) == start(text).send("go").states
    assert ("c",) == start(text).send("go", by="manager").states


def test_rule_07_expressions_may_ask_who_reports(start: Start) -> None:
    text = policy(
        """
        a: {on: {go: [{when: by == 'manager', target: b}, {when: by != 'manager', target: c}]}}
        b: {}
        c: {}
        """,
        initial="a",
        more=MORE,
    )

    assert ("b",) == start(text).send("go", by="manager").states
    assert ("c",) == start(text).send("go").states


def test_rule_07_raised_sent_and_timed_events_pass_every_by(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go: {do: [{raise: take_over}, {send: {event: told, delay: 1 s}}]}
            take_over: {by: manager, do: [taken]}
            told: {by: manager, do: [heard]}
          after: {2 s: {target: b, do: [waited]}}
        b: {}
        """,
        initial="a",
        actions="taken heard waited",
        more=MORE,
    )
    course = start(text)
    decision = course.send("go", now=0)
    fired = course.advance(2)

    assert ("taken",) == decision.actions
    assert [("heard",), ("waited",)] == [one.actions for _, one in fired]
