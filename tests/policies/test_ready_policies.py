"""The ready policies load without a finding, and their scenarios pass and leave nothing untried."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.scenarios import EventStep, ScenarioFile
from policy_engine.policy import Policy, check_policy, load_policy
from policy_engine.ready import ready_policies
from policy_engine.scenarios.coverage.coverage import covered_by
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.report import report
from policy_engine.scenarios.run import run_scenario
from tests.diagrams.examples import chart

READY = ready_policies()


@cache
def policy_of(name: str) -> Policy:
    return load_policy(READY[name])


@cache
def scenarios_of(name: str) -> ScenarioFile:
    path = READY[name].parent / "scenarios" / f"{name}.yaml"
    sink = Diagnostics()
    loaded = load_scenarios(path.read_bytes(), path.name, sink, chart(READY[name]))
    assert [] == [item.one_line() for item in sink.sorted()]
    assert loaded is not None
    return loaded


def every_scenario() -> list[tuple[str, str]]:
    return [(name, scenario) for name in READY for scenario in scenarios_of(name).scenarios]


def test_the_ready_policies_are_these() -> None:
    assert [
        "abusive_messages",
        "agent_wellbeing",
        "aggressive_caller",
        "complaint_talk",
        "counter_visit",
        "customer_conduct",
        "helpline",
        "starter",
    ] == list(READY)


@pytest.mark.parametrize("path", READY.values(), ids=lambda path: path.stem)
def test_a_ready_policy_has_neither_mistakes_nor_warnings(path: Path) -> None:
    sink = Diagnostics()

    policy = check_policy(path.read_bytes(), path.name, sink)

    assert [] == [item.one_line() for item in sink.sorted()]
    assert policy is not None
    assert path.stem == policy.id


@pytest.mark.parametrize("name", READY)
def test_a_ready_policy_is_expanded_whole_into_a_small_table(name: str) -> None:
    automaton = policy_of(name).automaton

    assert 1 < len(automaton.nodes) < 300


@pytest.mark.parametrize(("name", "scenario"), every_scenario())
def test_a_scenario_passes(name: str, scenario: str) -> None:
    result = run_scenario(policy_of(name), scenarios_of(name).scenarios[scenario])

    assert result.passed, report(result, policy_of(name).chart, "en")


@pytest.mark.parametrize("name", READY)
def test_the_scenarios_enter_every_state_and_take_every_branch(name: str) -> None:
    policy = policy_of(name)
    results = [run_scenario(policy, scenario) for scenario in scenarios_of(name).scenarios.values()]

    missing = covered_by(policy, results).missing

    assert [] == [point.id for point in missing if point.kind in ("state", "branch")]


def test_the_flagship_has_at_least_twelve_scenarios_with_all_that_a_role_play_needs() -> None:
    scenarios = scenarios_of("aggressive_caller").scenarios.values()

    assert len(scenarios) >= 12
    for scenario in scenarios:
        for words in (scenario.title, scenario.story, scenario.goals, scenario.questions):
            assert {"nl", "en"} == set(words), scenario.name


def test_the_caller_of_a_role_play_always_has_a_line_in_both_languages() -> None:
    events = policy_of("aggressive_caller").chart.events
    silent = [
        (scenario.name, step.event)
        for scenario in scenarios_of("aggressive_caller").scenarios.values()
        for step in scenario.steps
        if isinstance(step, EventStep)
        and events[step.event].actor == "customer"
        and set(step.line) != {"nl", "en"}
    ]

    assert [] == silent
