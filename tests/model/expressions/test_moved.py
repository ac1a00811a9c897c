"""An expression at another place is what is read there."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Word
from policy_engine.model.expressions.moved import moved
from policy_engine.model.expressions.read import read_guard
from policy_engine.model.expressions.tree import Expr
from tests.model.expressions.scopes import SCOPE, guard
from tests.model.expressions.strategies import conditions

NAMED = replace(SCOPE, guards={"warned": guard("warnings > 0")})


def _read(text: str, line: int, column: int) -> Expr:
    place = Span("a.yaml", line, column, line, column + len(text))
    expr = read_guard(Word.of(text, place), NAMED, Diagnostics())
    assert expr is not None
    return expr


@given(conditions.map(str), st.integers(-2, 100), st.integers(-4, 40))
def test_a_moved_expression_stands_where_it_would_be_read(text: str, lines: int, columns: int) -> None:
    here, there = _read(text, 3, 5), _read(text, 3 + lines, 5 + columns)

    assert repr(there) == repr(moved(here, lines, columns))


def test_the_body_of_a_guard_stays_where_it_is_declared() -> None:
    here, there = _read("not warned or -most < 0", 3, 5), _read("not warned or -most < 0", 8, 2)

    assert repr(there) == repr(moved(here, 5, -3))
