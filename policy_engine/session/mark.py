"""A place in a session's course to come back to, in the same process and without a snapshot's cost."""

from __future__ import annotations

from collections import deque
from operator import attrgetter

from policy_engine.session.live import More, Session

_everything = attrgetter(*Session.__slots__)


class Mark:
    """Where a session is now. What a session refers to is replaced and never altered, but for its `More`."""

    __slots__ = ("_more", "_session", "_values")

    def __init__(self, session: Session) -> None:
        self._session = session
        self._values = _everything(session)
        self._more = _copy(session._more)

    def undo(self) -> None:
        """Puts the session back where it was, remembered event ids and all. Works once."""
        for name, value in zip(Session.__slots__, self._values, strict=True):
            setattr(self._session, name, value)
        self._session._more = self._more


def _copy(more: More | None) -> More | None:
    if more is None:
        return None
    ids = None if more.ids is None else deque(more.ids, more.ids.maxlen)
    return More(more.clock, more.explicit, ids)
