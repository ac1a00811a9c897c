"""The spines of the ready policies, written down from their texts and the rule, not from a run."""

import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies

SPINES = {
    "abusive_messages": "read answer await_reply warn warned close other_way aftercare closed",
    "agent_wellbeing": "self_check ready affected handover cool_down talk debrief some_days_later follow_up "
    "back_to_work",
    "aggressive_caller": "recognise acknowledge explore boundary warn end_call aftercare closed",
    "complaint_talk": "listen understand sympathise summarise apologise offer act follow_up confirm learn "
    "resolved",
    "counter_visit": "recognise acknowledge explore boundary warn leave_request withdraw aftermath aftercare "
    "closed",
    "customer_conduct": "good_standing assessment hearing considered in_force appeal reviewed",
    "helpline": "listen ask alarm keep_talking help_there aftercare closed",
    "starter": "listen help closed",
}


def test_every_ready_policy_has_its_spine_written_down() -> None:
    assert set(SPINES) == set(ready_policies())


@pytest.mark.parametrize("name", SPINES)
def test_the_spine_of_a_ready_policy_is_the_one_that_was_written_down(name: str) -> None:
    assert tuple(SPINES[name].split()) == figure_of(load_policy(ready_policies()[name]).chart).spine
