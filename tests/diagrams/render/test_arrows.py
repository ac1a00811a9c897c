"""Arrowheads as triangles."""

from policy_engine.diagrams.render.arrows import arrow_of
from policy_engine.diagrams.scene import Line, Stroke


def test_a_head_ends_where_the_line_ends_and_the_shaft_at_its_base() -> None:
    arrow = arrow_of(Line(((0, 0), (0, 20), (30, 20)), Stroke("black", 1), end=True))

    assert ((0, 0), (0, 20), (24, 20)) == arrow.shaft
    assert (((30, 20), (24, 22.4), (24, 17.6)),) == arrow.heads


def test_a_line_may_have_heads_at_both_ends() -> None:
    arrow = arrow_of(Line(((0, 0), (0, 50)), Stroke("black", 2), start=True, end=True))

    assert ((0, 8), (0, 42)) == arrow.shaft
    assert [(0, 50), (0, 0)] == [head[0] for head in arrow.heads]


def test_a_head_is_no_longer_than_the_last_part_of_its_line() -> None:
    arrow = arrow_of(Line(((0, 0), (0, 3)), Stroke("black", 1), end=True))

    assert ((0, 0), (0, 0)) == arrow.shaft


def test_a_line_without_length_has_a_head_without_size() -> None:
    arrow = arrow_of(Line(((5, 5), (5, 5)), Stroke("black", 1), end=True))

    assert (((5, 5), (5, 5), (5, 5)),) == arrow.heads


def test_a_line_without_heads_is_all_shaft() -> None:
    arrow = arrow_of(Line(((0, 0), (9, 0)), Stroke("black", 1)))

    assert (((0, 0), (9, 0)), ()) == (arrow.shaft, arrow.heads)
