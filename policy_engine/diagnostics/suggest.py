"""The nearest known names to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_COMPARED_CHARACTERS = 64
_COMPARED_NAMES = 24


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None where none is like it."""
    return next(iter(nearest(name, known, 1, likeness=0.6)), None)


def nearest(name: str, known: Iterable[str], most: int, *, likeness: float) -> tuple[str, ...]:
    """At most so many known names that are like `name`, the most alike first; likeness is from 0 to 1.

    Only beginnings are compared, and of many names only those that share most pairs of letters with `name`,
    so that neither a hostile name nor a huge file costs much time.
    """
    # Imported here because most processes never see a name that is wrong.
    from difflib import get_close_matches
    from heapq import nlargest

    wanted, names = name[:_COMPARED_CHARACTERS], list(known)
    if len(names) > _COMPARED_NAMES:
        pairs = _pairs(wanted)
        names = nlargest(_COMPARED_NAMES, names, key=lambda other: len(pairs & _pairs(other)))
    return tuple(get_close_matches(wanted, names, n=most, cutoff=likeness))


@lru_cache(maxsize=4096)
def _pairs(name: str) -> frozenset[str]:
    """The pairs of neighbouring letters in the beginning of a name."""
    start = name[:_COMPARED_CHARACTERS]
    return frozenset(start[index : index + 2] for index in range(len(start) - 1))
