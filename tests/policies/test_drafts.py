"""The drafts are sound policies whose scenarios pass and take every transition; their prints are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.figure import figure_of
from policy_engine.policy import check_policy, load_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario

FOLDER = Path(__file__).parents[2] / "policies" / "drafts"
DRAFTS = sorted(FOLDER.glob("*.yaml"))
# Written down by their authors.
SPINES = {
    "abusive_messages": "read answer await_reply warn warned close other_way aftercare closed",
    "agent_wellbeing": "self_check ready affected handover cool_down talk debrief some_days_later follow_up "
    "back_to_work",
    "complaint_talk": "listen understand sympathise summarise apologise offer act follow_up confirm learn "
    "resolved",
    "counter_visit": "recognise acknowledge explore boundary warn leave_request withdraw aftermath aftercare "
    "closed",
    "helpline": "listen ask alarm keep_talking help_there aftercare closed",
}


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_has_neither_mistakes_nor_warnings(path: Path) -> None:
    sink = Diagnostics()

    policy = check_policy(path.read_bytes(), path.name, sink)

    assert [] == [item.one_line() for item in sink.sorted()]
    assert policy is not None
    assert path.stem == policy.id
    assert ("nl", "en") == policy.languages


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_has_the_spine_that_its_author_wrote_down(path: Path) -> None:
    assert tuple(SPINES[path.stem].split()) == figure_of(load_policy(path).chart).spine


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_the_scenarios_of_a_draft_pass_and_take_every_transition(path: Path) -> None:
    policy = load_policy(path)
    sink = Diagnostics()
    file = load_scenarios((FOLDER / "scenarios" / path.name).read_bytes(), path.name, sink, policy.chart)
    assert [] == [item.one_line() for item in sink.sorted()]
    assert file is not None

    results = [run_scenario(policy, scenario) for scenario in file.scenarios.values()]
    assert [] == [result.scenario.name for result in results if not result.passed]
    taken = {
        name
        for result in results
        for moment in result.course
        if moment.decision is not None
        for name in moment.decision.transitions
    }
    assert [] == [item.id for item in policy.chart.transitions if item.id not in taken]
