"""The widths of a table's columns."""

import pytest

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.sheets.columns import BREAK, breakable, column_widths
from policy_engine.diagrams.sheets.model import Bullets, Cell, Heading, Run, Table, TickBox, cell, items
from policy_engine.diagrams.sheets.sizes import sizes_of
from policy_engine.diagrams.typesetting import FIRM
from tests.diagrams.sheets.samples import sheet

SIZES = sizes_of(sheet())


def table(*words: str, header: tuple[str, ...] = ("a", "b"), widths: tuple[float, ...] = (1, 3)) -> Table:
    return Table(header, (tuple(cell(word) for word in words),), widths)


def test_shares_rule_where_words_are_short() -> None:
    assert (100.0, 300.0) == column_widths(table("x", "y"), 400, SIZES)


def test_no_column_is_narrower_than_its_longest_word() -> None:
    first, second = column_widths(table("Leidinggevende", "y"), 200, SIZES)

    assert width("Leidinggevende", 10.5) < first
    assert 200 == pytest.approx(first + second)


def test_a_header_counts_in_bold() -> None:
    first, _ = column_widths(table("x", "y", header=("Leidinggevende", "b")), 200, SIZES)

    assert width("Leidinggevende", 10.5, bold=True) < first


def test_what_a_box_and_a_heading_say_counts() -> None:
    rows = ((Cell((TickBox((Run("Verkenning"),)),)), Cell((Heading(2, "Waarschuwing"),))),)
    first, second = column_widths(Table(("a", "b"), rows, (1, 99)), 250, SIZES)

    assert width("Verkenning", 10.5) < first
    assert width("Waarschuwing", 13, bold=True) < second


def test_a_list_in_a_cell_counts() -> None:
    rows = ((Cell((Bullets(items(("Verkenning",))),)), cell("y")),)
    first, _ = column_widths(Table(("a", "b"), rows, (1, 99)), 250, SIZES)

    assert width("Verkenning", 10.5) < first


def test_one_column_that_gives_way_may_make_another_one_too_narrow() -> None:
    made = column_widths(
        table("Leidinggevende", "Herkennen", "x", header=("a", "b", "c"), widths=(1, 6, 8)), 240, SIZES
    )

    assert width("Leidinggevende", 10.5) < made[0]
    assert width("Herkennen", 10.5) < made[1]
    assert 240 == pytest.approx(sum(made))


def test_where_the_words_have_no_room_only_the_shares_count() -> None:
    assert (25.0, 75.0) == column_widths(table("Leidinggevende", "Waarschuwing"), 100, SIZES)


def test_only_a_word_that_is_too_wide_can_be_broken() -> None:
    assert f"kort {BREAK.join('Leidinggevende')}" == breakable("kort Leidinggevende", 10.5, False, 40)
    assert "kort Leidinggevende" == breakable("kort Leidinggevende", 10.5, False, 100)
    assert "een paar woorden" == breakable("een paar woorden", 10.5, False, 60)


def test_a_number_stays_with_its_word_where_there_is_room() -> None:
    firm = f"14{FIRM}Leidinggevende"
    wide, _ = column_widths(table(firm, "y", widths=(1, 99)), 200, SIZES)
    narrow, _ = column_widths(table(firm, "Waarschuwing", widths=(1, 99)), 175, SIZES)

    assert width(firm, 10.5) < wide
    assert width("Leidinggevende", 10.5) < narrow < width(firm, 10.5) + 2


def test_a_number_leaves_its_word_before_the_word_is_broken() -> None:
    room = width("Leidinggevende", 10.5) + 1

    assert "14 Leidinggevende" == breakable(f"14{FIRM}Leidinggevende", 10.5, False, room)
