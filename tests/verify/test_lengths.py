"""Beginnings from which everything that was asked of the calendar is as long are searched from once."""

from __future__ import annotations

from datetime import UTC, datetime

from policy_engine.model.calendar import Calendar
from policy_engine.model.durations import parse_duration
from policy_engine.verify.lengths import Lengths

DAY, WEEK, HOUR = (parse_duration(text) for text in ("1 days", "1 weeks", "1 h"))
AMSTERDAM = Calendar("Europe/Amsterdam")


def noon(day: int) -> int:
    """A moment in March 2026; on the 29th the clocks go forward."""
    return int(datetime(2026, 3, day, 12, tzinfo=UTC).timestamp()) * 1_000_000_000


def searches(lengths: Lengths, days: range) -> list[int]:
    """The days from which a search is made that asks for a day, and for a week where that is an even one."""
    assert DAY is not None
    assert WEEK is not None
    made = []
    for day in days:
        if lengths.begin(noon(day)):
            made.append(day)
            if lengths.due(DAY, 0) == 24 * 3_600_000_000_000:
                lengths.due(WEEK, 0)
            lengths.searched()
    return made


def test_each_choice_of_answers_is_searched_once() -> None:
    lengths = Lengths(AMSTERDAM)

    # From the 22nd on the change lies within a week, from the 28th on within a day.
    assert [1, 22, 28] == searches(lengths, range(1, 31))
    assert not lengths.even


def test_what_was_forgotten_is_searched_again() -> None:
    lengths = Lengths(AMSTERDAM)
    searches(lengths, range(1, 31))

    lengths.forget()

    assert [29] == searches(lengths, range(29, 31))


def test_where_nothing_is_asked_all_beginnings_are_alike() -> None:
    lengths = Lengths(AMSTERDAM)
    assert HOUR is not None

    assert lengths.begin(noon(1))
    assert 3_600_000_000_000 == lengths.due(HOUR, 0)
    lengths.searched()

    assert lengths.even
    assert not lengths.begin(noon(29))
