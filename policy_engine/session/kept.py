"""What a session keeps for people that its table does not need: what is overdue, and what is written down."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from policy_engine.errors import TooMuchDueError
from policy_engine.model.types import Value

# Records that one session keeps at the most.
MOST_RECORDS = 1_000
_EMPTY: Mapping[str, Value] = MappingProxyType({})
NOTHING_MISSED: Mapping[str, int] = MappingProxyType({})


class Filed(NamedTuple):
    """A record that was opened: of which action, when, and what was filled in so far and when last.

    Moments are nanoseconds since 1970 UTC. `values` are those that were filled in, and the channel.
    """

    action: str
    opened: int
    values: Mapping[str, Value] = _EMPTY
    filled: int | None = None


class Kept(NamedTuple):
    """Never changed; a session that keeps nothing has none. `missed`: when what is overdue was due, in
    nanoseconds since 1970 UTC. `records` stand in the order in which they were opened.
    """

    missed: Mapping[str, int] = NOTHING_MISSED
    records: tuple[Filed, ...] = ()

    def missing(self, obligation: str, due: int) -> Kept:
        """The same, with an obligation that was due and not met."""
        return self._replace(missed={**self.missed, obligation: due})

    def after(self, other: Kept) -> Kept:
        """The same, with what people filled in before: each record of `other` that was opened here too, and
        those that were filled in although they were opened in vain.
        """
        left = list(self.records)
        found: list[Filed] = []
        for old in other.records:
            twin = next((one for one in left if (one.action, one.opened) == (old.action, old.opened)), None)
            if twin is not None:
                left.remove(twin)
            if twin is not None or old.filled is not None:
                found.append(old)
        return self._replace(records=tuple(sorted([*found, *left], key=lambda one: one.opened)))


class Opening(NamedTuple):
    """The records that a decision opens: of which actions, and whether each asks for the channel. `subject`
    is the channel where no fact says it.
    """

    actions: tuple[tuple[str, bool], ...]
    subject: str | None

    def onto(self, kept: Kept | None, now: int, facts: Mapping[str, Value]) -> Kept:
        """What a session keeps, with these records. Raises TooMuchDueError where that is too much."""
        missed, records = kept or NOTHING
        if len(records) + len(self.actions) > MOST_RECORDS:
            raise TooMuchDueError(f"a session keeps at most {MOST_RECORDS} records")
        for action, asked in self.actions:
            channel = facts.get("channel", self.subject) if asked else None
            records += (Filed(action, now, _EMPTY if channel is None else {"channel": channel}),)
        return Kept(missed, records)


NOTHING = Kept()
