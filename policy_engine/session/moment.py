"""Moments: aware datetimes outside, whole nanoseconds since 1970 UTC inside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from policy_engine.errors import ClockError

SECOND = 1_000_000_000
DAY = 86_400 * SECOND
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_nanoseconds(moment: datetime) -> int:
    """Nanoseconds since 1970 UTC. Raises ClockError for a datetime without a time zone, or for anything
    else.
    """
    try:
        since = moment - EPOCH
        return since.days * DAY + since.seconds * SECOND + since.microseconds * 1_000
    except (TypeError, AttributeError):
        raise ClockError(
            f"`now` must be a datetime with a time zone, such as datetime.now(timezone.utc); got {moment!r}"
        ) from None


def to_datetime(nanoseconds: int) -> datetime:
    """The moment in UTC, to the microsecond; past the calendar's end, the calendar's end."""
    try:
        return EPOCH + timedelta(microseconds=nanoseconds // 1_000)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def to_text(nanoseconds: int) -> str:
    """ISO 8601 in UTC with nine decimals, as snapshots keep it: exact, and readable by people and
    databases.
    """
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    moment = to_datetime(seconds * 1_000_000_000).replace(tzinfo=None)
    return f"{moment.isoformat(timespec='seconds')}.{rest:09d}Z"


def from_text(text: str) -> int:
    """The nanoseconds of `to_text`. Raises ValueError for anything else."""
    whole, dot, rest = text.removesuffix("Z").partition(".")
    if not text.endswith("Z") or not dot or len(rest) != 9 or not rest.isdecimal():
        raise ValueError(text)
    moment = datetime.fromisoformat(whole).replace(tzinfo=UTC)
    return to_nanoseconds(moment) + int(rest)
