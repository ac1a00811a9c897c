"""The spines of the ready policies, written down from their texts and the rule, not from a run."""

import pytest

from tests.diagrams.examples import READY, figure

SPINES = {
    "aggressive_caller": "recognise acknowledge explore boundary warn end_call aftercare closed",
    "starter": "listen help closed",
}


def test_every_ready_policy_has_its_spine_written_down() -> None:
    assert set(SPINES) == {path.stem for path in READY}


@pytest.mark.parametrize("name", SPINES)
def test_the_spine_of_a_ready_policy_is_the_one_that_was_written_down(name: str) -> None:
    assert tuple(SPINES[name].split()) == figure(name).spine
