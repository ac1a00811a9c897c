from policy_engine.diagrams.poster.runs import Run, paragraph, run_width
from policy_engine.diagrams.poster.signs import SIGN_WIDTHS, sign_items
from policy_engine.diagrams.scene import Circle, Text


def test_runs_fill_a_line_before_the_next_one_begins() -> None:
    text = paragraph((Run("one two three"), Run("four", bold=True)), 10, 50)

    assert ["one two", "three four"] == [" ".join(piece.words for piece in line) for line in text.lines]


def test_a_word_wider_than_a_line_is_broken() -> None:
    text = paragraph((Run("klantenservicemedewerker"),), 10, 40)

    assert "klantenservicemedewerker" == "".join(piece.words for line in text.lines for piece in line)
    assert all(piece.x + piece.width <= 40 for line in text.lines for piece in line)


def test_a_number_stays_with_its_arrow() -> None:
    text = paragraph((Run("goes on"), Run("→\u00a012", bold=True)), 10, 40)

    assert "→\u00a012" in [piece.words for line in text.lines for piece in line]


def test_a_sign_takes_its_own_width() -> None:
    assert SIGN_WIDTHS["clock"] * 10 == run_width((Run("", sign="clock"),), 10)


def test_history_is_an_h_in_a_circle() -> None:
    circle, letter = sign_items("history", 0, 0, 10, "#000000", "#FF0000")

    assert isinstance(circle, Circle)
    assert isinstance(letter, Text)
    assert "H" == letter.words


def test_no_paragraph_is_no_width() -> None:
    assert 0 == paragraph((), 10, 100).width
