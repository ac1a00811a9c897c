"""What a session knows of time: what it is, and what is due later.

Invariants: entries of `_timers` are due so long after `_since`; `_due` is the first moment at which one is
due, or None. All are nanoseconds since 1970 UTC, but for a session that is told the time: there they may be
behind what its `Told` says, until `_count`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from time import time_ns

from policy_engine.errors import ClockError
from policy_engine.session.moment import MICROSECOND, counted, to_nanoseconds
from policy_engine.session.more import More, Told
from policy_engine.session.timers import Entry, since_epoch


class Timekeeping:
    """The part of a session that has to do with time."""

    __slots__ = ("_due", "_more", "_now", "_number", "_since", "_timers")

    _due: int | None
    _more: More | None
    _now: int
    _number: int  # of `send`s that were made so far
    _since: int
    _timers: tuple[Entry, ...]

    def _moment(self, now: datetime | None, *, read: bool) -> int:
        """The moment of a call; the clock is read where no `now` is given and `read` asks for it."""
        self._count()
        if now is not None:
            return max(to_nanoseconds(now), self._now)
        more = self._more
        if more is not None and more.explicit:
            raise ClockError
        journal = None if more is None else more.journal
        if not read and journal is None:
            return self._now
        moment = time_ns() if more is None or more.clock is None else more.clock()
        if journal is not None:
            moment -= moment % MICROSECOND  # what a journal can keep
        return max(moment, self._now)

    def _present(self) -> int:
        """What time it is as the session knows it: as it was told last, or as its clock says."""
        self._count()
        more = self._more
        if more is not None and more.explicit:
            return self._now
        return max(time_ns() if more is None or more.clock is None else more.clock(), self._now)

    def _expect_now(self) -> None:
        """From here on the host tells the time at every call."""
        more = self._more
        if more is None or (more.ids is None and more.journal is None and not more.explicit):
            self._more = Told()
        elif not more.explicit:
            self._more = More(None, True, more.ids, more.journal)
        self._tell()

    def _pending(self) -> tuple[Entry, ...]:
        """What is due later, with the moments."""
        return since_epoch(self._timers, self._since)

    def _count(self) -> None:
        """Counts in nanoseconds what the short way left as the host told it."""
        told = self._more
        if type(told) is Told and told.last is not None:
            self._now = counted(told.last)
            if told.since is not None:
                self._since = counted(told.since)
                self._due = self._since + self._timers[0][0] if self._timers else None

    def _tell(self) -> None:
        """Lets the short way go on with the time as the host tells it, where that says it exactly."""
        told = self._more
        if type(told) is Told and not self._now % MICROSECOND:
            told.last = timedelta(microseconds=self._now // MICROSECOND)
            told.since = None
            told.until = None if self._due is None else timedelta(microseconds=self._due // MICROSECOND)
