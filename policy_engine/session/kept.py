"""What a session keeps for people that its table does not need: what is overdue, and what is written down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from policy_engine.errors import TooMuchDueError
from policy_engine.model.types import Value
from policy_engine.records import changed, field, record

if TYPE_CHECKING:
    from policy_engine.model.chart import RecordField
    from policy_engine.session.decision import Decision

# Records that one session keeps at the most.
MOST_RECORDS = 1_000


@record
class Filed:
    """A record that was opened: of which action, when, and what was filled in so far and when last.

    Moments are nanoseconds since 1970 UTC. `values` are those that were filled in, and the channel.
    """

    action: str
    opened: int
    values: Mapping[str, Value] = field(default_factory=dict)
    filled: int | None = None


@record
class Kept:
    """Never changed; a session that keeps nothing has none. `missed`: when what is overdue was due, in
    nanoseconds since 1970 UTC. `records` stand in the order in which they were opened.
    """

    missed: Mapping[str, int] = field(default_factory=dict)
    records: tuple[Filed, ...] = ()

    def missing(self, obligation: str, due: int) -> Kept:
        """The same, with an obligation that was due and not met."""
        return changed(self, missed={**self.missed, obligation: due})

    def opening(self, decision: Decision, now: int, facts: Mapping[str, Value]) -> Kept:
        """The same, with a record of each action that a decision asks for and that has one.

        Raises TooMuchDueError where that is more than a session keeps.
        """
        if len(self.records) + len(decision._records) > MOST_RECORDS:
            raise TooMuchDueError(f"a session keeps at most {MOST_RECORDS} records")
        chart = decision._row.table.chart
        channel = facts.get("channel", chart.subject)
        known: dict[str, Value] = {} if channel is None else {"channel": channel}
        opened = []
        for action in decision._records:
            asked = any(_is_channel(one) for one in chart.actions[action].record)
            opened.append(Filed(action, now, known if asked else {}))
        return changed(self, records=(*self.records, *opened))

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
        return changed(self, records=tuple(sorted([*found, *left], key=lambda one: one.opened)))


def _is_channel(field: RecordField) -> bool:
    return field.known and field.name == "channel"


NOTHING = Kept()
