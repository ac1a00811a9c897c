"""Durations: how long after a moment something is due.

`ms` to `h` are exact. The other units are counted on the calendar of the policy: a day later is the same time
of the next day, a month later the same day of the next month, or its last day where there is none. In UTC,
where every day has 24 hours, days and weeks are exact too.
"""

from __future__ import annotations

from typing import Literal

from policy_engine.model.calendar import DEFAULT, Calendar
from policy_engine.records import record

Unit = Literal["ms", "s", "min", "h", "days", "weeks", "months", "years", "working_days", "working_hours"]

NANOSECONDS: dict[str, int] = {
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "min": 60_000_000_000,
    "h": 3_600_000_000_000,
    "days": 86_400_000_000_000,
    "weeks": 604_800_000_000_000,
}
UNITS: tuple[str, ...] = (*NANOSECONDS, "months", "years", "working_days", "working_hours")
# The units that lead to a day, and so to a time of it.
DAYS: tuple[Unit, ...] = ("days", "weeks", "months", "years", "working_days")
MAXIMUM_YEARS = 200

# How many of a unit fit in the longest duration; the exact length of a year does not matter here.
PER_YEAR = {
    "ms": 31_557_600_000,
    "s": 31_557_600,
    "min": 525_960,
    "h": 8_766,
    "days": 365,
    "weeks": 52,
    "months": 12,
    "years": 1,
    "working_days": 260,
    "working_hours": 8_760,
}


@record
class Duration:
    """`amount` units; with `at`, up to that minute of the day they lead to."""

    amount: int
    unit: Unit
    at: int | None = None

    @property
    def sound(self) -> bool:
        """Whether it could be written in a policy: not too long, and a time only after a number of days."""
        if not 0 <= self.amount <= PER_YEAR[self.unit] * MAXIMUM_YEARS:
            return False
        return self.at is None or (self.unit in DAYS and self.amount > 0 and 0 <= self.at < 1_440)

    @property
    def fixed(self) -> int | None:
        """The length in nanoseconds, or None where it is not the same each time in UTC."""
        factor = NANOSECONDS.get(self.unit)
        return None if factor is None or self.at is not None else self.amount * factor

    def fixed_in(self, calendar: Calendar) -> int | None:
        """The length in nanoseconds, or None where the calendar decides it each time."""
        return None if self.unit in DAYS and not calendar.even else self.fixed

    def due(self, start: int, calendar: Calendar = DEFAULT) -> int:
        """The moment, in nanoseconds since 1970 UTC, this long after `start`.

        The calendar ends with the year 9999: a calendar unit that would lead past it is due at its end.
        """
        fixed = self.fixed_in(calendar)
        if fixed is not None:
            return start + fixed
        if self.unit == "working_hours":
            return calendar.working_time(start, self.amount * 60) if self.amount else start
        day, second, rest = calendar.local(start)
        if self.unit == "working_days":
            day = calendar.working_day(day, self.amount)
        elif self.unit in ("days", "weeks"):
            day += self.amount * (7 if self.unit == "weeks" else 1)
        else:
            day = _months(day, self.amount * (12 if self.unit == "years" else 1))
        if self.at is not None:
            second, rest = self.at * 60, 0
        return calendar.moment(day, second, rest)

    def __str__(self) -> str:
        if self.at is None:
            return f"{self.amount} {self.unit}"
        return f"{self.amount} {self.unit} at {self.at // 60:02}:{self.at % 60:02}"


def _months(day: int, amount: int) -> int:
    """The same day so many months later, or the last one of that month."""
    from calendar import monthrange  # costs a process more than all the rest of this module
    from datetime import MAXYEAR, date

    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    if year > MAXYEAR:
        return date.max.toordinal() + 1
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()
