"""Posters of every policy there is: nothing overlaps, nothing is cut, everything can be read."""

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Page

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.paper import SAFE, Paper
from policy_engine.diagrams.poster.draw import poster
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.scene import Group, Item, Scene, Text
from policy_engine.diagrams.theme import Look
from tests.diagrams.browser import overlaps
from tests.diagrams.contrast import faint
from tests.diagrams.examples import READY, TEN, chart
from tests.diagrams.fitting import fitting
from tests.diagrams.random_policies import thirty

# What takes seconds is not measured for coverage as well.
pytestmark = pytest.mark.no_cover
A4 = Paper("a4")
WALL = (Paper("a3", landscape=True), Paper("a3"))
WRITTEN = {path.stem: path for path in (*READY, *TEN)}


def problems(easel: Page, scenes: Sequence[Scene]) -> list[str]:
    """What overlaps, is cut, or comes nearer to the edge than printers print."""
    return [problem for scene in scenes for problem in overlaps(easel, to_svg(scene), SAFE)]


def texts(items: Sequence[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from texts(item.items)
        elif isinstance(item, Text):
            yield item


def hard_to_read(scenes: Sequence[Scene], smallest: float) -> list[str]:
    """The texts that are smaller, or that do not stand out from what is under them."""
    small = [text.words for scene in scenes for text in texts(scene.items) if text.size < smallest]
    return small + [text for scene in scenes for text in faint(scene)]


@pytest.mark.parametrize("name", WRITTEN)
def test_on_one_sheet_nothing_overlaps_is_cut_or_hard_to_read(name: str, easel: Page) -> None:
    policy = figure_of(chart(WRITTEN[name]))
    scenes = [fitting(policy, (language,)) for language in policy.chart.languages]

    assert [] == problems(easel, scenes)
    assert [] == hard_to_read(scenes, 9)


@pytest.mark.parametrize("name", WRITTEN)
def test_with_languages_side_by_side_in_grey_nothing_overlaps_is_cut_or_hard_to_read(
    name: str, easel: Page
) -> None:
    policy = figure_of(chart(WRITTEN[name]))
    scenes = [fitting(policy, policy.chart.languages, Look(grey=True), WALL)]

    assert [] == problems(easel, scenes)
    assert [] == hard_to_read(scenes, 9)


@pytest.mark.parametrize("name", WRITTEN)
def test_over_several_sheets_nothing_overlaps_and_nothing_is_cut(name: str, easel: Page) -> None:
    policy = figure_of(chart(WRITTEN[name]))

    assert [] == problems(
        easel, poster(policy, languages=policy.chart.languages, paper=A4, look=Look(), tiled=True)
    )


@pytest.mark.parametrize("name", ["starter", "aggressive_caller", "long_words"])
def test_in_large_letters_nothing_overlaps_and_nothing_is_cut(name: str, easel: Page) -> None:
    policy = figure_of(chart(WRITTEN[name]))
    scenes = [
        page
        for language in policy.chart.languages
        for page in poster(policy, languages=(language,), paper=A4, look=Look(large=True))
    ]

    assert [] == problems(easel, scenes)
    assert [] == hard_to_read(scenes, 16)


@pytest.mark.parametrize("number", range(30))
def test_in_policies_made_by_chance_nothing_overlaps_and_nothing_is_cut(number: int, easel: Page) -> None:
    scenes = poster(
        figure_of(thirty()[number]),
        languages=(("nl", "en")[number % 2],),
        paper=A4,
        look=Look(),
        tiled=True,
    )

    assert [] == problems(easel, scenes)
