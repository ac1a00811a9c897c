"""Unquoted words by the core schema of YAML 1.2."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.document.limits import MAX_NUMBER
from policy_engine.document.scalars import resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("on", "on"),
        ("no", "no"),
        ("yes", "yes"),
        ("y", "y"),
        ("nULL", "nULL"),
        ("0", 0),
        ("-12", -12),
        ("+3", 3),
        ("0o17", 15),
        ("0x1F", 31),
        ("010", "010"),
        ("-07", "-07"),
        ("010.5", "010.5"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("1.10", 1.1),
        ("1.0.0", "1.0.0"),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("-", "-"),
        (".", "."),
        ("0..3", "0..3"),
        ("2 min", "2 min"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_a_word_is_what_yaml_1_2_says(text: str, expected: object) -> None:
    value = resolve(text)

    assert (expected, type(expected)) == (value, type(value))


def test_not_a_number_is_one_too() -> None:
    value = resolve(".nan")

    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize("text", ["1" * (MAX_NUMBER + 1), "0x" + "f" * MAX_NUMBER, "0." + "1" * MAX_NUMBER])
def test_a_number_that_nobody_means_is_refused(text: str) -> None:
    with pytest.raises(OverflowError):
        resolve(text)


@given(st.integers(min_value=-(10**30), max_value=10**30))
def test_a_whole_number_is_itself(number: int) -> None:
    assert number == resolve(str(number))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_fraction_is_itself(number: float) -> None:
    assert number == resolve(repr(number))
