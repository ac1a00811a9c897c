"""The path of a play on the poster."""

import pytest

from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.path import path_overlay
from policy_engine.diagrams.phrasing import phrases_of
from policy_engine.diagrams.roleplay.picture import path_pages, played_figure, with_refused
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.scene import Group, Item, Text
from policy_engine.diagrams.sheets.model import Drawing
from policy_engine.diagrams.theme import Look
from tests.diagrams.plays import play, play_of
from tests.diagrams.roleplay.samples import script, sheets_of, words


def texts(items: tuple[Item, ...]) -> str:
    found = [
        texts(item.items) if isinstance(item, Group) else item.words
        for item in items
        if isinstance(item, Group | Text)
    ]
    return " ".join(found).replace("\u00a0", " ")


def picture(scenario: str, language: str = "nl", policy: str = "aggressive_caller") -> str:
    _, _, course = play(policy, scenario)
    [page] = path_pages(script(scenario, language, policy), course, Look())
    assert isinstance(page, Drawing)
    return texts(page.scene.items)


def said(found: Script, state: str) -> list[tuple[str, tuple[str, ...]]]:
    figure = played_figure(found)
    return list(phrases_of(figure.chart, figure.cards[state].state.say, found.language))


@pytest.mark.no_cover
def test_the_picture_is_drawn_with_the_parameters_of_the_scenario() -> None:
    assert "aantal waarschuwingen: 2" in picture("two_warnings_are_enough")
    assert "aantal waarschuwingen: 3" in picture("third_warning_ignored")


@pytest.mark.no_cover
def test_the_picture_says_which_play_it_is_and_for_whom() -> None:
    assert "Rollenspel: Derde waarschuwing genegeerd · trainersexemplaar" in picture("third_warning_ignored")


def test_a_card_of_the_path_says_what_is_said_there() -> None:
    found = script("at_risk_and_threatening")

    assert [("", ("Ik neem uw woorden serieus. Ik blijf aan de lijn en haal er hulp bij.",))] == said(
        found, "alarm"
    )


def test_a_card_beside_the_path_says_what_could_be_said() -> None:
    found = script("at_risk_and_threatening")

    assert [("", ("Mijn leidinggevende komt zodra het kan. Tot dan blijf ik bij u.",))] == said(
        found, "no_manager"
    )
    assert "u hier (pogingen) procent" not in str(
        said(script("no_money_back", "nl", "refund_dispute"), "assess")
    )


def test_a_gap_of_a_card_beside_the_path_is_filled_where_it_is_known() -> None:
    policy = """
policy: gaps
format: 1
version: "1"
facts: {name: {text: ""}, town: {text: ""}}
context: {count: {counter: 0..2}}
events: {go: {}, leave: {}}
initial: one
states:
  one: {say: "One {{{name}}}.", on: {go: three, leave: two}}
  two: {say: "Two {name} {town|here} {count}.", on: {go: three}}
  three: {type: final}
"""
    scenario = "policy: gaps\nscenarios: {one: {facts: {name: Ann}, steps: [go]}}"
    found = script_of_play(policy, scenario)

    assert [("", ("One {Ann}.",))] == said(found, "one")
    assert [("", ("Two Ann here (count).",))] == said(found, "two")


def test_where_nothing_is_said_the_card_stays_without_a_phrase() -> None:
    assert [] == said(script("third_warning_ignored"), "closed")


def test_moves_that_were_not_allowed_stand_in_brackets_where_they_were_tried() -> None:
    _, _, course = play("aggressive_caller", "third_warning_ignored")
    found = with_refused(script("third_warning_ignored"), path_overlay(course, "nl"))

    assert "zet 3, (4), 5, 6" == found.states["warn"].words


def test_a_move_that_was_not_allowed_stands_alone_where_no_other_ended() -> None:
    found = with_refused(script("third_warning_ignored"), Overlay({"warn": Stamp("path")}, {}))

    assert "zet (4)" == found.states["warn"].words


@pytest.mark.no_cover
def test_the_ways_bear_the_numbers_of_their_moves_also_where_there_is_little_room() -> None:
    text = picture("third_warning_ignored")

    assert "· zet 2" in text or "· z2" in text, text


@pytest.mark.no_cover
def test_a_poster_that_does_not_fit_is_to_be_printed_apart() -> None:
    steps = "\n".join(f"  s{number}: {{on: {{go: s{number + 1}}}}}" for number in range(70))
    head = "policy: tall\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: s0\nstates:\n"
    policy = f"{head}{steps}\n  s70: {{}}\n"
    found = sheets_of(play_of(policy, "policy: tall\nscenarios: {one: {steps: [go]}}"), "en")["facilitator"]

    assert "The poster of this policy does not fit this page." in words(found.blocks)


def script_of_play(policy: str, scenarios: str) -> Script:
    from policy_engine.diagrams.roleplay.writer import script_of

    return script_of(*play_of(policy, scenarios), "")
