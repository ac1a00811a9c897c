"""How short and how long a duration can be that the calendar decides."""

from __future__ import annotations

import pytest

from policy_engine.courses.side import span_of
from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import Duration

HOUR = 3_600_000_000_000
OFFICE = Calendar(zone="Europe/Amsterdam", hours=((540, 1020),) * 5 + (None, None))


@pytest.mark.parametrize(
    "duration",
    [
        Duration(3, "months"),
        Duration(1, "years"),
        Duration(2, "weeks"),
        Duration(1, "days", at=540),
        Duration(4, "working_hours"),
        Duration(5, "working_days"),
        Duration(2, "working_days", at=600),
        Duration(5, "working_days", minus=Duration(1, "working_days")),
        Duration(1, "h"),
    ],
    ids=str,
)
def test_every_moment_that_is_counted_lies_between(duration: Duration) -> None:
    low, high = span_of(duration)

    for hours in range(0, 24 * 400, 61):
        start = 1_767_600_000_000_000_000 + hours * HOUR
        assert low <= duration.due(start, OFFICE) - start <= high
