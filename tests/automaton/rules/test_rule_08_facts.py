"""Rule 8: new facts are settled first, then the event is handled."""

from __future__ import annotations

from tests.oracle.course import Start, policy

RISK = policy(
    """
    calm: {always: {when: at_risk, target: danger, do: [alarmed]}, on: {go: {target: gone, do: [from_calm]}}}
    danger: {on: {go: {target: gone, do: [from_danger]}, back: calm}}
    gone: {}
    """,
    initial="calm",
    events="go back unheard",
    actions="alarmed from_calm from_danger",
    more="facts: {at_risk: {flag: false}}",
)


def test_rule_08_facts_are_settled_before_the_event(start: Start) -> None:
    decision = start(RISK).send("go", facts={"at_risk": True})

    assert ("alarmed", "from_danger") == decision.actions
    assert ("danger", "gone") == decision.entered


def test_rule_08_facts_alone_make_no_event_applied(start: Start) -> None:
    decision = start(RISK).send("unheard", facts={"at_risk": True})

    assert "ignored" == decision.verdict
    assert ("danger",) == decision.states


def test_rule_08_facts_may_be_learned_without_an_event(start: Start) -> None:
    course = start(RISK)
    decision = course.learn({"at_risk": True})

    assert ("alarmed",) == decision.actions
    assert ("danger",) == decision.states
    assert ("from_danger",) == course.send("go").actions


def test_rule_08_facts_told_at_the_start_are_known_to_the_first_always(start: Start) -> None:
    assert ("calm", "danger") == start(RISK, facts={"at_risk": True}).opening.entered


def test_rule_08_facts_stay_known(start: Start) -> None:
    text = policy(
        "a: {on: {go: {when: ready, target: b}}}\nb: {}",
        initial="a",
        events="go",
        more="facts: {ready: {flag: false}, other: {flag: false}}",
    )
    course = start(text)
    course.learn({"ready": True})
    course.learn({"other": True})

    assert ("b",) == course.send("go").states


def test_rule_08_forbid_sees_the_new_facts(start: Start) -> None:
    text = policy(
        "a: {forbid: {go: {when: at_risk, text: stay}}, on: {go: b}}\nb: {}",
        initial="a",
        events="go",
        more="facts: {at_risk: {flag: false}}",
    )

    assert "forbidden" == start(text).send("go", facts={"at_risk": True}).verdict


def test_rule_08_facts_that_end_the_session_make_the_event_closed(start: Start) -> None:
    text = policy(
        """
        a: {always: {when: over, target: end}, on: {go: a}}
        end: {type: final}
        """,
        initial="a",
        events="go",
        more="facts: {over: {flag: false}}",
    )

    assert "closed" == start(text).send("go", facts={"over": True}).verdict


def test_rule_08_what_was_due_is_handled_before_the_new_facts(start: Start) -> None:
    text = policy(
        """
        a: {after: {10 s: [{when: ready, target: was_ready}, {else: was_not}]}, on: {go: a}}
        was_ready: {}
        was_not: {}
        """,
        initial="a",
        events="go",
        more="facts: {ready: {flag: false}}",
    )

    assert ("was_not",) == start(text).send("go", facts={"ready": True}, now=20).states
