"""The chart of a file, whose fingerprint is reckoned when it is first asked for.

Nothing that is looked at in a file needs its fingerprint; whatever runs it does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from policy_engine.model.late_chart import SLOTS, LateChart


class WrittenChart(LateChart):
    """A chart whose digest comes late. May be shared by threads."""

    __slots__ = ("_reckon",)

    def reckon_later(self, reckon: Callable[[], str]) -> None:
        """Lets go of the digest; `reckon` gives it when it is asked for, once, or to each of several threads
        that ask at once. What it holds on to is let go then.
        """
        SLOTS["digest"].__delete__(self)
        object.__setattr__(self, "_reckon", reckon)

    def _later(self, name: str) -> Any:
        reckon = self._reckon
        if reckon is not None:
            object.__setattr__(self, "digest", reckon())
            object.__setattr__(self, "_reckon", None)
        return SLOTS[name].__get__(self)
