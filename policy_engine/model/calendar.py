"""The calendar of a policy: where days begin, on which of them people work, and from when to when.

Invariants: weekdays count from 0, Monday; days are ordinals of the proleptic Gregorian calendar, as
`date.toordinal` gives them; minutes count from midnight. `closed` is sorted and holds working weekdays only.

A moment that a clock change leaves out is the one as much later as the clock skips; of two moments with the
same time the first counts (RFC 5545, 3.3.5 says the same of both).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache

from policy_engine.records import record

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = 1_000_000_000
_LAST = date.max.toordinal()
_END = int((datetime.max.replace(microsecond=0, tzinfo=UTC) - _EPOCH).total_seconds())
LAST_DAYS = (_END - 2 * 86_400) * _SECOND  # from here on a zone may be past the end of the calendar

Hours = tuple[int, int]  # from the first minute up to the second
DAY_AND_NIGHT: Hours = (0, 1_440)


@record
class Calendar:
    """Working days and hours in a time zone; without a `calendar` a policy counts in UTC, Monday to Friday.

    `zone` is a name of the IANA time zone database. `hours` has an entry for each weekday, None where it is
    closed; it is empty where no opening hours are declared, and then working days are open day and night.
    """

    zone: str = "UTC"
    working: tuple[int, ...] = MONDAY_TO_FRIDAY
    closed: tuple[int, ...] = ()
    hours: tuple[Hours | None, ...] = ()

    @property
    def even(self) -> bool:
        """Whether every day has 24 hours."""
        return self.zone == "UTC"

    def local(self, moment: int) -> tuple[int, int, int]:
        """A moment, in nanoseconds since 1970 UTC, as people read it: the day, the second in it, and what is
        left of a second."""
        seconds, rest = divmod(moment, _SECOND)
        read = datetime.fromtimestamp(min(seconds, _END), UTC).astimezone(_zone(self.zone))
        return read.toordinal(), read.hour * 3_600 + read.minute * 60 + read.second, rest

    def moment(self, day: int, second: int, rest: int = 0) -> int:
        """The moment at which people read this; the end of the calendar for what is past it."""
        if day > _LAST:
            return _END * _SECOND
        midnight = datetime.combine(date.fromordinal(max(day, 1)), datetime.min.time())
        try:
            read = (midnight + timedelta(seconds=second)).replace(tzinfo=_zone(self.zone))
            seconds = (read - _EPOCH) // timedelta(seconds=1)
        except OverflowError:
            return _END * _SECOND
        return min(seconds, _END) * _SECOND + rest

    def works(self, day: int) -> bool:
        """Whether people work on a day."""
        if (day + 6) % 7 not in self.working:
            return False
        place = bisect_left(self.closed, day)
        return place == len(self.closed) or self.closed[place] != day

    def working_day(self, day: int, amount: int) -> int:
        """The working day so many after a day; 0 gives the day itself.

        Weeks are taken at once and closed days made up for afterwards, so that a large amount costs little.
        """
        if amount == 0:
            return day
        while not self.works(day):
            day -= 1  # the count is that of the last working day before
            if day < 1:
                break
        a_week = len(self.working)
        while amount:
            weeks, left = divmod(amount, a_week)
            if day + 7 * weeks > _LAST:
                return _LAST + 1
            until = day + 7 * weeks
            while left:
                until += 1
                left -= (until + 6) % 7 in self.working
            amount = bisect_right(self.closed, until) - bisect_right(self.closed, day)
            day = until
        return day

    def working_time(self, moment: int, minutes: int) -> int:
        """The moment at which so many minutes of opening hours have gone by."""
        day, second, rest = self.local(moment)
        first, left = day, minutes * 60
        while True:
            hours = self._open(day) if self.works(day) else None
            if hours is not None:
                opens, closes = hours[0] * 60, hours[1] * 60
                begin = max(second, opens)
                if begin > second or day > first:
                    rest = rest if left < minutes * 60 else 0  # the count begins with the opening
                if begin + left <= closes:
                    return self.moment(day, begin + left, rest)
                left -= max(0, closes - begin)
            day, second = day + 1, 0
            if day > _LAST:
                return _END * _SECOND

    def working_day_before(self, day: int, amount: int, first: int) -> int:
        """The working day so many before a day; or any day before `first`, where it would be one of those.

        From a day on which nobody works the count is that of the next working day.
        """
        while not self.works(day) and day <= _LAST:
            day += 1
        for _ in range(amount):
            day -= 1
            while not self.works(day) and day >= first:
                day -= 1
            if day < first:
                break
        return day

    def working_time_before(self, moment: int, minutes: int, first: int) -> int:
        """The moment from which so many minutes of opening hours lead up to another; where that lies before
        the day `first`, any moment before it.
        """
        last, second, rest = self.local(moment)
        left = minutes * 60
        for day in range(last, first - 1, -1):
            hours = self._open(day) if self.works(day) else None
            if hours is not None:
                opens, closes = hours[0] * 60, hours[1] * 60
                until = closes if day < last else min(second, closes)
                if day < last or second >= closes:
                    rest = rest if left < minutes * 60 else 0  # the count begins with the closing
                if until - left >= opens:
                    return self.moment(day, until - left, rest)
                left -= max(0, until - opens)
        return self.moment(first - 1, 0)

    def _open(self, day: int) -> Hours | None:
        return self.hours[(day + 6) % 7] if self.hours else DAY_AND_NIGHT


@cache
def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # most policies need none

    return ZoneInfo(name)


DEFAULT = Calendar()
