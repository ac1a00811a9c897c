"""The pocket card: what stands on its sides, and that it fits them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from policy_engine.diagrams.card.card import card
from policy_engine.diagrams.card.phrases import few_phrases, first_phrase
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


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_a_card_has_two_sides_of_a6_in_letters_of_nine_points_or_more(path: Path) -> None:
    for language in LANGUAGES:
        sides = card(figure_of(chart(path)), language, Look())

        assert [(105, 148)] * 2 == [
            (round(side.width / MILLIMETRE), round(side.height / MILLIMETRE)) for side in sides
        ]
        assert min(text.size for text in texts(*sides)) >= 9


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_nothing_on_a_card_overlaps(path: Path, easel: Page) -> None:
    for language in LANGUAGES:
        for side in card(figure_of(chart(path)), language, Look()):
            assert [] == overlaps(easel, to_svg(side), 5 * MILLIMETRE)


def test_the_ladder_stands_on_the_first_side_and_what_to_say_on_the_second() -> None:
    front, back = card(figure("aggressive_caller"), "nl", Look())

    assert "1 Herkennen “Meneer of mevrouw, ik hoor hoe boos u bent.” 2 Erkennen" in words(front)
    assert "Bedreigt → 10 Dreiging melden" in words(front)
    assert "Zeg niet “Rustig maar.”" in words(back)
    assert "Eerst waarschuwen, dan pas beëindigen." in words(back)


def test_a_phrase_that_has_a_condition_bears_a_star() -> None:
    front, back = card(figure("aggressive_caller"), "nl", Look())

    assert "Op deze toon lukt dat niet.” *" in words(front)
    assert "hoe boos u bent.” 2" in words(front)
    assert "* Niet in elk geval: de poster zegt wanneer." in words(back)
    assert "*" not in words(*card(figure("starter"), "nl", Look()))


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


def test_a_policy_without_phrases_has_none_on_its_card() -> None:
    bare = figure("bare")

    assert [""] * len(bare.spine) == [first_phrase(bare, state, "en") for state in bare.spine]
    assert () == few_phrases(bare, "en").say


def test_two_cards_of_one_policy_are_equal() -> None:
    assert card(figure("starter"), "nl", Look()) == card(figure("starter"), "nl", Look())
