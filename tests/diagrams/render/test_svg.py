"""Scenes as SVG."""

from xml.etree import ElementTree

import pytest

from policy_engine.diagrams.render.markup import number
from policy_engine.diagrams.render.svg import to_svg
from policy_engine.diagrams.scene import Scene, Text
from policy_engine.records import changed
from tests.diagrams.render.scenes import page

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parsed(scene: Scene, *, flat: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(scene, flat=flat))


def one_text(words: str) -> Scene:
    return Scene(100, 50, (Text(1, 2, words, 9),), "t", "en")


def test_every_text_stays_text() -> None:
    drawn = [text.text for text in parsed(page()).iter(f"{SVG}text")]

    assert ['Ladder <&> "één"', "1", "Herkennen", "“I hear you are angry.”"] == drawn[:4]
    assert ["scheldt – “é” →", "versie 1.0"] == drawn[-2:]


def test_the_page_is_as_large_as_the_scene_in_points() -> None:
    root = parsed(page())

    assert ("300pt", "200pt", "0 0 300 200") == (root.get("width"), root.get("height"), root.get("viewBox"))


def test_a_screen_reader_is_told_the_title_the_steps_and_the_languages() -> None:
    root = parsed(page())

    labels = str(root.get("aria-labelledby")).split()
    named = {element.get("id"): element.text for element in root.iter()}
    assert ["Ladder & meer", "1. Herkennen\n2. Waarschuwen"] == [named[label] for label in labels]
    assert ("img", "nl", "nl") == (root.get("role"), root.get("lang"), root.get(LANGUAGE))
    others = [text.text for text in root.iter(f"{SVG}text") if text.get("lang")]
    assert ["“I hear you are angry.”", "“Please stop.”"] == others


def test_groups_can_be_taken_hold_of_by_id_and_class() -> None:
    groups = {group.get("id"): group.get("class") for group in parsed(page()).iter(f"{SVG}g")}

    assert "card agent" == groups["card-listen"]
    assert "link" == groups["link-calm"]


def test_a_flat_drawing_has_plain_attributes_only() -> None:
    root = parsed(page(), flat=True)

    used = {name for element in root.iter() for name in element.attrib}
    assert not used & {"id", "class", "style", "role", "lang", LANGUAGE, "aria-labelledby"}
    assert 9 == len(list(root.iter(f"{SVG}text")))
    assert "Arial" == root.get("font-family")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("</text><script>alert(1)</script>", "</text><script>alert(1)</script>"),
        ('a "quoted" & <b>', 'a "quoted" & <b>'),
        ("bell \x07 and \ud800", "bell \ufffd and \ufffd"),
    ],
)
def test_what_a_policy_says_is_never_markup(words: str, read: str) -> None:
    root = parsed(one_text(words))

    assert [read] == [text.text for text in root.iter(f"{SVG}text")]
    assert not list(root.iter(f"{SVG}script"))


def test_a_colour_or_an_id_never_closes_its_attribute() -> None:
    scene = changed(page(), items=(Text(0, 0, "a", 9, color='red" onload="x', language='en" x="1'),))

    [text] = parsed(scene).iter(f"{SVG}text")
    assert 'red" onload="x' == text.get("fill")
    assert 'en" x="1' == text.get("lang")


def test_the_fonts_can_come_with_the_drawing() -> None:
    drawing = to_svg(page(), embed_fonts=True)

    assert 2 == drawing.count("@font-face")
    assert "@font-face" not in to_svg(page())


@pytest.mark.parametrize(
    ("value", "written"),
    [(3.0, "3"), (-0.001, "0"), (100.0, "100"), (1 / 3, "0.33"), (-2.5, "-2.5"), (0, "0")],
)
def test_a_number_has_at_most_two_decimals(value: float, written: str) -> None:
    assert written == number(value)
