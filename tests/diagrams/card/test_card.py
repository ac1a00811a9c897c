"""The pocket card: what stands on its sides, and that it fits them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from policy_engine.diagrams.card.card import card
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.paper import MILLIMETRE
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.scene import Group, Item, Scene, Text
from policy_engine.diagrams.theme import Look
from tests.diagrams.browser import overlaps
from tests.diagrams.examples import READY, TEN, chart, chart_of, figure

LANGUAGES = ("nl", "en")


def texts(*scenes: Scene) -> list[Text]:
    def inside(items: tuple[Item, ...]) -> list[Text]:
        found: list[Text] = []
        for item in items:
            if isinstance(item, Group):
                found += inside(item.items)
            elif isinstance(item, Text):
                found.append(item)
        return found

    return [text for scene in scenes for text in inside(scene.items)]


def words(*scenes: Scene) -> str:
    return " ".join(text.words for text in texts(*scenes))


@pytest.mark.no_cover
@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_a_card_has_at_most_two_sides_of_a6_in_letters_of_nine_points_or_more(path: Path) -> None:
    for language in LANGUAGES:
        sides = card(figure_of(chart(path)), language, Look())

        assert len(sides) <= 2
        assert {(105, 148)} == {
            (round(side.width / MILLIMETRE), round(side.height / MILLIMETRE)) for side in sides
        }
        assert min(text.size for text in texts(*sides)) >= 9


@pytest.mark.no_cover
@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_nothing_on_a_card_overlaps(path: Path, easel: Page) -> None:
    for language in LANGUAGES:
        for side in card(figure_of(chart(path)), language, Look()):
            assert [] == overlaps(easel, to_svg(side), 5 * MILLIMETRE)


def test_the_ladder_stands_on_the_first_side_and_what_to_say_on_the_second() -> None:
    front, back = card(figure("aggressive_caller"), "nl", Look())

    assert "“Meneer of mevrouw, ik hoor hoe boos u bent.”" in words(front)
    assert "1 “Rustig maar.”" in words(back)
    assert "Eerst waarschuwen, dan pas beëindigen. (stap 1–5)" in words(back)


def test_a_step_beside_the_ladder_stands_under_the_steps_that_lead_there_with_what_is_said() -> None:
    _, back = card(figure("aggressive_caller"), "nl", Look())

    assert words(back).startswith("In stap 1–6 10 Bedreigt →")
    assert "“Dit is een bedreiging. Ik beëindig het gesprek en doe hiervan melding.” *" in words(back)
    assert "Op elk moment" not in words(back)


def test_what_has_to_be_done_on_the_spot_stands_with_it() -> None:
    _, back = card(figure("aggressive_caller"), "nl", Look())

    assert "Maakt zich zorgen om de beller: leidinggevende inlichten (met spoed)" in words(back)


def test_what_a_star_means_stands_on_each_side_that_has_one() -> None:
    front, back = card(figure("aggressive_caller"), "nl", Look())

    assert "Op deze toon lukt dat niet.” *" in words(front)
    assert "hoe boos u bent.” 2" in words(front)
    assert [True, True] == ["* Niet in elk geval: de poster zegt wanneer." in words(x) for x in (front, back)]
    assert "*" not in words(*card(figure("starter"), "nl", Look()))


def test_where_the_steps_bear_no_phrases_the_back_has_those_of_all_steps() -> None:
    front, back = card(figure("twelve_steps"), "nl", Look())

    assert "“" not in words(front)
    assert [str(number) for number in range(1, 13)] == [
        text.words for text in texts(back) if text.words.isdigit()
    ]


def test_tracks_that_run_at_the_same_time_are_no_ladder() -> None:
    sides = words(*card(figure("call_and_watch"), "nl", Look()))

    assert "Bij een bedreiging: tegelijk Spoor: Aan de lijn 3" in sides
    assert "Verbinding weg spoor klaar Spoor: Hulp halen 6" in sides


def test_whose_step_it_is_stands_beside_it_in_a_word_where_several_act() -> None:
    assert "7 Politie ingelicht Politie" in words(*card(figure("call_and_watch"), "nl", Look()))
    assert "Medewerker" not in words(*card(figure("twelve_steps"), "nl", Look()))


def test_only_what_is_said_by_who_may_end_it_is_said_to_end() -> None:
    assert "Om te eindigen 6 “" in words(*card(figure("aggressive_caller"), "nl", Look()))
    for name in ("many_endings", "hold_the_line", "call_and_watch", "starter"):
        assert "Om te eindigen" not in words(*card(figure(name), "nl", Look()))
        assert "Voordat u eindigt" not in words(*card(figure(name), "nl", Look()))


def test_what_fits_one_side_leaves_no_blank_back() -> None:
    for name in ("bare", "starter", "hold_the_line"):
        assert 1 == len(card(figure(name), "nl", Look()))


def test_a_side_bears_the_edition_and_the_title_where_there_is_room() -> None:
    front, back = card(figure("aggressive_caller"), "nl", Look())
    long, _ = card(figure("long_words"), "en", Look())

    assert "Agressieve beller · versie 1.0.0 · 21 november 2026" == texts(front)[-1].words
    assert texts(front)[-1] == texts(back)[-1]
    assert "version 10.20.300-proefversie.4 · 31 December 2026" == texts(long)[-1].words


def test_large_print_is_sixteen_points_or_more() -> None:
    sides = card(figure("aggressive_caller"), "en", Look(large=True))

    assert min(text.size for text in texts(*sides)) >= 16


def test_a_ladder_that_is_too_long_for_two_sides_goes_on() -> None:
    say = "Say this in so many words. " * 4
    states = "".join(
        f"  rung_{number}: {{say: {say}, on: {{worse: rung_{number + 1}}}}}\n" for number in range(30)
    )
    head = "policy: long\nformat: 1\nversion: '1'\nevents: {worse: {tone: escalates}}\ninitial: rung_0\n"
    text = f"{head}states:\n{states}"
    sides = card(figure_of(chart_of(text + "  rung_30: {type: final}\n")), "en", Look())

    assert len(sides) > 2
    assert "31" in words(*sides)


@pytest.mark.no_cover
def test_steps_beside_the_ladder_that_are_too_many_are_only_named() -> None:
    say = "Say this in so many words. " * 3
    names = [f"away_{number}" for number in range(24)]
    away = "".join(f"  {name}: {{say: {say}, on: {{worse: over}}}}\n" for name in names)
    events = ", ".join(f"to_{name}: {{}}" for name in names)
    leads = ", ".join(f"to_{name}: {name}" for name in names)
    text = (
        f"policy: wide\nformat: 1\nversion: '1'\nevents: {{worse: {{tone: escalates}}, {events}}}\n"
        f"initial: talk\nstates:\n  talk:\n    on: {{{leads}}}\n    initial: one\n"
        "    states: {one: {on: {worse: over}}}\n"
        f"{away}  over: {{type: final}}\n"
    )
    sides = card(figure_of(chart_of(text)), "en", Look())

    assert 2 == len(sides)
    assert "To away 23 → Away 23" in words(*sides)
    assert "so many words" not in words(*sides)


def test_a_policy_without_phrases_has_none_on_its_card() -> None:
    bare = figure("bare")

    assert "own words" not in words(*card(bare, "en", Look()))


def test_two_cards_of_one_policy_are_equal() -> None:
    assert card(figure("starter"), "nl", Look()) == card(figure("starter"), "nl", Look())
