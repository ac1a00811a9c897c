"""Sequences whose items are made when they are first asked for. Asking may raise TableError."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from policy_engine.automaton.damage import reading


class Lazily(Sequence[Any]):
    """`count` items, each made once by `make`, which is given its place. May be shared by threads."""

    __slots__ = ("_found", "_lock", "_make")

    def __init__(self, count: int, make: Callable[[int], Any]) -> None:
        self._found: list[Any] = [None] * count
        self._make = make
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[index] for index in range(len(self._found))[place]]
        found = self._found[place]
        if found is None:
            with self._lock:
                # Another thread may have made it meanwhile; then that one stays.
                found = self._found[place] or reading(lambda: self._make(range(len(self._found))[place]))
                self._found[place] = found
        return found


class Together(Sequence[Any]):
    """Items that are all made at once. May be shared by threads."""

    __slots__ = ("_found", "_make")

    def __init__(self, make: Callable[[], list[Any]]) -> None:
        self._found: list[Any] | None = None
        self._make = make

    def _all(self) -> list[Any]:
        if self._found is None:
            self._found = self._make()
        return self._found

    def __len__(self) -> int:
        return len(self._all())

    def __getitem__(self, place: Any) -> Any:
        return self._all()[place]
