"""Moments as nanoseconds, as datetimes, and as the texts of a snapshot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.session.moment import from_text, to_datetime, to_nanoseconds, to_text

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC)), st.integers(0, 999))
def test_a_moment_comes_back_from_its_text_to_the_nanosecond(moment: datetime, rest: int) -> None:
    nanoseconds = to_nanoseconds(moment) + rest

    assert from_text(to_text(nanoseconds)) == nanoseconds
    assert to_datetime(nanoseconds) == moment


def test_a_moment_outside_the_calendar_is_the_end_on_its_own_side() -> None:
    early = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5)))

    assert to_datetime(to_nanoseconds(early)) == FIRST
    assert to_text(to_nanoseconds(early)).startswith("0001-01-01T00:00:00.")
    assert to_datetime(10**30) == LAST
    assert to_datetime(-(10**30)) == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21T10:00:00.5Z",
        "2026-11-21T10:00:00.000000000",
        "2026-11-21T10:00:00.000000000+00:00",
        "2026-11-21 10:00:00.000000000Z",
        "20261121T100000.000000000Z",
        "2026-W47-6T10:00:00.000000000Z",
        "2026-11-21.000000000Z",
        "2026-11-21T10:00+02:00.000000000Z",
        "2026-11-21T10:00:00.00000000\u0660Z",
        "2026-11-21T10:00:00.000000000Z\n",
        "2026-13-21T10:00:00.000000000Z",
    ],
)
def test_only_the_form_that_snapshots_write_is_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        from_text(text)
