"""The moments from which durations are counted show every length that there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import Duration
from policy_engine.model.durations import parse_duration
from policy_engine.verify.beginnings import CENTURY, CLOSED_YEARS, YEARS, beginnings

AMSTERDAM = Calendar("Europe/Amsterdam")
OPEN = Calendar("Europe/Amsterdam", (0, 1, 2, 4), (), (*(((540, 1_020),) * 5), None, None))


def of(text: str, less: str | None = None) -> Duration:
    found = parse_duration(text)
    assert found is not None
    return Duration(found.amount, found.unit, found.at, None, None if less is None else of(less))


def all_lengths(starts: Sequence[int], durations: tuple[Duration, ...], calendar: Calendar) -> set[object]:
    """The lengths of durations from moments, those of one moment together."""
    return {tuple([item.due(start, calendar) - start for item in durations]) for start in starts}


def every_day(years: tuple[int, ...], minutes: tuple[int, ...], calendar: Calendar) -> list[int]:
    return [
        calendar.moment(day, minute * 60)
        for year in years
        for day in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
        for minute in minutes
    ]


@pytest.mark.parametrize(
    ("limit", "durations", "calendar", "minutes"),
    [
        ("20 days", (of("2 weeks"),), AMSTERDAM, (0, 150, 720)),
        ("35 days", (of("1 months"), of("5 weeks", "3 days")), AMSTERDAM, (150,)),
        ("2 years", (of("13 months"), of("1 years")), Calendar(), (0,)),
        ("9 days", (of("3 working_days at 17:00"), of("20 working_hours")), OPEN, (540, 1_019)),
        ("5 working_days", (of("1 weeks at 09:00"),), AMSTERDAM, (539, 540)),
    ],
    ids=["days", "months", "years", "hours", "working days"],
)
def test_what_begins_on_any_day_is_as_long_as_from_one_of_these(
    limit: str, durations: tuple[Duration, ...], calendar: Calendar, minutes: tuple[int, ...]
) -> None:
    every = (of(limit), *durations)
    found = beginnings(of(limit), durations, calendar)
    some_years = (YEARS[4], YEARS[20], CENTURY[6])

    assert all_lengths(every_day(some_years, minutes, calendar), every, calendar) <= all_lengths(
        found, every, calendar
    )
    assert len(found) < 10_000


def test_clock_changes_come_first() -> None:
    first, *_ = beginnings(of("2 days"), (of("1 days"),), AMSTERDAM)

    assert AMSTERDAM.local(first)[0] == date(2024, 3, 30).toordinal()


def test_where_days_are_closed_those_of_some_years_are_met() -> None:
    holidays = (date(2030, 12, 25), date(2030, 12, 26), date(2031, 1, 1))
    summer = range(date(2027, 7, 19).toordinal(), date(2027, 8, 14).toordinal())
    off = sorted({*(day.toordinal() for day in holidays), *(day for day in summer if (day + 6) % 7 < 5)})
    closed = Calendar("Europe/Amsterdam", closed=tuple(off))
    limit, less = of("5 working_days"), of("3 working_days at 12:00")

    found = beginnings(limit, (less,), closed)

    every = every_day((2027, 2030, *CLOSED_YEARS[-1:]), (0, 720), closed)
    assert all_lengths(every, (limit, less), closed) <= all_lengths(found, (limit, less), closed)
    assert len(found) < 4_000
