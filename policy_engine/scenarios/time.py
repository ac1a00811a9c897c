"""Simulated time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import Duration

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)  # a Monday morning
# A policy may itself arm timers of some centuries; they must stay within the calendar, which ends in 9999.
LAST_YEAR = 9000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def after(moment: datetime, duration: Duration, calendar: Calendar) -> datetime:
    """The moment this long after an aware one, by the calendar of a policy.

    Raises OverflowError past LAST_YEAR.
    """
    nanoseconds = (moment - _EPOCH) // timedelta(microseconds=1) * 1_000
    try:
        later = _EPOCH + timedelta(microseconds=duration.due(nanoseconds, calendar) // 1_000)
    except ValueError:
        raise OverflowError from None
    if later.year > LAST_YEAR:
        raise OverflowError
    return later
