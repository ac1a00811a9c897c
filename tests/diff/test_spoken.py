"""Dates and durations as people say them."""

from __future__ import annotations

import pytest

from policy_engine.diff.spoken import spoken_date, spoken_duration


@pytest.mark.parametrize(
    ("written", "english", "dutch"),
    [
        ("1 h", "1 hour", "1 uur"),
        ("2 working_days", "2 working days", "2 werkdagen"),
        ("4 months - 1 weeks", "4 months less 1 week", "4 maanden min 1 week"),
        ("2 days at 09:00", "2 days, at 09:00", "2 dagen, om 09:00"),
        ("term weeks", "as many weeks as “the term” says", "zoveel weken als “the term” zegt"),
        ("open", "open", "open"),
        ("two of them", "two of them", "two of them"),
    ],
)
def test_durations_are_said_in_words(written: str, english: str, dutch: str) -> None:
    assert english == spoken_duration(written, "en", lambda name: f"the {name}")
    assert dutch == spoken_duration(written, "nl", lambda name: f"the {name}")


def test_dates_have_the_name_of_their_month() -> None:
    assert "21 November 2026" == spoken_date("2026-11-21", "en")
    assert "1 maart 2026" == spoken_date("2026-03-01", "nl")
