from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.duration import MAXIMUM_YEARS, PER_YEAR, UNITS, Duration, Unit
from policy_engine.model.durations import nearest_delay, nearest_duration, parse_delay, parse_duration


@given(st.sampled_from(UNITS), st.integers(0, MAXIMUM_YEARS))
def test_every_duration_is_read_back_from_its_own_words(unit: str, amount: int) -> None:
    duration = Duration(amount, cast(Unit, unit))

    assert duration == parse_duration(str(duration))


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    near = nearest_duration(text)

    assert near is None or parse_duration(near) is not None


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "5 minutes",
        "5min",
        "1 day",
        "-1 min",
        "1.5 h",
        "5  min",
        " 5 min",
        "05 min",
        "½ h",
        "\u0665 min",
        "",
    ],
)
def test_only_the_canonical_form_is_a_duration(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize("unit", UNITS)
def test_the_longest_duration_is_200_years(unit: str) -> None:
    most = PER_YEAR[unit] * MAXIMUM_YEARS

    assert parse_duration(f"{most} {unit}") is not None
    assert parse_duration(f"{most + 1} {unit}") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 minutes", "2 min"),
        ("2min", "2 min"),
        ("2 minuten", "2 min"),
        ("1 day", "1 days"),
        ("1 dag", "1 days"),
        ("3 uur", "3 h"),
        ("3 Weeks.", "3 weeks"),
        ("1 week", "1 weeks"),
        ("2 maanden", "2 months"),
        ("1 year", "1 years"),
        ("5 working days", "5 working_days"),
        ("5 werkdagen", "5 working_days"),
        ("10 sec", "10 s"),
        ("010 s", "10 s"),
        ("250 msec", "250 ms"),
    ],
)
def test_other_ways_to_write_a_duration_are_understood(text: str, expected: str) -> None:
    assert expected == nearest_duration(text)


@pytest.mark.parametrize("text", ["half an hour", "5 apples", "900 years", "1 h 30 min", "soon"])
def test_what_cannot_be_understood_has_no_suggestion(text: str) -> None:
    assert nearest_duration(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 days at 09:00", Duration(2, "days", 540)),
        ("notice days", Duration(0, "days", name="notice")),
        ("notice days at 09:00", Duration(0, "days", 540, "notice")),
        ("ban_length months - 1 weeks", Duration(0, "months", None, "ban_length", Duration(1, "weeks"))),
        ("n years - 1 days at 10:30", Duration(0, "years", 630, "n", Duration(1, "days"))),
    ],
)
def test_a_name_may_stand_in_the_place_of_the_number(text: str, expected: Duration) -> None:
    assert expected == parse_delay(text)
    assert text == str(expected)


@pytest.mark.parametrize(
    "text",
    [
        "notice",
        "notice day",
        "Notice days",
        "notice  days",
        "notice days - 0 weeks",
        "notice days - other weeks",
        "notice days - 1 weeks - 1 days",
        "notice days - 201 years",
        "notice h at 09:00",
        "notice days - 1 h at 09:00",
        "notice days at 24:00",
        "4 months - 1 weeks",
    ],
)
def test_anything_else_is_no_delay(text: str) -> None:
    assert parse_delay(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notice dagen", "notice days"),
        ("Notice day", "notice days"),
        ("ban_length months-1 week", "ban_length months - 1 weeks"),
        ("ban_length maanden \u2212 1 maand", "ban_length months - 1 months"),
        ("notice werkdagen at 09:00", "notice working_days at 09:00"),
        ("2 minuten", "2 min"),
        ("notice apples", None),
        ("notice days - 1 apple", None),
    ],
)
def test_other_ways_to_write_a_delay_are_understood(text: str, expected: str | None) -> None:
    assert expected == nearest_delay(text)


@given(st.text(max_size=30))
def test_any_text_is_answered_as_a_delay_too(text: str) -> None:
    near = nearest_delay(text)

    assert near is None or parse_delay(near) is not None
