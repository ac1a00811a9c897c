"""The path of one call, laid over a diagram."""

from policy_engine.diagrams.overlay import Stamp
from policy_engine.diagrams.path import path_overlay
from tests.diagrams.plays import play


def test_states_and_transitions_bear_the_numbers_of_their_moves() -> None:
    _, _, course = play("aggressive_caller", "third_warning_ignored")
    overlay = path_overlay(course, "nl")

    assert Stamp("path", "zet 3, 5, 6", short="z 3, 5, 6") == overlay.states["warn"]
    assert Stamp("path", "zet 5, 6", short="z 5, 6") == overlay.transitions["warn.on.insult|anger_persists.0"]
    assert "explore" not in overlay.states
    assert overlay.fade


def test_the_numbers_are_named_in_the_readers_language() -> None:
    _, _, course = play("aggressive_caller", "third_warning_ignored")

    assert "move 1" == path_overlay(course, "en").states["recognise"].words


def test_what_stands_around_a_state_bears_a_stamp_without_words() -> None:
    _, _, course = play("aggressive_caller", "third_warning_ignored")

    assert Stamp("path") == path_overlay(course, "nl").states["conversation"]


def test_a_move_that_stays_stamps_its_transition_alone() -> None:
    _, _, course = play("aggressive_caller", "call_back_agreed")
    overlay = path_overlay(course, "nl")

    assert "zet 2" == overlay.states["explore"].words
    assert "zet 3" == overlay.transitions["explore.on.calms_down.0"].words


def test_a_caption_names_the_call_whose_way_it_is() -> None:
    _, _, course = play("aggressive_caller", "third_warning_ignored")

    assert "“Derde waarschuwing”" in path_overlay(course, "nl", "Derde waarschuwing").caption
    assert "" == path_overlay(course, "nl").caption
