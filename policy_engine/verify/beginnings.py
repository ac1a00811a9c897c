"""The moments from which durations that the calendar decides are counted, the likeliest to matter first.

Two days are alike where everything that durations can meet from there on is the same: the weekday, the day of
the month and the leap days ahead, the clock changes and the closed days ahead. One of each kind will do.
Closed days and public holidays follow no rule of their own: where there are any, those of some years count.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import isleap
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from math import ceil

from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import NANOSECONDS, Duration

# Every kind of year, with and without a leap day, from each weekday on, and whatever can follow it in the
# next two years. What takes longer meets eight years without a leap day, too, around the turn of a century.
YEARS = (*range(2024, 2052),)
CENTURY = (*range(2093, 2108),)
LONG = 700  # days
# What is tried where days are closed.
CLOSED_YEARS = (*range(2024, 2032),)
# Where little time goes by and only the clocks count, which are changed in every year.
FEW_YEARS = (2024, 2025)
_MONTHLY = frozenset(("months", "years"))
_WORKING = frozenset(("working_days", "working_hours"))
_TIMES = (0, 150, 720)  # minutes of the day: before clocks are changed, just then, and after it
_MINUTES = 1_440
_NOON = 43_200  # seconds
_DAY = NANOSECONDS["days"]
_LONGEST = {"days": 1, "weeks": 7, "months": 31, "years": 366, "working_days": 7}  # days


def beginnings(
    limit: Duration, durations: Sequence[Duration], calendar: Calendar, waits: Collection[int] = (0,)
) -> Sequence[int]:
    """The moments, in nanoseconds since 1970, for durations that have to end within a limit. The days around
    a change of the clocks, a leap day and the end of a year come first.

    waits: the times, in nanoseconds, after which such a duration may begin.
    """
    every = Days(limit, durations, calendar, waits)
    found: dict[object, int] = {}
    for day in (*every.special, *every.days):
        kind = every.kind(day)
        for time in every.times_of(day):
            if (kind, time) not in found:
                second, rest = divmod(time, NANOSECONDS["s"])
                found[kind, time] = calendar.moment(day, second, rest)
    return tuple(found.values())


class Days:
    """The days from which some durations are counted; `special` are those that come first."""

    def __init__(
        self, limit: Duration, durations: Sequence[Duration], calendar: Calendar, waits: Collection[int]
    ) -> None:
        parts = [part for item in (limit, *durations) for part in (item, item.minus) if part is not None]
        units = {part.unit for part in parts}
        less = (_days(item.minus, calendar) for item in durations if item.minus is not None)
        self._working = bool(units & _WORKING)
        self._monthly = bool(units & _MONTHLY)
        self._closed = calendar.closed if self._working else ()
        self._ahead = _with_closed(_days(limit, calendar) + max(less, default=0) + 3, self._closed)
        years = self._years()
        edges = _edges(parts, calendar)
        self._times = sorted({(edge - wait) % _DAY for edge in edges for wait in waits})
        # A wait may end on the day of a change, an hour earlier or later by the clock.
        hours = (0,) if calendar.even else (0, -NANOSECONDS["h"], NANOSECONDS["h"])
        moved = {wait + hour for wait in waits for hour in hours if wait}
        self._more_times = sorted({*self._times, *((edge - wait) % _DAY for edge in edges for wait in moved)})
        self.days = [day for year in years for day in range(_first(year), _first(year + 1))]
        self._changes = () if calendar.even else tuple(_changes(_first(years[0]), self._end(), calendar))
        self.special = dict.fromkeys(
            day for day in self._special(years) if self.days[0] <= day <= self.days[-1]
        )

    def _years(self) -> Sequence[int]:
        if self._closed:
            return CLOSED_YEARS
        if self._ahead < LONG and not self._monthly:
            return FEW_YEARS if self._ahead < LONG / 4 else YEARS
        return YEARS if self._ahead < LONG else (*YEARS, *CENTURY)

    def _end(self) -> int:
        return self.days[-1] + self._ahead + 1

    def times_of(self, day: int) -> Sequence[int]:
        """The times of a day, in nanoseconds."""
        return self._more_times if day in self.special else self._times

    def kind(self, day: int) -> object:
        """What durations can meet from a day on."""
        changes, closed = self._changes, self._closed
        ahead = changes[bisect_left(changes, (day,)) : bisect_right(changes, (day + self._ahead,))]
        clocks = tuple([(changed - day, by) for changed, by in ahead])
        off = tuple(
            [
                each - day
                for each in closed[bisect_left(closed, day) : bisect_right(closed, day + self._ahead)]
            ]
        )
        if not self._monthly:
            return day % 7 if self._working else 0, clocks, off
        first = date.fromordinal(day)
        years = range(first.year, first.year + 2 + self._ahead // 365)
        weekday = day % 7 if self._working else 0
        return weekday, clocks, off, first.month, first.day, tuple([isleap(year) for year in years])

    def _special(self, years: Sequence[int]) -> Iterator[int]:
        for day, _ in self._changes:
            yield from (day - 1, day, day + 1)
        for year in years:
            leap, end = date(year, 3, 1).toordinal(), _first(year + 1)
            yield from (leap - 2, leap - 1, leap, end - 1, end)


def _first(year: int) -> int:
    return date(year, 1, 1).toordinal()


def _days(duration: Duration, calendar: Calendar) -> int:
    """So many days at the most, where none is closed."""
    if duration.unit == "working_hours":
        open_ = [end - begin for begin, end in filter(None, calendar.hours)] or [
            _MINUTES * len(calendar.working)
        ]
        return (duration.amount * 60 // sum(open_) + 2) * 7
    factor = _LONGEST.get(duration.unit)
    if factor is None:
        return ceil(duration.amount * NANOSECONDS[duration.unit] / _DAY)
    return duration.amount * factor


def _with_closed(ahead: int, closed: Sequence[int]) -> int:
    """So many days and those that closed ones among them may add: each a week at the most."""
    more = 0
    while True:
        windows = (bisect_right(closed, day + ahead + more) - place for place, day in enumerate(closed))
        needed = 7 * max(windows, default=0)
        if needed <= more or ahead + more > LONG:
            return ahead + more
        more = needed


def _edges(parts: Sequence[Duration], calendar: Calendar) -> Sequence[int]:
    """The times of the day, in nanoseconds, at which durations become longer or shorter, and just before."""
    ends = {part.at for part in parts if part.at is not None}
    if any(part.unit == "working_hours" for part in parts):
        ends |= {minute for hours in calendar.hours if hours is not None for minute in hours}
    clocks = () if calendar.even and not ends else _TIMES
    before = {end - 1 for end in ends}
    return [minute % _MINUTES * NANOSECONDS["min"] for minute in sorted({0, *clocks, *ends, *before})]


def _changes(first: int, last: int, calendar: Calendar) -> Iterator[tuple[int, int]]:
    """The days at whose noon the clocks are not as they were a day before, and by how much."""
    noon = calendar.moment(first, _NOON)
    begin, step = first, 16
    while begin < last:
        end = begin + step
        there = calendar.moment(end, _NOON)
        if there - noon != step * _DAY:
            for day in range(begin + 1, end + 1):
                by = calendar.moment(day, _NOON) - calendar.moment(day - 1, _NOON) - _DAY
                if by:
                    yield day, by
        begin, noon = end, there
