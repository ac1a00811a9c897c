"""An expression prints as it would be written, and reads back as the same tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from policy_engine.model.expressions.tree import Expr, GuardRef, Ref, literal
from tests.model.expressions.scopes import guard
from tests.model.expressions.strategies import SPAN, conditions


@pytest.mark.no_cover
@settings(max_examples=300, deadline=None)
@given(conditions)
def test_what_is_printed_reads_back_as_the_same_tree(expr: Expr) -> None:
    assert expr == guard(str(expr))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(solved)", "solved"),
        ("not (solved and event.loud) or by=='agent'", "not (solved and event.loud) or by == 'agent'"),
        ("(solved and solved) and (solved and solved)", "solved and solved and solved and solved"),
        ("solved or (solved and solved)", "solved or solved and solved"),
        ("(solved or solved) and solved", "(solved or solved) and solved"),
        ("at_risk not in ['no',]", "not at_risk in ['no']"),
        ("warnings-(1-2)+-(most+1)>- -1", "warnings - (1 - 2) + -(most + 1) > 1"),
        ("amount > 1.50", "amount > 1.5"),
        ("amount > -0.0000001", "amount > -0.0000001"),
        ("name == 'it''s'", "name == 'it''s'"),
        ("(1 < warnings) == solved", "(1 < warnings) == solved"),
        ("not not solved", "not not solved"),
        ("(not solved) == true", "(not solved) == true"),
        ("in_state( 'warn' )", "in_state('warn')"),
    ],
)
def test_an_expression_has_one_canonical_text(text: str, canonical: str) -> None:
    assert canonical == str(guard(text))


def test_a_named_guard_prints_as_its_name() -> None:
    assert "calm" == str(GuardRef(SPAN, "calm", Ref(SPAN, "context", "solved")))


def test_where_a_tree_stands_makes_no_difference() -> None:
    assert guard("solved and event.loud") == guard("  solved  and  (event.loud)")
    assert hash(guard("solved")) == hash(guard(" solved"))


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (False, "false"), (3, "3"), (1e22, "10000000000000000000000.0"), ("a", "'a'")],
)
def test_a_value_is_written_as_in_an_expression(value: bool | int | float | str, text: str) -> None:
    assert text == literal(value)
