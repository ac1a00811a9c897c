"""A scenario as a play in words."""

from policy_engine.diagrams.roleplay.writer import script_of
from tests.diagrams.plays import play_of
from tests.diagrams.roleplay.samples import PLAY, played, script


def test_known_facts_and_settings_are_said_in_words() -> None:
    facts = "{flagged: true, name: Ann, danger: yes}"
    found = script_of(*play_of(PLAY, played("[shouts]", facts)), "")

    assert ("flagged before", "name: Ann", "danger: yes") == found.facts
    assert ("most: 3",) == found.settings


def test_what_is_done_and_not_said_stands_without_quotes() -> None:
    found = script("two_warnings_are_enough")

    assert "(gooit de hoorn erop)" == found.quoted("(gooit de hoorn erop)")
    assert "“Dag.”" == found.quoted("Dag.")
    assert "“(naam van de klant), ik kijk het na.”" == found.quoted("(naam van de klant), ik kijk het na.")


def test_a_step_says_in_words_what_its_colour_says() -> None:
    found = script("manager_solves_it", "en")

    assert "1\u00a0Recognise" == found.step("recognise")
    assert "14\u00a0Manager talks (Manager)" == found.step("manager_talks")
    assert "8\u00a0Closed (end)" == found.step("closed")


def test_the_end_of_one_of_several_tracks_is_not_the_end() -> None:
    found = script("help_in_time", "nl", "call_and_watch")

    assert "8\u00a0Hulp is er (dit deel is klaar)" == found.step("help_there")


def test_a_role_that_nobody_named_is_the_caller_or_else_the_other_person() -> None:
    assert "Beller" == script("helped", "nl", "starter").role(None)
    assert "De ander" == script("all_three_done", "nl", "three_tracks").role(None)


def test_the_others_are_the_roles_that_do_or_say_something() -> None:
    assert ("manager",) == script("manager_solves_it").others
    assert ("colleague",) == script("colleague_takes_over").others
    assert ("manager", "police") == script("help_in_time", "nl", "call_and_watch").others
    assert () == script("third_warning_ignored").others
