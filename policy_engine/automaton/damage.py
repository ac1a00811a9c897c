"""What reading a table of the wrong shape ends in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from policy_engine.errors import TableError

T = TypeVar("T")

# What data of the wrong shape can end in, rows that end too soon and nesting without end included.
_DAMAGE = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    AssertionError,
    OverflowError,
    RecursionError,
    StopIteration,
)


def reading(read: Callable[[], T]) -> T:
    """What `read` gives. Raises TableError where the data do not allow it."""
    try:
        return read()
    except _DAMAGE as problem:
        raise TableError(f"the compiled policy is damaged: {problem!r}") from None
