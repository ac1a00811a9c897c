"""The nearest known name to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None where none is like it.

    Only the first 64 characters are compared, so that a hostile name costs no time.
    """
    matches = get_close_matches(name[:64], list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None
