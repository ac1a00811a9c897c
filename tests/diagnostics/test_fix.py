"""Edits of a text by places."""

from __future__ import annotations

from policy_engine.diagnostics.fix import Edit, Fix, apart, edited
from policy_engine.diagnostics.span import Span


def _span(line: int, column: int, end_line: int, end_column: int) -> Span:
    return Span("a.yaml", line, column, end_line, end_column)


def test_edits_replace_add_and_take_away_wherever_they_stand() -> None:
    edits = [
        Edit(_span(2, 1, 2, 3), "CD"),
        Edit(_span(1, 1, 1, 1), "# "),
        Edit(_span(3, 1, 4, 1), ""),
    ]

    assert "# ab\nCD\ngh" == edited("ab\ncd\nef\ngh", edits)


def test_fixes_that_touch_each_other_are_made_one_at_a_time() -> None:
    first = Fix((Edit(_span(1, 1, 1, 3), "x"), Edit(_span(9, 1, 9, 2), "y")))
    touching = Fix((Edit(_span(1, 3, 1, 4), "z"),))
    away = Fix((Edit(_span(1, 4, 1, 5), "z"),))

    assert (first, away) == apart([first, touching, away])
