"""Calendars: working days and hours, holidays and clock changes, beside counts made by hand or one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.model.calendar import Calendar, Hours
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_duration
from tests.model.reading import chart_of, codes, findings, suggestion

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
OFFICE: tuple[Hours | None, ...] = (*((540, 1_050),) * 5, None, None)
CHRISTMAS = tuple(date(2026, 12, day).toordinal() for day in (25, 28))
HERE = Calendar("Europe/Amsterdam", closed=CHRISTMAS, hours=OFFICE)
TALK = "events: {go: {}}\ninitial: a\nstates: {a: {after: {%s: b}}, b: {}}\n"


def nanoseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1) * 1_000


def due(text: str, start: str, calendar: Calendar = HERE) -> str:
    """When something is due, on the clock of the calendar."""
    duration = parse_duration(text)
    assert duration is not None
    found = duration.due(nanoseconds(datetime.fromisoformat(start)), calendar)
    moment = EPOCH + timedelta(microseconds=found // 1_000)
    return moment.astimezone(ZoneInfo(calendar.zone)).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        # Spring: 02:30 is skipped, so it is as much later as the clock is.
        ("1 days", "2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00"),
        ("24 h", "2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00"),
        ("1 days", "2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00"),
        ("24 h", "2026-03-28T12:00+01:00", "2026-03-29T13:00+02:00"),
        # Autumn: of the two half past two the first.
        ("1 days", "2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00"),
        ("1 weeks", "2026-10-20T09:00+02:00", "2026-10-27T09:00+01:00"),
        ("24 h", "2026-10-24T12:00+02:00", "2026-10-25T11:00+01:00"),
        # Ends of months and leap days.
        ("1 months", "2026-01-31T12:00+01:00", "2026-02-28T12:00+01:00"),
        ("6 months", "2025-12-25T00:30+01:00", "2026-06-25T00:30+02:00"),
        ("1 years", "2028-02-29T12:00+01:00", "2029-02-28T12:00+01:00"),
        ("4 years", "2028-02-29T12:00+01:00", "2032-02-29T12:00+01:00"),
        # A day and a time of it.
        ("2 days at 09:00", "2026-03-27T23:30+01:00", "2026-03-29T09:00+02:00"),
        ("1 months at 00:00", "2026-05-31T18:00+02:00", "2026-06-30T00:00+02:00"),
        ("1 working_days at 17:00", "2026-12-24T10:00+01:00", "2026-12-29T17:00+01:00"),
        # Working days: Friday 25 and Monday 28 are closed.
        ("1 working_days", "2026-12-24T10:00+01:00", "2026-12-29T10:00+01:00"),
        ("2 working_days", "2026-12-26T10:00+01:00", "2026-12-30T10:00+01:00"),
        ("0 working_days", "2026-12-26T10:00+01:00", "2026-12-26T10:00+01:00"),
        # Working hours: 09:00-17:30.
        ("4 working_hours", "2026-12-24T16:00+01:00", "2026-12-29T11:30+01:00"),
        ("1 working_hours", "2026-12-24T16:30+01:00", "2026-12-24T17:30+01:00"),
        ("1 working_hours", "2026-12-24T07:00+01:00", "2026-12-24T10:00+01:00"),
        ("17 working_hours", "2026-03-27T09:00+01:00", "2026-03-30T17:30+02:00"),
    ],
)
def test_the_calendar_is_followed(text: str, start: str, expected: str) -> None:
    assert expected == due(text, start)


def test_in_utc_a_day_is_exact_and_elsewhere_it_is_not() -> None:
    assert 86_400_000_000_000 == Duration(1, "days").fixed_in(Calendar())
    assert Duration(1, "days").fixed_in(HERE) is None
    assert Duration(24, "h").fixed_in(HERE) == Duration(24, "h").fixed
    assert Duration(1, "days", 540).fixed_in(Calendar()) is None


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(0, 400),
    st.sets(st.integers(0, 6), min_size=1),
    st.sets(st.dates(date(2000, 1, 1), date(2062, 1, 1)), max_size=60),
)
def test_working_days_are_those_that_are_counted_one_by_one(
    start: date, amount: int, working: set[int], closed: set[date]
) -> None:
    days = tuple(sorted(day.toordinal() for day in closed if day.weekday() in working))
    calendar = Calendar(working=tuple(sorted(working)), closed=days)

    expected, left = start, amount
    while left:
        expected += timedelta(days=1)
        left -= expected.weekday() in working and expected not in closed
    assert expected.toordinal() == calendar.working_day(start.toordinal(), amount) or not amount


@pytest.mark.no_cover
@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 60),
)
def test_working_hours_are_those_that_are_counted_minute_by_minute(start: datetime, amount: int) -> None:
    begin = start.replace(second=0, microsecond=0)
    zone = ZoneInfo("Europe/Amsterdam")

    moment, left = begin, amount * 60
    while left:
        local = moment.astimezone(zone)
        hours = OFFICE[local.weekday()]
        minute = local.hour * 60 + local.minute
        left -= hours is not None and local.toordinal() not in CHRISTMAS and hours[0] <= minute < hours[1]
        moment += timedelta(minutes=1)
    found = Duration(amount, "working_hours").due(nanoseconds(begin), HERE)
    assert not amount or nanoseconds(moment) == found


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
    st.sampled_from(["days", "weeks", "months", "years", "working_days"]),
    st.integers(0, 40),
)
def test_what_takes_days_is_due_at_the_same_time_of_the_day(
    start: datetime, zone: str, unit: str, amount: int
) -> None:
    calendar = Calendar(zone)
    found = Duration(amount, unit).due(nanoseconds(start), calendar)  # type: ignore[arg-type]  # one of the units
    moment = (EPOCH + timedelta(microseconds=found // 1_000)).astimezone(ZoneInfo(zone))
    local = start.astimezone(ZoneInfo(zone))

    skipped = (
        moment.utcoffset()
        != (moment - timedelta(hours=3)).astimezone(UTC).astimezone(ZoneInfo(zone)).utcoffset()
    )
    assert moment.time() == local.time() or skipped


def test_the_calendar_ends_with_the_year_9999() -> None:
    late = nanoseconds(datetime(9999, 12, 30, 12, tzinfo=UTC))
    ends = {Duration(9, unit).due(late, HERE) for unit in ("days", "months", "working_days")}

    assert {nanoseconds(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))} == ends
    assert ends == {Duration(200, "working_hours").due(late, HERE)}


def test_a_policy_has_a_calendar() -> None:
    calendar = chart_of(
        "calendar: {time_zone: Europe/Amsterdam, country: NL, opening_hours: 09:00-17:30,\n"
        "  closed: 2026-12-24, working_days: [friday, monday]}\n" + TALK % "2 working_hours"
    ).calendar

    days = {date.fromordinal(day).isoformat() for day in calendar.closed}
    assert ("Europe/Amsterdam", (0, 4)) == (calendar.zone, calendar.working)
    assert (*((540, 1_050),), None, None, None, (540, 1_050), None, None) == calendar.hours
    assert {"2026-04-06", "2026-12-25", "2027-05-17"} <= days  # Easter Monday, Christmas, Whit Monday
    assert "2026-12-24" not in days  # a Thursday, and none of the working days
    assert all(date.fromisoformat(day).weekday() in (0, 4) for day in days)


def test_hours_may_differ_by_day() -> None:
    calendar = chart_of(
        "calendar: {opening_hours: {monday: 08:00-12:00, friday: 13:00-24:00}}\n" + TALK % "2 h"
    ).calendar

    assert ((480, 720), None, None, None, (780, 1_440), None, None) == calendar.hours


def test_without_a_calendar_a_policy_counts_in_utc() -> None:
    assert Calendar() == chart_of(TALK % "1 days").calendar


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("{time_zone: amsterdam}", "Europe/Amsterdam"),
        ("{time_zone: Europe/Amsterdm}", "Europe/Amsterdam"),
        ("{time_zone: ../../etc/passwd}", None),
        ("{time_zone: Europe}", None),
        ("{country: nl}", "NL"),
        ("{country: Nederland}", None),
        ("{country: DE, subdivision: Bayern}", None),
        ("{country: DE, subdivision: by}", "BY"),
        ("{opening_hours: 9.00 tot 17.30}", "09:00-17:30"),
        ("{opening_hours: {friday: 9-17}}", "09:00-17:00"),
        ("{opening_hours: 17:00-09:00}", None),
        ("{opening_hours: 20:00-25:00}", None),
        ("{working_days: [maandag]}", "monday"),
        ("{working_days: [wo]}", "wednesday"),
        ("{closed: [24-12-2026]}", "2026-12-24"),
    ],
)
def test_a_mistake_in_the_calendar_has_its_answer(section: str, expected: str | None) -> None:
    assert expected == suggestion(f"calendar: {section}\n{TALK % '1 h'}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("calendar: {subdivision: BY}\n" + TALK % "1 h", "subdivision-without-country"),
        ("calendar: {working_days: []}\n" + TALK % "1 h", "empty-list"),
        ("calendar: {opening_hours: {}}\n" + TALK % "1 h", "empty-list"),
        ("calendar: {opening_hours: {sunday: 09:00-12:00}}\n" + TALK % "1 h", "hours-of-no-working-day"),
        (TALK % "1 working_hours", "no-opening-hours"),
        (
            "events: {go: {}}\ninitial: a\n"
            "states: {a: {entry: {send: {event: go, delay: 1 working_hours}}}}\n",
            "no-opening-hours",
        ),
        (
            "properties: {p: {whenever: {event: go}, then: {enter: a}, within: 1 working_hours}}\n"
            + TALK % "1 h",
            "no-opening-hours",
        ),
    ],
)
def test_what_does_not_go_together_is_told(text: str, expected: str) -> None:
    assert [expected] == codes(text)


def test_equal_lengths_are_told_by_the_calendar() -> None:
    states = TALK % "24 h: b, 1 days: b, 7 days: b, 1 weeks"

    assert 2 == len(findings(states))
    assert ["equal-after"] == codes("calendar: {time_zone: Europe/Amsterdam}\n" + states)
