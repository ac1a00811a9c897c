"""What most sessions do without: a clock of their own, a time from the host, remembered event ids, a
journal.
"""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

from policy_engine.session.moment import Clock

if TYPE_CHECKING:
    from policy_engine.session.journal import Journal


class More:
    """Never changed but for the ids that are remembered and the journal."""

    __slots__ = ("clock", "explicit", "ids", "journal")

    def __init__(
        self, clock: Clock | None, explicit: bool, ids: deque[str] | None, journal: Journal | None = None
    ) -> None:
        self.clock = clock
        self.explicit = explicit
        self.ids = ids
        self.journal = journal

    def knows(self, event_id: str) -> bool:
        """Whether an event with this id was told before, as far as that is remembered."""
        if self.journal is not None and event_id in self.journal.known:
            return True
        return self.ids is not None and event_id in self.ids


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


def more(
    clock: Clock | None, explicit: bool, ids: deque[str] | None, journal: Journal | None = None
) -> More | None:
    """The More of a session; None where it needs none."""
    if ids is not None or journal is not None:
        return More(clock, explicit, ids, journal)
    if explicit:
        return Told()
    return None if clock is None else More(clock, explicit, ids)
