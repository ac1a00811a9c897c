"""Scenarios played against a session: what they do, and where one first parts from what it expects."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import Duration
from policy_engine.policy import parse_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from policy_engine.scenarios.time import LAST_YEAR, START, after
from tests.scenarios.visits import policy, run


def test_a_scenario_that_goes_as_expected_has_passed() -> None:
    result = run(
        """
facts: {name: Jansen}
steps:
  - bell
  - {event: complains, data: {grade: mild}, by: guard}
  - {expect: {states: [listening], context: {complaints: 1}, actions: [note_visit], done: false}}
  - {event: sent_away, verdict: forbidden}
  - {learn: {armed: true}}
  - {expect: {allowed: [complains, thanks], forbidden: [sent_away, bell]}}
  - {event: complains, data: {grade: grave}}
  - escorted
expect: {outcome: left, done: true, actions: [note_visit, {call_guard: {urgent: true}}], never: []}
"""
    )

    assert (True, None) == (result.passed, result.difference)


def test_the_course_tells_every_moment_with_its_states_and_actions() -> None:
    result = run("steps: [bell, {wait: 11 min}, {learn: {armed: true}}]")

    assert [
        (0, "start", "", ("listening",), []),
        (1, "event", "bell", ("listening",), ["note_visit"]),
        (2, "wait", "11 min", ("listening",), []),
        (2, "timer", "listening.after.10 min", ("leaving",), ["note_visit"]),
        (2, "timer", "leaving.after.30 s", ("gone",), []),
        (3, "learn", "armed", ("gone",), []),
    ] == [
        (moment.step, moment.kind, moment.name, moment.states, [action.name for action in moment.actions])
        for moment in result.course
    ]


def test_each_moment_keeps_the_session_as_it_was_then() -> None:
    result = run("steps: [{learn: {armed: true}}, {wait: 11 min}]")
    kept = [policy().resume(moment.snapshot or {}) for moment in result.course]

    assert [moment.states for moment in result.course] == [session.states for session in kept]
    assert [False, True, True, True, True] == [session.facts["armed"] for session in kept]


def test_time_stands_still_but_for_waits() -> None:
    assert run("steps: [{wait: 9 min}, thanks, {wait: 29 s}, {expect: {states: [leaving]}}]").passed
    assert run(
        "steps: [{wait: 10 min}, {expect: {states: [leaving]}}, {wait: 30 s}]\nexpect: {done: true}"
    ).passed


def test_an_event_without_a_reporter_is_reported_by_the_first_role_that_may() -> None:
    """Rule 7: absent in the call of a scenario, `by` is the first permitted role."""
    grave = "{event: complains, data: {grade: grave}}"

    assert run(f"steps: [{grave}, {{expect: {{allowed: [escorted]}}}}, escorted]").passed
    assert run(f"steps: [{grave}, {{event: escorted, by: clerk, verdict: rejected}}]").passed


@pytest.mark.parametrize(
    ("verdict", "step"),
    [
        ("ignored", "escorted"),
        ("forbidden", "sent_away"),
        ("rejected", "{event: escorted, by: clerk}"),
    ],
)
def test_every_step_must_be_applied_unless_it_says_otherwise(verdict: str, step: str) -> None:
    """Rule 13."""
    result = run(f"steps: [bell, {step}, bell]")

    assert result.difference is not None
    (mismatch,) = result.difference.mismatches
    assert (2, 3) == (result.difference.step, len(result.course))
    assert ("verdict", "applied", verdict) == (mismatch.matter, mismatch.expected, mismatch.actual)


def test_a_verdict_that_was_expected_must_come() -> None:
    result = run("steps: [{event: bell, verdict: forbidden}]")

    assert result.difference is not None
    (mismatch,) = result.difference.mismatches
    assert ("verdict", "forbidden", "applied") == (mismatch.matter, mismatch.expected, mismatch.actual)


def test_after_the_end_every_event_is_closed() -> None:
    assert run("steps: [thanks, {wait: 30 s}, {event: bell, verdict: closed}]").passed


@pytest.mark.parametrize(
    ("expectation", "matter", "name", "expected", "actual"),
    [
        ("states: [waiting]", "states", None, ("waiting",), ("listening",)),
        ("states: []", "states", None, (), ("listening",)),
        ("context: {complaints: 2}", "context", "complaints", 2, 1),
        ("done: true", "done", None, True, False),
        ("outcome: left", "outcome", None, "left", None),
    ],
)
def test_each_thing_that_is_not_as_expected_is_told(
    expectation: str, matter: str, name: str | None, expected: object, actual: object
) -> None:
    result = run(f"steps: [bell, {{event: complains, data: {{grade: mild}}}}]\nexpect: {{{expectation}}}")

    assert result.difference is not None
    (mismatch,) = result.difference.mismatches
    assert (None, matter, name, expected, actual) == (
        result.difference.step,
        mismatch.matter,
        mismatch.name,
        mismatch.expected,
        mismatch.actual,
    )


@pytest.mark.parametrize(
    ("actions", "passed"),
    [
        ("[note_visit, call_guard]", True),
        ("[note_visit, {call_guard: {urgent: true}}]", True),
        ("[note_visit, {call_guard: {urgent: true, reason: ''}}]", True),
        ("[note_visit, {call_guard: {urgent: false}}]", False),
        ("[call_guard, note_visit]", False),
        ("[note_visit]", False),
        ("[note_visit, call_guard, note_visit]", False),
        ("[]", False),
    ],
)
def test_actions_are_the_exact_list_since_the_start(actions: str, passed: bool) -> None:
    """Rule 13."""
    steps = "[bell, {event: complains, data: {grade: grave}}]"

    assert passed == run(f"steps: {steps}\nexpect: {{actions: {actions}}}").passed


def test_actions_of_timers_and_of_what_was_due_count_too() -> None:
    assert run("steps: [{wait: 1 h}]\nexpect: {actions: [note_visit]}").passed


@pytest.mark.parametrize(
    ("expectation", "matter", "names"),
    [
        ("never: [call_guard, note_visit]", "never", ["note_visit"]),
        ("allowed: [bell, sent_away, escorted]", "allowed", ["sent_away", "escorted"]),
        ("forbidden: [bell, sent_away]", "forbidden", ["bell"]),
    ],
)
def test_every_name_that_is_not_where_it_was_expected_is_told(
    expectation: str, matter: str, names: list[str]
) -> None:
    result = run(f"steps: [bell, {{expect: {{{expectation}}}}}]")

    assert result.difference is not None
    assert [(matter, name) for name in names] == [
        (mismatch.matter, mismatch.name) for mismatch in result.difference.mismatches
    ]


def test_the_order_of_leaf_states_is_of_no_meaning() -> None:
    both = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\ninitial: all\nstates:\n"
        "  all: {type: parallel, states: {left: {}, right: {}}}\n"
    )
    text = "policy: p\nscenarios: {s: {steps: [{expect: {states: [right, left]}}]}}"
    file = load_scenarios(text, "s.yaml", Diagnostics(), both.chart)
    assert file is not None

    assert run_scenario(both, file.scenarios["s"]).passed


def test_a_policy_without_roles_has_scenarios_too() -> None:
    plain = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: a\n"
        "states: {a: {on: {go: b}}, b: {}}\n"
    )
    text = "policy: p\nscenarios: {s: {title: Going, steps: [{expect: {allowed: [go]}}, go]}}"
    file = load_scenarios(text, "s.yaml", Diagnostics(), plain.chart)
    assert file is not None

    assert run_scenario(plain, file.scenarios["s"]).passed


def test_parameters_of_a_scenario_are_its_own() -> None:
    mild = "{event: complains, data: {grade: mild}}"

    assert run(
        f"parameters: {{patience: 2}}\nsteps: [{mild}, {mild}]\nexpect: {{states: [listening]}}"
    ).passed
    assert run(f"steps: [{mild}, {mild}]\nexpect: {{states: [waiting]}}").passed
    assert {"patience": 1} == policy().parameters


def test_a_scenario_starts_on_a_monday_so_that_working_days_are_five_ahead() -> None:
    assert (0, timedelta(0)) == (START.weekday(), START.utcoffset())
    assert START + timedelta(days=7) == after(START, Duration(5, "working_days"), Calendar())


@pytest.mark.parametrize("duration", [Duration(9_000, "years"), Duration(7_500, "years")])
def test_simulated_time_stays_well_before_the_calendar_ends(duration: Duration) -> None:
    with pytest.raises(OverflowError):
        after(START, duration, Calendar())

    assert LAST_YEAR < datetime.max.year


PERSONS = """
policy: persons
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {decided: {by: manager}, checked: {by: manager}, ended: {}}
context: {decided_by: {person: }}
initial: open
states:
  open: {on: {decided: {target: taken, do: [{remember: {decided_by: by}}]}}}
  taken:
    forbid: {ended: "Check first."}
    on: {checked: {when: by != decided_by, target: done}}
  done: {type: final}
