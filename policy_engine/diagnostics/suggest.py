"""The nearest known names to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_COMPARED_CHARACTERS = 64
_COMPARED_NAMES = 24
# In a name of so few letters every slip may be another name; in a longer one, one slip is forgiven, or two.
_SHORT = 3
_LONG = 8
_MOST_SLIPS = 2


class Likely(str):
    """A known name that is like one that was written. `sure` where it is hardly changed, and no other known
    name is: then it was meant.
    """

    __slots__ = ("sure",)

    sure: bool


def closest(name: str, known: Iterable[str]) -> Likely | None:
    """The known name most like `name`, or None where none is like it."""
    names = _shortlist(name, known)
    found = next(iter(nearest(name, names, 1, likeness=0.6)), None)
    if found is None:
        return None
    likely = Likely(found)
    likely.sure = {found} == {other for other in names if _slips(name, other) <= _forgiven(name)}
    return likely


def nearest(name: str, known: Iterable[str], most: int, *, likeness: float) -> tuple[str, ...]:
    """At most so many known names that are like `name`, the most alike first; likeness is from 0 to 1.

    Only beginnings are compared, and of many names only those that share most pairs of letters with `name`,
    so that neither a hostile name nor a huge file costs much time.
    """
    # Imported here because most processes never see a name that is wrong.
    from difflib import get_close_matches

    names = _shortlist(name, known)
    return tuple(get_close_matches(name[:_COMPARED_CHARACTERS], names, n=most, cutoff=likeness))


def _shortlist(name: str, known: Iterable[str]) -> list[str]:
    names = list(known)
    if len(names) <= _COMPARED_NAMES:
        return names
    from heapq import nlargest

    pairs = _pairs(name[:_COMPARED_CHARACTERS])
    return nlargest(_COMPARED_NAMES, names, key=lambda other: len(pairs & _pairs(other)))


def _forgiven(name: str) -> int:
    """How many slips of the pen leave no doubt which name was meant."""
    return 0 if len(name) < _SHORT else 1 if len(name) < _LONG else 2


def _slips(one: str, other: str) -> int:
    """Letters that are missing, too many, wrong, or in the place of their neighbours; of long names many."""
    if abs(len(one) - len(other)) > _MOST_SLIPS or len(one) > _COMPARED_CHARACTERS:
        return _MOST_SLIPS + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        last, row, older = row, [place], before
        for at, wanted in enumerate(other, start=1):
            best = min(last[at] + 1, row[at - 1] + 1, last[at - 1] + (letter != wanted))
            if place > 1 < at and letter == other[at - 2] and one[place - 2] == wanted:
                best = min(best, older[at - 2] + 1)
            row.append(best)
        before = last
    return row[-1]


@lru_cache(maxsize=4096)
def _pairs(name: str) -> frozenset[str]:
    """The pairs of neighbouring letters in the beginning of a name."""
    start = name[:_COMPARED_CHARACTERS]
    return frozenset(start[index : index + 2] for index in range(len(start) - 1))
