"""Durations: how long after a moment something is due.

Fixed units are exact nanoseconds. Calendar units are counted on the calendar in UTC: a month later is the
same day of the next month, or its last day where there is none; working days are Monday to Friday.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from policy_engine.records import record

Unit = Literal["ms", "s", "min", "h", "days", "weeks", "months", "years", "working_days"]

NANOSECONDS: dict[str, int] = {
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "min": 60_000_000_000,
    "h": 3_600_000_000_000,
    "days": 86_400_000_000_000,
    "weeks": 604_800_000_000_000,
}
UNITS: tuple[str, ...] = (*NANOSECONDS, "months", "years", "working_days")
MAXIMUM_YEARS = 200
_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


@record
class Duration:
    """`amount` units. `fixed` is the length in nanoseconds, or None for a calendar unit."""

    amount: int
    unit: Unit

    @property
    def fixed(self) -> int | None:
        factor = NANOSECONDS.get(self.unit)
        return None if factor is None else self.amount * factor

    def due(self, start: int) -> int:
        """The moment, in nanoseconds since 1970 UTC, this long after `start`.

        The calendar ends with the year 9999: a calendar unit that would lead past it is due at its end.
        """
        fixed = self.fixed
        if fixed is not None:
            return start + fixed
        seconds, rest = divmod(start, 1_000_000_000)
        moment = datetime.fromtimestamp(seconds, UTC)
        try:
            later = self._working_days(moment) if self.unit == "working_days" else self._months(moment)
        except (OverflowError, ValueError):
            later = _END
        return int((later - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * 1_000_000_000 + rest

    def _months(self, moment: datetime) -> datetime:
        months = self.amount * (12 if self.unit == "years" else 1)
        year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
        import calendar  # costs a process more than all the rest of this module

        day = min(moment.day, calendar.monthrange(year, month + 1)[1])
        return moment.replace(year=year, month=month + 1, day=day)

    def _working_days(self, moment: datetime) -> datetime:
        # Whole weeks first, so that a large amount costs no more than a small one; from a weekend the count
        # is the same as from the Friday before it.
        weeks, days = divmod(self.amount, 5)
        if self.amount:
            moment -= timedelta(days=max(0, moment.weekday() - 4))
        moment += timedelta(weeks=weeks)
        while days:
            moment += timedelta(days=1)
            if moment.weekday() < 5:
                days -= 1
        return moment

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"
