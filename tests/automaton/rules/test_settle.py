"""`settle`: what was applied a moment ago is not counted twice."""

from __future__ import annotations

import pytest

from tests.oracle.course import Start, policy

NOISY = policy(
    """
    talk:
      on: {insult: {do: [counted]}, calm: quiet, learn: talk}
      forbid: {insult: {when: shielded, text: not now}}
    quiet: {on: {upset: talk}}
    closed: {type: final}
    """,
    initial="talk",
    actions="counted",
    more="""
    roles: {agent: {}, manager: {}}
    facts: {shielded: {flag: false}}
    events: {insult: {settle: 10 s, by: [agent]}, calm: {}, upset: {}, learn: {settle: 1 min}}
    """,
)


def test_a_repeat_is_ignored_until_the_time_is_over(start: Start) -> None:
    course = start(NOISY)
    verdicts = [course.send("insult", now=now).verdict for now in (0, 1, 9.5, 10, 12, 19.5, 20)]

    assert ["applied", "ignored", "ignored", "applied", "ignored", "ignored", "applied"] == verdicts


def test_a_repeat_asks_for_nothing(start: Start) -> None:
    course = start(NOISY)
    first, repeat = course.send("insult", now=0), course.send("insult", now=1)

    assert ("counted",) == first.actions
    assert () == repeat.actions
    assert first.states == repeat.states


def test_each_event_has_a_time_of_its_own(start: Start) -> None:
    course = start(NOISY)
    course.send("insult", now=0)

    assert "applied" == course.send("learn", now=1).verdict
    assert "applied" == course.send("insult", now=11).verdict
    assert "ignored" == course.send("learn", now=60).verdict
    assert "applied" == course.send("learn", now=61).verdict


def test_what_is_not_applied_begins_nothing(start: Start) -> None:
    course = start(NOISY)
    course.send("calm", now=0)

    assert "ignored" == course.send("insult", now=1).verdict
    course.send("upset", now=2)
    assert "applied" == course.send("insult", now=3).verdict


@pytest.mark.parametrize(
    ("by", "facts", "verdict"), [("manager", {}, "rejected"), ("agent", {"shielded": True}, "forbidden")]
)
def test_a_repeat_that_would_be_refused_is_refused(
    start: Start, by: str, facts: dict[str, bool], verdict: str
) -> None:
    course = start(NOISY)
    course.send("insult", now=0)

    assert verdict == course.send("insult", by=by, facts=facts, now=1).verdict


def test_facts_that_come_with_a_repeat_are_known_all_the_same(start: Start) -> None:
    course = start(NOISY)
    course.send("insult", now=0)
    course.send("insult", facts={"shielded": True}, now=1)

    assert "forbidden" == course.send("insult", now=20).verdict


def test_events_that_are_raised_or_sent_always_count(start: Start) -> None:
    text = policy(
        """
        a:
          on:
            go: {do: [{raise: hit}, {send: {event: hit}}, {send: {event: hit, delay: 1 s}}]}
            hit: {do: [counted]}
        """,
        initial="a",
        actions="counted",
        more="events: {go: {}, hit: {settle: 10 s}}",
    )
    course = start(text)

    assert ("counted",) == course.send("hit", now=0).actions
    assert ("counted", "counted") == course.send("go", now=1).actions
    assert [("counted",)] == [outcome.actions for _, outcome in course.advance(2)]


def test_an_end_stays_an_end(start: Start) -> None:
    text = policy("a: {on: {stop: b}}\nb: {type: final}", initial="a", more="events: {stop: {settle: 10 s}}")
    course = start(text)

    assert "applied" == course.send("stop", now=0).verdict
    assert "closed" == course.send("stop", now=1).verdict
