"""How tense a call is, move by move."""

from policy_engine.diagrams.roleplay.writer import script_of
from tests.diagrams.plays import play_of
from tests.diagrams.roleplay.samples import script


def tensions(scenario: str, policy: str = "aggressive_caller") -> list[int]:
    return [turn.tension for turn in script(scenario, "nl", policy).turns]


def test_tension_follows_the_ladder_and_stays_where_the_call_stays() -> None:
    assert [0, 3, 4, 0, 4, 4, 5, 0, 5] == tensions("third_warning_ignored")


def test_whoever_calms_down_is_calm_enough_to_talk() -> None:
    assert [0, 3, 4, 4, 2, 3, 4, 5, 5, 2, 1, 1] == tensions("calm_and_angry_again")
    assert [0, 2, 1, 1, 1] == tensions("heard_and_helped")


def test_what_leads_to_safety_from_anywhere_is_the_fiercest() -> None:
    assert [0, 5] == tensions("at_risk_and_threatening")[:2]
    assert 5 == tensions("police_came", "many_endings")[5]


def test_a_move_that_is_not_allowed_changes_nothing() -> None:
    assert [0, 2, 5, 5] == tensions("help_in_time", "call_and_watch")[:4]


def test_anger_beside_the_ladder_is_not_less_than_anger() -> None:
    assert [0, 0, 0, 3] == tensions("no_way_around_the_warnings")[:4]


def test_what_leads_off_the_ladder_from_one_step_is_fierce() -> None:
    assert 4 == tensions("at_risk_stays_on_the_line")[5]


def test_ending_is_not_given_a_tension() -> None:
    assert 0 == tensions("two_warnings_are_enough")[6]


def test_a_policy_without_tones_tells_no_tension() -> None:
    assert {0} == set(tensions("all_three_done", "three_tracks"))


def test_one_rung_makes_no_rage() -> None:
    policy = """
policy: short
format: 1
version: "1"
events: {complains: {tone: escalates}, calms: {tone: calms}}
initial: one
states:
  one: {on: {complains: two}}
  two: {on: {calms: three}}
  three: {type: final}
"""
    found = script_of(*play_of(policy, "policy: short\nscenarios: {one: {steps: [complains, calms]}}"), "")

    assert [0, 2, 1] == [turn.tension for turn in found.turns]
