"""The check for overlaps finds what it is there for, and text is as wide in a browser as we say."""

import random

import pytest
from playwright.sync_api import Page

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.scene import Group, Item, Line, Rect, Scene, Stroke, Text
from tests.diagrams.browser import overlaps, widths
from tests.diagrams.render.scenes import page

BLACK = Stroke("#000000")


def found(easel: Page, *items: Item, margin: float = 0) -> list[str]:
    return overlaps(easel, to_svg(Scene(300, 200, items, "t", "en")), margin)


def pill(identity: str, x: float, y: float, words: str) -> Group:
    return Group("pill", identity, (Rect(x, y, 60, 16, "#FFFFFF", BLACK, 6), Text(x + 5, y + 11, words, 9)))


def test_a_page_where_nothing_overlaps_passes(easel: Page) -> None:
    assert [] == overlaps(easel, to_svg(page()))


def test_text_over_text_is_found(easel: Page) -> None:
    assert ["“first” and “second” overlap"] == found(
        easel, Text(20, 50, "first", 9), Text(30, 55, "second", 9)
    )


def test_a_line_through_a_text_is_found(easel: Page) -> None:
    link = Group("link", "insult", (Line(((10, 47), (200, 47)), BLACK, end=True),))

    assert ["“first” is crossed by link polyline of insult"] == found(easel, link, Text(20, 50, "first", 9))


def test_a_line_over_a_pill_is_found_and_one_under_it_is_not(easel: Page) -> None:
    line = Line(((10, 47), (200, 47)), BLACK)

    assert [] == found(easel, line, pill("p", 50, 39, "first"))
    assert ["“first” of p is crossed by a polyline"] == found(easel, pill("p", 50, 39, "first"), line)


def test_a_border_through_a_text_is_found(easel: Page) -> None:
    box = Group("box", "talk", (Rect(10, 10, 200, 37, "#EEEEEE", BLACK),))

    assert ["“first” is crossed by box rect of talk"] == found(easel, box, Text(20, 50, "first", 9))


def test_a_text_that_sticks_out_of_its_pill_is_found(easel: Page) -> None:
    problems = found(easel, pill("p", 50, 50, "longer than this pill"))

    assert "“longer than this pill” of p sticks out of the pill p" in problems


def test_a_text_that_sticks_out_of_the_card_around_its_group_is_found(easel: Page) -> None:
    note = Group("note", "n", (Text(100, 90, "first", 9),))
    card = Group("card", "c", (Rect(50, 50, 60, 60, "#FFFFFF", BLACK), note))

    assert "“first” of n sticks out of the card c" in found(easel, card)


def test_a_text_that_is_covered_is_found(easel: Page) -> None:
    assert ["“first” is covered by a rect"] == found(
        easel, Text(20, 50, "first", 9), Rect(30, 0, 60, 60, "#FFFFFF")
    )


def test_pills_on_each_other_are_found(easel: Page) -> None:
    problems = found(easel, pill("a", 50, 50, "a"), pill("b", 100, 60, "b"))

    assert ["pill rect of a and pill rect of b overlap"] == problems


def test_a_line_behind_a_card_is_found(easel: Page) -> None:
    card = Group("card", "c", (Rect(50, 50, 60, 60, "#FFFFFF", BLACK),))

    def through(left: float, right: float) -> list[str]:
        return found(easel, Line(((left, 80), (right, 80)), BLACK), card)

    assert ["a polyline runs behind card rect of c"] == through(0, 150)
    assert [] == through(0, 50)
    assert [] == through(0, 60)


@pytest.mark.parametrize(("x", "y", "margin"), [(290, 50, 0), (20, 5, 0), (20, 50, 25), (20, 199, 0)])
def test_what_is_cut_by_the_edge_is_found(easel: Page, x: float, y: float, margin: float) -> None:
    problems = found(easel, Text(x, y, "first", 9), margin=margin)

    assert ["“first” is cut by the edge of the page"] == problems


def test_a_text_is_as_wide_as_we_say(easel: Page) -> None:
    rng = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?'\"-–“”‘’→éëïöüçÀĳ€%&()fi"
    texts = [
        (
            "".join(rng.choices(letters, k=rng.randint(1, 60))).strip() or "-",
            rng.choice((9, 11.5, 16, 24)),
            bold,
        )
        for _ in range(200)
        for bold in (False, True)
    ]
    texts += [("AVATAR Tot VoWa office fl", 20.0, bold) for bold in (False, True)]

    differences = [
        abs(drawn - width(words, size, bold))
        for (words, size, bold), drawn in zip(texts, widths(easel, texts), strict=True)
        if "  " not in words
    ]
    assert 300 < len(differences)
    assert 0.5 > max(differences)
