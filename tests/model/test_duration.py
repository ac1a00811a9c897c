from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import DAYS, NANOSECONDS, UNITS, Duration, Unit
from policy_engine.model.durations import parse_delay

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


OFFICE = Calendar(
    "Europe/Amsterdam",
    closed=(datetime(2026, 12, 25).toordinal(),),
    hours=((540, 1_020),) * 5 + (None, None),
)


def read(text: str, start: str, amount: int = 1, calendar: Calendar = OFFICE) -> str:
    """When something is due that is as long as `text`, whose name stands for `amount`."""
    found = parse_delay(text)
    assert found is not None
    ends = found.read({"n": amount}).due(nanoseconds(datetime.fromisoformat(start)), calendar)
    return str((EPOCH + timedelta(microseconds=ends // 1_000)).replace(tzinfo=None))


@pytest.mark.parametrize(
    ("text", "amount", "start", "expected"),
    [
        ("n months", 4, "2026-01-31T12:00+00:00", "2026-05-31 11:00:00"),  # summer time has begun
        ("n months - 1 months", 2, "2026-01-31T12:00+00:00", "2026-02-28 12:00:00"),
        ("n months - 1 months", 2, "2028-01-31T12:00+00:00", "2028-02-29 12:00:00"),
        ("n years - 1 months", 1, "2026-01-15T12:00+00:00", "2026-12-15 12:00:00"),
        ("n months - 2 weeks", 1, "2026-05-20T12:00+00:00", "2026-06-06 12:00:00"),
        ("n months - 1 days at 09:00", 1, "2026-05-20T12:00+00:00", "2026-06-19 07:00:00"),
        ("n days at 09:00", 0, "2026-05-20T12:00+00:00", "2026-05-20 12:00:00"),  # that time is past
        ("n days - 1 working_days", 4, "2026-05-20T12:00+00:00", "2026-05-22 12:00:00"),  # from a Sunday
        (
            "n days - 1 working_days",
            3,
            "2026-12-25T12:00+00:00",
            "2026-12-25 12:00:00",
        ),  # not before the start
        (
            "n days - 2 working_days",
            6,
            "2026-12-22T12:00+00:00",
            "2026-12-23 12:00:00",
        ),  # Christmas is closed
        ("n working_days - 1 h", 2, "2026-05-22T12:00+00:00", "2026-05-26 11:00:00"),
        ("n h - 30 min", 2, "2026-05-20T12:00+00:00", "2026-05-20 13:30:00"),
        ("n h - 3 days", 2, "2026-05-20T12:00+00:00", "2026-05-20 12:00:00"),
        ("n weeks - 4 working_hours", 1, "2026-05-20T12:00+00:00", "2026-05-27 08:00:00"),
        (
            "n days - 2 working_hours",
            4,
            "2026-05-20T12:00:00.5+00:00",
            "2026-05-22 13:00:00",
        ),  # from a Sunday
        ("n days - 9 working_hours", 2, "2026-05-20T12:00:00.5+00:00", "2026-05-21 11:00:00.500000"),
        ("n days - 9 working_hours", 2, "2026-05-20T18:00:00.5+00:00", "2026-05-21 14:00:00"),
        ("n days - 70 working_hours", 2, "2026-05-20T12:00+00:00", "2026-05-20 12:00:00"),
        ("n days - 200 years", 2, "2026-05-20T12:00+00:00", "2026-05-20 12:00:00"),
        ("n days - 2 days", 2, "0001-01-02T12:00+00:00", "0001-01-02 12:00:00"),
        ("n months - 1 years", 2, "0001-01-02T12:00+00:00", "0001-01-02 12:00:00"),
    ],
)
def test_what_is_taken_off_is_counted_back_on_the_calendar_from_the_end(
    text: str, amount: int, start: str, expected: str
) -> None:
    assert expected == read(text, start, amount)


def test_nothing_is_counted_back_from_the_end_of_the_calendar() -> None:
    assert "9999-12-31 23:59:59" == read("n years - 1 months", "9990-05-20T12:00+00:00", 20)


@given(MOMENTS, st.integers(0, 40), st.sampled_from(DAYS), st.sampled_from(UNITS), st.integers(1, 40))
def test_nothing_is_due_before_the_counting_begins_nor_after_what_it_is_counted_back_from(
    start: datetime, amount: int, unit: Unit, other: Unit, less: int
) -> None:
    begin = nanoseconds(start)
    whole = Duration(amount, unit).due(begin, OFFICE)

    assert begin <= Duration(amount, unit, minus=Duration(less, other)).due(begin, OFFICE) <= whole


@given(MOMENTS, st.integers(0, 40), st.integers(1, 40))
def test_working_days_are_counted_back_one_by_one(start: datetime, amount: int, less: int) -> None:
    expected, left = start + timedelta(days=amount), less
    while expected.weekday() >= 5:
        expected += timedelta(days=1)
    while left:
        expected -= timedelta(days=1)
        left -= expected.weekday() < 5

    found = Duration(amount, "days", minus=Duration(less, "working_days")).due(nanoseconds(start))

    assert max(nanoseconds(start), nanoseconds(expected)) == found


@given(MOMENTS, st.integers(0, 12), st.integers(1, 60))
def test_working_hours_are_counted_back_minute_by_minute(start: datetime, amount: int, less: int) -> None:
    office = Calendar(hours=OFFICE.hours)
    begin = start.replace(second=0, microsecond=0)
    end, left = begin + timedelta(days=amount), less * 60
    while left and end > begin:
        end -= timedelta(minutes=1)
        left -= end.weekday() < 5 and 9 <= end.hour < 17

    found = Duration(amount, "days", minus=Duration(less, "working_hours")).due(nanoseconds(begin), office)

    assert nanoseconds(end) == found


def test_a_duration_whose_amount_is_written_needs_no_values() -> None:
    duration = Duration(2, "days")

    assert duration is duration.read({})
