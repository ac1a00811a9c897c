"""Widths and line breaks."""

import pytest

from policy_engine.diagrams.measure import ASCENT, DESCENT, UNITS, drawable, missing, width, wrap
from tests.diagrams.widths import FACES, WIDTHS, face, widths_json


def test_the_widths_are_those_of_the_shipped_fonts() -> None:
    assert WIDTHS.read_text("utf-8") == widths_json(), "run: python -m tests.diagrams.widths"


@pytest.mark.parametrize("name", FACES)
def test_the_heights_are_those_of_the_shipped_fonts(name: str) -> None:
    font = face(name)

    assert UNITS == font["head"].unitsPerEm
    assert (ASCENT, DESCENT) == (
        round(font["hhea"].ascent / UNITS, 3),
        round(-font["hhea"].descent / UNITS, 3),
    )


@pytest.mark.parametrize("name", FACES)
def test_the_fonts_may_be_embedded_in_any_document(name: str) -> None:
    assert 0 == face(name)["OS/2"].fsType


def test_a_text_is_as_wide_as_its_letters() -> None:
    assert 2 * width("i", 10) + width("W", 10) == pytest.approx(width("iWi", 10))
    assert 2048 / UNITS * 10 == width("\U0001f600", 10)
    assert width("Herkennen", 10) < width("Herkennen", 10, bold=True)


def test_a_character_that_the_fonts_lack_is_drawn_as_a_square() -> None:
    assert "één → □" == drawable("één → \U0001f600")


def test_letters_from_right_to_left_are_drawn_as_squares() -> None:
    assert "“□□□□” één" == drawable("“\u05e9\u05dc\u05d5\u05dd” één")


def test_the_characters_that_can_t_be_drawn_are_told_once_each() -> None:
    assert ("\U0001f600", "\u05d0") == missing("één \U0001f600\n\U0001f600\t\u05d0\u00a0→")


def test_lines_are_broken_between_words() -> None:
    assert ("een twee", "drie") == wrap("een  twee drie", 10, width("een twee drie", 10) - 1)
    assert ("een twee drie",) == wrap("een twee drie", 10, width("een twee drie", 10))


def test_a_word_that_is_wider_than_a_line_is_broken_where_the_line_ends() -> None:
    lines = wrap("a Hottentottententententoonstelling b", 10, 60)

    assert "Hottentottententententoonstelling" == "".join(lines[1:-1]) + lines[-1].removesuffix(" b")
    assert all(width(line, 10) <= 60 for line in lines)


def test_a_line_holds_a_letter_however_narrow_it_is() -> None:
    assert ("W", "W", "W") == wrap("WWW", 10, 1)


def test_a_word_is_broken_neither_before_a_sign_nor_before_a_last_letter() -> None:
    assert ("verzekering", "en: ja") == wrap("verzekeringen: ja", 10, width("verzekeringen", 10))
    assert ("W", ":") == wrap("W:", 10, width("W", 10))


def test_a_number_stays_with_the_word_before_it_where_both_fit() -> None:
    assert ("Direct gevaar?", "Bel 112") == wrap(
        "Direct gevaar? Bel 112", 10, width("Direct gevaar? Bel", 10)
    )
    assert ("Bel", "112") == wrap("Bel 112", 10, width("112", 10))
    assert ("Bel? 112",) == wrap("Bel? 112", 10, 100)


def test_a_no_break_space_holds_where_the_line_is_wide_enough() -> None:
    assert ("een", "zet\u00a03") == wrap("een zet\u00a03", 10, width("een zet", 10))
    assert ("zet", "3") == wrap("zet\u00a03", 10, width("zet", 10))


def test_no_words_are_no_lines() -> None:
    assert () == wrap("  ", 10, 60)
