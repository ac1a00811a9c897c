"""What most sessions do without: a clock of their own, a time from the host, remembered event ids."""

from __future__ import annotations

from collections import deque
from datetime import timedelta

from policy_engine.session.moment import Clock


class More:
    """Never changed but for the ids that are remembered."""

    __slots__ = ("clock", "explicit", "ids")

    def __init__(self, clock: Clock | None, explicit: bool, ids: deque[str] | None) -> None:
        self.clock = clock
        self.explicit = explicit
        self.ids = ids


class Told(More):
    """Of a session that is told the time and remembers nothing: the time since 1970 as the host told it.

    Counting it in nanoseconds costs more than everything else that such an event needs, so that is left
    until something asks for it. `last` is the latest time, or None where only the session itself knows it;
    then the others mean nothing. `since` is when the timers started, or None where the session knows that
    too. `until` is when the first of them is due, or None.
    """

    __slots__ = ("last", "since", "until")

    def __init__(self) -> None:
        super().__init__(None, True, None)
        self.last: timedelta | None = None
        self.since: timedelta | None = None
        self.until: timedelta | None = None


def more(clock: Clock | None, explicit: bool, ids: deque[str] | None) -> More | None:
    """The More of a session; None where it needs none."""
    if ids is None and explicit:
        return Told()
    return None if ids is None and clock is None else More(clock, explicit, ids)
