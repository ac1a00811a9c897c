"""A sequence whose items are made when they are first asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, overload

from policy_engine.automaton.damage import reading


class Lazily(Sequence[Any]):
    """`count` items, each made once by `make`, which is given its place. May be shared by threads.

    Asking for an item may raise TableError.
    """

    __slots__ = ("_found", "_lock", "_make")

    def __init__(self, count: int, make: Callable[[int], Any]) -> None:
        self._found: list[Any] = [None] * count
        self._make = make
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> Any: ...

    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self[index] for index in range(len(self._found))[place]]
        found = self._found[place]
        if found is None:
            with self._lock:
                found = self._found[place]
                if found is None:
                    found = self._found[place] = reading(lambda: self._make(range(len(self))[place]))
        return found
