"""Which ages clocks can have together: a zone, as a matrix of bounds.

A clock says how long ago something was begun; all of them run equally fast. `zone[i][j]` bounds how much
older clock i is than clock j; place 0 is the present, of age 0. Bounds of this kind are closed under letting
time pass and under starting and comparing clocks, so that time is followed exactly (Dill, Timing assumptions
and verification of finite-state concurrent systems, 1989). Invariant: no bound can be made smaller by adding
two others.

A bound is a whole number: twice the nanoseconds, and one more where the bound itself is allowed.
"""

from __future__ import annotations

from collections.abc import Sequence

Zone = tuple[tuple[int, ...], ...]

UNBOUNDED = 1 << 90
ZERO = 1  # at most 0
NO_CLOCKS: Zone = ((ZERO,),)


def at_most(nanoseconds: int) -> int:
    """The bound that allows so much."""
    return 2 * nanoseconds + 1


def less_than(nanoseconds: int) -> int:
    """The bound that allows all below."""
    return 2 * nanoseconds


def later(zone: Zone) -> Zone:
    """The ages after any while."""
    return (zone[0], *((UNBOUNDED, *row[1:]) for row in zone[1:]))


def bounded(zone: Zone, one: int, other: int, bound: int) -> Zone | None:
    """The ages at which clock `one` is older than `other` by no more than a bound; None where there are
    none.
    """
    if bound >= zone[one][other]:
        return zone
    if _sum(bound, zone[other][one]) < ZERO:
        return None
    before = [_sum(row[one], bound) for row in zone]
    there = zone[other]
    return tuple(
        tuple([min(old, _sum(left, right)) for old, right in zip(row, there, strict=True)])
        for row, left in zip(zone, before, strict=True)
    )


def started(zone: Zone) -> Zone:
    """The same with one more clock, which starts now."""
    return (*((*row, row[0]) for row in zone), (*zone[0], ZERO))


def keeping(zone: Zone, clocks: Sequence[int]) -> Zone:
    """The same with these clocks alone, in this order."""
    places = (0, *clocks)
    return tuple(tuple([zone[one][other] for other in places]) for one in places)


def lies_in(zone: Zone, other: Zone) -> bool:
    """Whether all ages of one zone are in another."""
    rows = zip(zone, other, strict=True)
    return all(one <= two for row, there in rows for one, two in zip(row, there, strict=True))


def loosened(zone: Zone, longest: Sequence[int]) -> Zone:
    """The same where ages past `longest` of each clock are told apart no longer, so that there are finitely
    many zones.
    """
    tops = [0, *longest]
    eased = [list(row) for row in zone]
    for one, row in enumerate(eased):
        for other, bound in enumerate(row):
            if one and bound != UNBOUNDED and bound > at_most(tops[one]):
                row[other] = UNBOUNDED
            elif other and bound < less_than(-tops[other]):
                row[other] = less_than(-tops[other])
    return _closed(eased)


def _closed(rows: list[list[int]]) -> Zone:
    """With every bound as small as the others make it."""
    places = range(len(rows))
    for middle in places:
        for row in rows:
            left = row[middle]
            for other in places:
                row[other] = min(row[other], _sum(left, rows[middle][other]))
    return tuple(map(tuple, rows))


def _sum(one: int, other: int) -> int:
    if one == UNBOUNDED or other == UNBOUNDED:
        return UNBOUNDED
    return (one & ~1) + (other & ~1) | (one & other & 1)
