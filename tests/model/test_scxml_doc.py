"""What docs/scxml.md shows is a policy, and does what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import check_policy, parse_policy
from tests.model.reading import examples_of, whole

TEXT = (Path(__file__).parents[2] / "docs" / "scxml.md").read_text(encoding="utf-8")
EXAMPLES = examples_of(TEXT)
BEGIN, DONE, BRANCHES, ROOT = EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES, ids=["begin", "done", "branches", "root"])
def test_every_example_is_a_policy_without_findings(example: str) -> None:
    sink = Diagnostics()

    policy = check_policy(whole(example), "example.yaml", sink)

    assert [] == [item.one_line() for item in sink]
    assert policy is not None


def test_a_helper_begins_in_several_regions_with_an_action() -> None:
    session = parse_policy(whole(BEGIN)).start()

    assert ("listening", "recording") == session.states
    assert ["ring"] == [action.name for action in session.opening.actions]


def test_a_raised_event_tells_other_regions_what_is_done() -> None:
    session = parse_policy(whole(DONE)).start()
    session.send("fill_in")

    assert ("filled", "closing") == session.states


def test_the_else_is_taken_when_no_other_branch_holds() -> None:
    session = parse_policy(whole(BRANCHES)).start()
    states = [session.send("insult").after for _ in range(3)]

    assert [("talk",), ("talk",), ("closed",)] == states


def test_a_compound_around_all_states_has_the_transitions_of_the_root() -> None:
    session = parse_policy(whole(ROOT)).start()
    session.send("asks")
    session.send("hangs_up")

    assert session.done
