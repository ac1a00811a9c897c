from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.duration import NANOSECONDS, UNITS, Duration, Unit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def nanoseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1) * 1_000


def due(amount: int, unit: Unit, start: str) -> str:
    """The moment when something is due, to the second."""
    found = Duration(amount, unit).due(nanoseconds(datetime.fromisoformat(start)))
    return (EPOCH + timedelta(seconds=found // 1_000_000_000)).isoformat()


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (1_500, "ms", "2026-11-21T10:00:01+00:00"),
        (90, "s", "2026-11-21T10:01:30+00:00"),
        (2, "min", "2026-11-21T10:02:00+00:00"),
        (15, "h", "2026-11-22T01:00:00+00:00"),
        (10, "days", "2026-12-01T10:00:00+00:00"),
        (1, "weeks", "2026-11-28T10:00:00+00:00"),
        (2, "months", "2027-01-21T10:00:00+00:00"),
        (1, "years", "2027-11-21T10:00:00+00:00"),
        (2, "working_days", "2026-11-24T10:00:00+00:00"),
    ],
)
def test_every_unit_is_counted(amount: int, unit: Unit, expected: str) -> None:
    assert expected == due(amount, unit, "2026-11-21T10:00:00+00:00")


@pytest.mark.parametrize(
    ("amount", "unit", "start", "expected"),
    [
        (1, "months", "2026-01-31T12:00:00+00:00", "2026-02-28T12:00:00+00:00"),
        (1, "months", "2028-01-31T12:00:00+00:00", "2028-02-29T12:00:00+00:00"),
        (13, "months", "2026-12-31T12:00:00+00:00", "2028-01-31T12:00:00+00:00"),
        (1, "years", "2028-02-29T12:00:00+00:00", "2029-02-28T12:00:00+00:00"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_that_month(
    amount: int, unit: Unit, start: str, expected: str
) -> None:
    assert expected == due(amount, unit, start)


@given(MOMENTS, st.integers(0, 40))
def test_working_days_are_counted_from_monday_to_friday(start: datetime, amount: int) -> None:
    expected, left = start, amount
    while left:
        expected += timedelta(days=1)
        left -= expected.weekday() < 5

    assert nanoseconds(expected) == Duration(amount, "working_days").due(nanoseconds(start))


@given(MOMENTS, st.sampled_from(UNITS), st.integers(1, 500))
def test_something_that_takes_time_is_due_later(start: datetime, unit: Unit, amount: int) -> None:
    begin = nanoseconds(start)

    assert Duration(amount, unit).due(begin) > begin


@given(MOMENTS, st.sampled_from(UNITS))
def test_nothing_is_due_at_once(start: datetime, unit: Unit) -> None:
    assert nanoseconds(start) == Duration(0, unit).due(nanoseconds(start))


@pytest.mark.parametrize("unit", ["months", "years", "working_days"])
def test_the_calendar_ends_with_the_year_9999(unit: Unit) -> None:
    assert "9999-12-31T23:59:59+00:00" == due(200, unit, "9999-12-20T10:00:00+00:00")


def test_fixed_units_have_a_length() -> None:
    assert {unit: Duration(1, unit).fixed for unit in UNITS} == {  # type: ignore[arg-type]  # they are units
        **NANOSECONDS,
        "months": None,
        "years": None,
        "working_days": None,
        "working_hours": None,
    }