"""


@pytest.mark.parametrize(
    ("steps", "passed"),
    [
        ("[{event: decided, by: [manager, first]}, {event: checked, by: [manager, second]}]", True),
        ("[{event: decided, by: [manager, first]}, {event: checked, by: [manager, first]}]", False),
        ("[{event: decided, by: manager, verdict: rejected}, {event: decided, verdict: rejected}]", True),
        ("[{expect: {allowed: [decided]}}]", True),
        (
            "[{event: decided, by: [manager, first]}, {expect: {allowed: [checked], forbidden: [ended]}}]",
            True,
        ),
    ],
)
def test_who_reports_can_be_a_person(steps: str, passed: bool) -> None:
    small = parse_policy(PERSONS)
    text = f"policy: persons\nscenarios: {{one: {{steps: {steps}}}}}\n"
    file = load_scenarios(text, "s.yaml", Diagnostics(), small.chart)

    assert file is not None
    assert passed == run_scenario(small, file.scenarios["one"]).passed


@pytest.mark.parametrize("by", ["[manager, first, second]", "[]", "{role: manager}", "[manager, 3]", "3"])
def test_who_reports_is_a_role_or_a_role_and_a_person(by: str) -> None:
    sink = Diagnostics()
    text = f"policy: persons\nscenarios: {{one: {{steps: [{{event: decided, by: {by}}}]}}}}\n"
    load_scenarios(text, "s.yaml", sink, parse_policy(PERSONS).chart)

    assert ["wrong-type"] == [item.code for item in sink]
