from __future__ import annotations

import pytest

from policy_engine.model.expressions.result import contains, joined
from policy_engine.model.types import Type

TEXT, NUMBER, FLAG = Type("text"), Type("number"), Type("flag")


def enum(*members: str) -> Type:
    return Type("enum", members=members)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ([FLAG, FLAG], FLAG),
        ([enum("a"), enum("b", "a")], enum("a", "b")),
        ([enum("a"), TEXT], TEXT),
        ([Type("counter", 0, 3), Type("counter", 0, 5)], Type("counter", 0, 5)),
        ([Type("counter", 0, 3), Type("range", -1, 2)], Type("range", -1, 3)),
        ([FLAG, TEXT], None),
        ([NUMBER, Type("range", 0, 1)], None),
    ],
)
def test_types_join_where_one_type_has_all_of_their_values(types: list[Type], expected: Type | None) -> None:
    assert expected == joined(types)


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        (TEXT, enum("a"), True),
        (TEXT, NUMBER, False),
        (NUMBER, Type("counter", 0, 3), True),
        (NUMBER, TEXT, False),
        (enum("a", "b"), enum("b"), True),
        (enum("a", "b"), enum("b", "c"), False),
        (enum("a"), TEXT, False),
        (FLAG, FLAG, True),
        (FLAG, enum("a"), False),
        (Type("range", 0, 5), Type("counter", 0, 5), True),
        (Type("range", 1, 5), Type("counter", 0, 5), False),
        (Type("counter", 0, 5), NUMBER, False),
    ],
)
def test_a_type_contains_another_where_it_has_all_of_its_values(
    wide: Type, narrow: Type, expected: bool
) -> None:
    assert expected == contains(wide, narrow)
