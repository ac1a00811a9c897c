"""Zones follow time as numbers on a line would."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from policy_engine.courses.zone import (
    NO_CLOCKS,
    Zone,
    at_most,
    bounded,
    keeping,
    later,
    less_than,
    lies_in,
    loosened,
    started,
)

TWO = started(later(started(NO_CLOCKS)))  # an older clock and one that starts now
AGES = range(8)


def has(zone: Zone, *ages: int) -> bool:
    """Whether clocks can have these ages together; in half units, so that bounds in between show."""
    all_ages = (0, *ages)
    return all(
        all_ages[one] - all_ages[other] <= (bound >> 1)
        if bound & 1
        else all_ages[one] - all_ages[other] < (bound >> 1)
        for one, row in enumerate(zone)
        for other, bound in enumerate(row)
    )


def ages_in(zone: Zone | None) -> set[tuple[int, ...]]:
    if zone is None:
        return set()
    return {ages for ages in product(AGES, repeat=len(zone) - 1) if has(zone, *ages)}


def test_clock_that_starts_is_no_older_than_one_that_runs() -> None:
    assert {(age, 0) for age in AGES} == ages_in(TWO)


def test_time_passes_for_all_clocks_alike() -> None:
    zone = bounded(TWO, 1, 0, at_most(2))
    assert zone is not None

    assert {(one, two) for one, two in product(AGES, AGES) if 0 <= one - two <= 2} == ages_in(later(zone))


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(-6, 6), st.booleans()),
        max_size=4,
    )
)
def test_bounds_leave_just_the_ages_that_keep_to_them(wanted: list[tuple[int, int, int, bool]]) -> None:
    zone: Zone | None = later(TWO)
    ages = ages_in(zone)
    for one, other, limit, strict in wanted:
        if one == other:
            continue
        if zone is not None:
            zone = bounded(zone, one, other, less_than(limit) if strict else at_most(limit))
        ages = {
            all_ages[1:]
            for all_ages in ((0, *each) for each in ages)
            if (all_ages[one] - all_ages[other] < limit)
            or (not strict and all_ages[one] - all_ages[other] == limit)
        }

    # What lies between whole numbers may be left where no whole number is.
    assert ages == ages_in(zone)


def test_clocks_that_are_of_no_use_any_more_leave_the_others_as_they_are() -> None:
    zone = bounded(later(TWO), 1, 0, at_most(3))
    assert zone is not None

    assert {(age,) for age in range(4)} == ages_in(keeping(zone, [1]))
    assert {(age,) for age in range(4)} == ages_in(keeping(zone, [2]))


def test_ages_past_the_longest_are_told_apart_no_longer() -> None:
    one = loosened(later(bounded(later(TWO), 0, 1, at_most(-5)) or TWO), [3, 3])
    other = loosened(later(bounded(later(TWO), 0, 1, at_most(-6)) or TWO), [3, 3])

    assert lies_in(one, other)
    assert lies_in(other, one)
