from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.types import Type, Value

FINITE = (
    (Type("flag"), (False, True)),
    (Type("counter", 0, 2), (0, 1, 2)),
    (Type("range", -1, 1), (-1, 0, 1)),
    (Type("enum", members=("no", "yes")), ("no", "yes")),
)
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.floats(), st.text(max_size=3), st.just("no")
)


@pytest.mark.parametrize(("type_", "values"), FINITE)
def test_a_finite_type_lists_its_values(type_: Type, values: tuple[Value, ...]) -> None:
    assert type_.finite
    assert values == type_.values
    assert all(type_.accepts(value) for value in values)


@pytest.mark.parametrize("kind", ["text", "number"])
def test_an_opaque_type_cannot_list_its_values(kind: str) -> None:
    type_ = Type(kind)  # type: ignore[arg-type]  # it is a kind

    assert not type_.finite
    with pytest.raises(TypeError):
        _ = type_.values


@given(ANYTHING)
def test_a_finite_type_accepts_its_values_and_nothing_else(value: object) -> None:
    for type_, values in FINITE:
        listed = any(value == one and type(value) is type(one) for one in values)

        assert listed == type_.accepts(value)


@given(ANYTHING)
def test_text_and_number_do_not_mix(value: object) -> None:
    assert isinstance(value, str) == Type("text").accepts(value)
    assert not (Type("text").accepts(value) and Type("number").accepts(value))


@pytest.mark.parametrize(
    ("value", "accepted"),
    [(1, True), (1.5, True), (True, False), (float("nan"), False), (float("inf"), False)],
)
def test_a_number_is_finite_and_no_flag(value: object, accepted: bool) -> None:
    assert accepted == Type("number").accepts(value)
