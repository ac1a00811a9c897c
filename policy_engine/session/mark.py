"""A place in a session's course to come back to, in the same process and without a snapshot's cost."""

from __future__ import annotations

from collections import deque

from policy_engine.session.live import Session
from policy_engine.session.more import More, more
from policy_engine.session.moving import everything


class Mark:
    """Where a session is now. What a session refers to is replaced and never altered, but for its `More`."""

    __slots__ = ("_more", "_session", "_values")

    def __init__(self, session: Session) -> None:
        session._count()
        self._session = session
        self._values = everything(session)
        self._more = _copy(session._more)

    def undo(self) -> None:
        """Puts the session back where it was, remembered event ids and all. Works once."""
        self._session._restore(self._values)
        self._session._more = self._more


def _copy(was: More | None) -> More | None:
    if was is None:
        return None
    ids = None if was.ids is None else deque(was.ids, was.ids.maxlen)
    return more(was.clock, was.explicit, ids, None if was.journal is None else was.journal.copy())
