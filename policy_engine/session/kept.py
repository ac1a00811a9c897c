"""What a session keeps for people that its table does not need."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.records import changed, field, record


@record
class Kept:
    """Never changed; a session that keeps nothing has none. `missed`: when what is overdue was due, in
    nanoseconds since 1970 UTC.
    """

    missed: Mapping[str, int] = field(default_factory=dict)

    def missing(self, obligation: str, due: int) -> Kept:
        """The same, with an obligation that was due and not met."""
        return changed(self, missed={**self.missed, obligation: due})


NOTHING = Kept()
