"""Rules that only a session can show: duplicates, macrosteps that are whole or nothing, scenarios."""

from __future__ import annotations

import json

from policy_engine.automaton.automaton import Automaton
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from policy_engine.policy import Policy, parse_policy
from policy_engine.scenarios.course import ScenarioResult
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from tests.oracle.course import moment, policy

DOOR = policy(
    """
    open: {on: {finish: closed, go: {do: [acted]}}, forbid: {secret: no}}
    closed: {type: final}
    """,
    initial="open",
    actions="acted",
    more="""
    roles: {agent: {}, manager: {}}
    events: {finish: {}, go: {}, secret: {by: [manager]}, other: {}}
    """,
)


def test_rule_05_duplicate_comes_before_everything_else() -> None:
    session = parse_policy(DOOR).start(remember=2)

    assert "applied" == session.send("finish", event_id="1").verdict
    assert "duplicate" == session.send("go", event_id="1").verdict
    assert "closed" == session.send("go", event_id="2").verdict


def test_rule_05_duplicate_does_nothing() -> None:
    session = parse_policy(DOOR).start(remember=1)
    session.send("go", event_id="1")
    decision = session.send("finish", event_id="1")

    assert ((), ("open",)) == (decision.exited, decision.after)
    assert "open" in session.states


def unproved(text: str) -> Policy:
    """A policy whose table is made on demand, so that nobody knows yet which ranges it would leave."""
    sink = Diagnostics()
    document = read_document(text, "<policy>", sink)
    assert document is not None
    chart = load_chart(document, sink)
    assert chart is not None
    return Policy(chart, Automaton(chart, {}))


COUNTING = policy(
    """
    one:
      exit: [left_one]
      on: {go: {target: two, do: [counted, {set: {up: true}}, {add: {n: 1}}]}}
    two: {on: {back: one}}
    """,
    initial="one",
    events="go back",
    actions="left_one counted",
    more="context: {n: {counter: 0..1}, up: {flag: false}}",
)


def test_rule_06_macrostep_is_whole_or_nothing() -> None:
    session = unproved(COUNTING).start()
    session.send("go")
    session.send("back")
    before = (session.states, session.context)
    decision = session.send("go")

    assert "rejected" == decision.verdict
    assert ((), (), ()) == (decision.exited, decision.entered, decision.actions)
    assert before == (session.states, session.context)


def test_rule_06_timer_that_would_leave_a_range_does_nothing_and_is_spent() -> None:
    text = policy(
        """
        one: {after: {1 s: {target: two, do: [{add: {n: 2}}]}}}
        two: {}
        """,
        initial="one",
        more="context: {n: {counter: 0..1}}",
    )
    session = unproved(text).start(now=moment(0))
    (fired,) = session.advance(moment(5))

    assert "rejected" == fired.decision.verdict
    assert (("one",), {"n": 0}) == (session.states, session.context)
    assert () == session.advance(moment(50))


def test_rule_10_snapshot_and_resume_lose_nothing_of_a_session() -> None:
    text = policy(
        """
        one:
          initial: a
          on: {pause: away}
          states: {h: {type: history}, a: {on: {go: b}}, b: {}}
        away: {after: {1 min: h}, on: {go: {do: [{send: {event: note, delay: 30 s}}]}, note: {do: [noted]}}}
        """,
        initial="one",
        events="go pause note",
        actions="noted",
    )
    loaded = parse_policy(text)
    session = loaded.start(now=moment(0))
    for event in ("go", "pause", "go"):
        session.send(event, now=moment(1))
    resumed = loaded.resume(json.loads(json.dumps(session.snapshot())))

    assert [["noted"], []] == [
        [action.name for action in fired.decision.actions] for fired in resumed.advance(moment(90))
    ]
    assert ("b",) == resumed.states


def play(steps: str, expect: str = "{}") -> ScenarioResult:
    loaded = parse_policy(DOOR)
    text = f"policy: small\nscenarios:\n  one:\n    steps: {steps}\n    expect: {expect}\n"
    sink = Diagnostics()
    file = load_scenarios(text, "<scenarios>", sink, loaded.chart)
    assert file is not None
    return run_scenario(loaded, next(iter(file.scenarios.values())))


def test_rule_07_scenario_takes_the_first_permitted_role() -> None:
    assert play("[{event: secret, verdict: forbidden}]").passed
    assert play("[{event: secret, by: agent, verdict: rejected}]").passed


def test_rule_13_every_step_must_be_applied_unless_it_says_otherwise() -> None:
    assert play("[go]").passed
    assert not play("[other]").passed
    assert play("[{event: other, verdict: ignored}]").passed


def test_rule_13_actions_are_the_exact_ordered_list_since_the_start() -> None:
    assert play("[go, go, finish]", "{actions: [acted, acted]}").passed
    assert not play("[go, go, finish]", "{actions: [acted]}").passed
