"""Moments: aware datetimes outside, whole nanoseconds since 1970 UTC inside."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from policy_engine.errors import ClockError

Clock = Callable[[], int]  # nanoseconds since 1970 UTC

MICROSECOND = 1_000
SECOND = 1_000_000_000
DAY = 86_400 * SECOND
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TEXT = r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})\.([0-9]{9})Z"


def to_nanoseconds(moment: datetime, name: str = "now") -> int:
    """Nanoseconds since 1970 UTC. Raises ClockError for a datetime without a time zone, or for anything
    else; `name` is what that message calls it.
    """
    try:
        return counted(moment - EPOCH)
    except (TypeError, AttributeError):
        raise ClockError(
            f"`{name}` must be a datetime with a time zone, such as datetime.now(timezone.utc); "
            f"got {moment!r}"
        ) from None


def counted(length: timedelta) -> int:
    """A length of time in nanoseconds, exactly."""
    return length.days * DAY + length.seconds * SECOND + length.microseconds * MICROSECOND


def to_datetime(nanoseconds: int) -> datetime:
    """The moment in UTC, to the microsecond; outside the calendar, the calendar's end on that side."""
    try:
        return EPOCH + timedelta(microseconds=nanoseconds // 1_000)
    except OverflowError:
        return (datetime.max if nanoseconds > 0 else datetime.min).replace(tzinfo=UTC)


def to_text(nanoseconds: int) -> str:
    """ISO 8601 in UTC with nine decimals, as snapshots keep it: exact, and readable by people and
    databases.
    """
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    moment = to_datetime(seconds * 1_000_000_000).replace(tzinfo=None)
    return f"{moment.isoformat(timespec='seconds')}.{rest:09d}Z"


def from_text(text: str) -> int:
    """The nanoseconds of a text as `to_text` writes it: `YYYY-MM-DDTHH:MM:SS.nnnnnnnnnZ`.

    Raises ValueError for any other text, other forms of ISO 8601 included.
    """
    match = re.fullmatch(_TEXT, text)  # compiled when first needed
    if match is None:
        raise ValueError(text)
    whole, rest = match.groups()
    return to_nanoseconds(datetime.fromisoformat(whole).replace(tzinfo=UTC)) + int(rest)
