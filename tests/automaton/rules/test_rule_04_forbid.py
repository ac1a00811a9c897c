"""Rule 4: `forbid` refuses an event for all regions; raised and sent ones are dropped and recorded."""

from __future__ import annotations

from tests.oracle.course import Start, policy


def test_rule_04_forbid_refuses_the_event_for_all_regions(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {initial: l1, states: {l1: {on: {go: l2}}, l2: {}}}
            right: {forbid: {go: not now}}
        """,
        initial="both",
        events="go",
    )
    decision = start(text).send("go")

    assert "forbidden" == decision.verdict
    assert "not now" == decision.text
    assert ("l1", "right") == decision.states
    assert () == decision.exited


def test_rule_04_forbid_beats_a_handler_further_in(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: inner
          forbid: {go: not here}
          states: {inner: {on: {go: next}}, next: {}}
        """,
        initial="outer",
        events="go",
    )

    assert "forbidden" == start(text).send("go").verdict


def test_rule_04_forbid_holds_only_while_its_state_is_active(start: Start) -> None:
    text = policy(
        """
        a: {forbid: {go: first warn}, on: {warn: b}}
        b: {on: {go: a}}
        """,
        initial="a",
        events="go warn",
    )
    course = start(text)

    assert "forbidden" == course.send("go").verdict
    course.send("warn")
    assert "applied" == course.send("go").verdict
    assert "forbidden" == course.send("go").verdict


def test_rule_04_forbid_holds_only_when_its_guard_does(start: Start) -> None:
    text = policy(
        """
        a: {forbid: {go: {when: at_risk, text: possible danger}}, on: {go: b}}
        b: {}
        """,
        initial="a",
        events="go",
        more="facts: {at_risk: {flag: true}}",
    )
    course = start(text)

    assert "possible danger" == course.send("go").text
    course.learn({"at_risk": False})
    assert "applied" == course.send("go").verdict


def test_rule_04_forbid_speaks_with_the_innermost_text(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: inner
          forbid: {go: from outside}
          states:
            inner: {forbid: {go: {when: strict, text: from inside}}}
        """,
        initial="outer",
        events="go",
        more="facts: {strict: {flag: true}}",
    )
    course = start(text)

    assert "from inside" == course.send("go").text
    course.learn({"strict": False})
    assert "from outside" == course.send("go").text


def test_rule_04_forbid_speaks_in_document_order_between_regions(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {forbid: {go: from the left}}
            right: {forbid: {go: from the right}}
        """,
        initial="both",
        events="go",
    )

    assert "from the left" == start(text).send("go").text


def test_rule_04_forbid_speaks_from_the_deeper_state_whatever_the_order(start: Start) -> None:
    text = policy(
        """
        both:
          type: parallel
          states:
            left: {forbid: {go: from the left}}
            right: {initial: deep, states: {deep: {forbid: {go: from the depth}}}}
        """,
        initial="both",
        events="go",
    )

    assert "from the depth" == start(text).send("go").text


def test_rule_04_forbid_may_list_several_reasons(start: Start) -> None:
    text = policy(
        """
        a:
          forbid:
            go or leave:
              - {when: level == 0, text: too early}
              - {when: level == 1, text: nearly}
          on: {go or leave: b}
        b: {}
        """,
        initial="a",
        events="go leave",
        more="facts: {level: {range: 0..2, default: 0}}",
    )

    assert "too early" == start(text).send("leave").text
    assert "nearly" == start(text, facts={"level": 1}).send("go").text
    assert "applied" == start(text, facts={"level": 2}).send("go").verdict


def test_rule_04_forbid_needs_no_handler(start: Start) -> None:
    text = policy("a: {forbid: {go: never}}", initial="a", events="go")

    assert "forbidden" == start(text).send("go").verdict


def test_rule_04_raised_event_that_is_forbidden_is_dropped_and_recorded(start: Start) -> None:
    text = policy(
        """
        outer:
          initial: a
          on: {note: {do: [noted]}}
          states:
            a: {on: {go: {target: b, do: [{raise: note}]}}}
            b: {forbid: {note: no notes here}}
        """,
        initial="outer",
        events="go note",
        actions="noted",
    )
    decision = start(text).send("go")

    assert "applied" == decision.verdict
    assert ("note",) == decision.dropped
    assert () == decision.actions


def test_rule_04_sent_event_that_is_forbidden_is_dropped_and_recorded(start: Start) -> None:
    text = policy(
        """
        a:
          on: {go: {do: [{send: {event: note}}, {send: {event: note, delay: 5 s}}]}, note: {do: [noted]}}
          forbid: {note: {when: quiet, text: silence}}
        """,
        initial="a",
        events="go note",
        actions="noted",
        more="facts: {quiet: {flag: true}}",
    )
    course = start(text)
    first = course.send("go", now=0)
    ((due, second),) = course.advance(5)

    assert ("note",) == first.dropped
    assert (5, "forbidden", "silence") == (due, second.verdict, second.text)
    assert () == second.actions


def test_rule_04_raised_event_is_forbidden_by_the_states_of_its_turn(start: Start) -> None:
    text = policy(
        """
        a: {forbid: {note: not yet}, on: {go: {target: b, do: [{raise: note}]}}}
        b: {on: {note: {do: [noted]}}}
        """,
        initial="a",
        events="go note",
        actions="noted",
    )

    assert ("noted",) == start(text).send("go").actions


def test_rule_04_forbid_does_not_stop_a_timer_or_done(start: Start) -> None:
    text = policy(
        """
        a: {forbid: {go: no}, after: {1 s: b}}
        b: {initial: ready, forbid: {go: no}, done: c, states: {ready: {type: final}}}
        c: {}
        """,
        initial="a",
        events="go",
    )
    ((_, decision),) = start(text).advance(1)

    assert ("c",) == decision.states
