"""How many properties of the files that are checked hold."""

from __future__ import annotations

from typing import NamedTuple


class Proofs(NamedTuple):
    """How many properties were read and proved, over how many situations."""

    read: int = 0
    proved: int = 0
    situations: int = 0

    def and_also(self, other: Proofs) -> Proofs:
        """Both together."""
        return Proofs(*map(sum, zip(self, other, strict=True)))
