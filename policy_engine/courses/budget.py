"""How much a search may try before it says that it has not decided."""

from __future__ import annotations

from collections.abc import Callable

# So many steps are tried at most: about a minute's work.
MOST_STEPS = 200_000
# Who follows is told after so many steps.
OFTEN = 500


class Budget:
    """What is left to try, for all searches of one comparison together. `tried`: the steps so far."""

    def __init__(self, most: int = MOST_STEPS, progress: Callable[[int], None] | None = None) -> None:
        """progress: told now and then how many steps were tried."""
        self._most = most
        self._progress = progress
        self.tried = 0

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.tried > self._most

    def spend(self, steps: int = 1) -> bool:
        """Notes some more steps; says whether they may still be tried."""
        before, self.tried = self.tried, self.tried + steps
        if self._progress is not None and before // OFTEN != self.tried // OFTEN:
            self._progress(self.tried)
        return self.tried <= self._most
