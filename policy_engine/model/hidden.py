"""Names that no author can write: those of what the engine adds to a policy for its own use.

An id of a policy holds letters, digits and `_`; a hidden name holds a colon (`lapse:warnings`). Hidden
variables and events are in the table and in snapshots; nobody is shown them, and no host can send them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

MARK = ":"


def is_hidden(name: str) -> bool:
    """Whether a name is the engine's own."""
    return MARK in name


def shown_only(items: Mapping[str, T]) -> dict[str, T]:
    """What an author declared, without what the engine added."""
    return {name: item for name, item in items.items() if MARK not in name}
