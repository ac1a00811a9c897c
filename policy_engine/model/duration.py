"""Durations: how long after a moment something is due.

`ms` to `h` are exact. The other units are counted on the calendar of the policy: a day later is the same time
of the next day, a month later the same day of the next month, or its last day where there is none. In UTC,
where every day has 24 hours, days and weeks are exact too.

How many units they are is written, or stands in a parameter, a fact or a variable and is read when the
counting begins. What is taken off is counted back on the calendar from the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.model.calendar import DEFAULT, LAST_DAYS, Calendar
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
    """`amount` units, less `minus`; with `at`, up to that minute of the day they lead to.

    With `name` the amount is the value of that parameter, fact or variable, which `read` puts in its place.
    """

    amount: int
    unit: Unit
    at: int | None = None
    name: str | None = None
    minus: Duration | None = None

    @property
    def sound(self) -> bool:
        """Whether it can be counted: not too long, and a time only of a day."""
        if not 0 <= self.amount <= PER_YEAR[self.unit] * MAXIMUM_YEARS:
            return False
        minus = self.minus
        if minus is not None and not (minus.sound and minus == Duration(minus.amount, minus.unit)):
            return False
        return self.at is None or (0 <= self.at < 1_440 and self._on_days)

    @property
    def _on_days(self) -> bool:
        """Whether it leads to a day rather than to a moment."""
        return self.unit in DAYS and (self.minus is None or self.minus.unit in DAYS)

    @property
    def fixed(self) -> int | None:
        """The length in nanoseconds, or None where it is not the same each time in UTC."""
        factor = NANOSECONDS.get(self.unit)
        if factor is None or self.at is not None or self.name is not None:
            return None
        if self.minus is None:
            return self.amount * factor
        less = self.minus.fixed
        return None if less is None else max(0, self.amount * factor - less)

    def fixed_in(self, calendar: Calendar) -> int | None:
        """The length in nanoseconds, or None where the calendar decides it each time."""
        if calendar.even or not (self.unit in DAYS or (self.minus is not None and self.minus.unit in DAYS)):
            return self.fixed
        return None

    def read(self, values: Mapping[str, object]) -> Duration:
        """The same with its amount, where that is still to be read from these values."""
        if self.name is None:
            return self
        amount = values[self.name]
        assert isinstance(amount, int)
        return Duration(amount, self.unit, self.at, None, self.minus)

    def due(self, start: int, calendar: Calendar = DEFAULT) -> int:
        """The moment, in nanoseconds since 1970 UTC, this long after `start`, and never before it.

        Its amount must be known (see `read`). The calendar ends with the year 9999: a calendar unit that
        would lead past it is due at its end, and nothing is counted back from there.
        """
        fixed = self.fixed_in(calendar)
        if fixed is not None:
            return start + fixed
        if self.minus is None:
            return max(start, self._end(start, calendar))
        end = Duration(self.amount, self.unit)._end(start, calendar)
        return end if end >= LAST_DAYS else max(start, self.minus._before(end, start, calendar, self.at))

    def _end(self, start: int, calendar: Calendar) -> int:
        """The moment so many units after another."""
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

    def _before(self, end: int, start: int, calendar: Calendar, at: int | None) -> int:
        """The moment so many units before `end`, at a minute of its day; any moment up to `start` will do
        for one that would be before it.
        """
        fixed = self.fixed_in(calendar)
        if fixed is not None and at is None:
            return end - fixed
        first, _, _ = calendar.local(start)
        if self.unit == "working_hours":
            return calendar.working_time_before(end, self.amount * 60, first)
        day, second, rest = calendar.local(end)
        if self.unit == "working_days":
            day = calendar.working_day_before(day, self.amount, first)
        elif self.unit in ("days", "weeks"):
            day -= self.amount * (7 if self.unit == "weeks" else 1)
        else:
            day = _months(day, -self.amount * (12 if self.unit == "years" else 1))
        if at is not None:
            second, rest = at * 60, 0
        return start if day < first else calendar.moment(day, second, rest)

    def __str__(self) -> str:
        amount = self.amount if self.name is None else self.name
        words = f"{amount} {self.unit}" if self.minus is None else f"{amount} {self.unit} - {self.minus}"
        return words if self.at is None else f"{words} at {self.at // 60:02}:{self.at % 60:02}"


def _months(day: int, amount: int) -> int:
    """The same day so many months later, or earlier, or the last one of that month; past either end of the
    calendar, the day behind that.
    """
    from calendar import monthrange  # costs a process more than all the rest of this module
    from datetime import MAXYEAR, MINYEAR, date

    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    if year > MAXYEAR:
        return date.max.toordinal() + 1
    if year < MINYEAR:
        return 0
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()
