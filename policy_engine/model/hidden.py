"""Names that no author can write: those of what the engine adds to a policy for its own use.

An id of a policy holds letters, digits and `_`; a hidden name holds a colon (`lapse:warnings`). Hidden
variables and events are in the table and in snapshots; nobody is shown them, and no host can send them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

MARK = ":"
_MUST = "must:"
_LAPSE = "lapse:"
# How something that must be done stands, as the variable of its name says.
STANDINGS = ("none", "open", "overdue")


def is_hidden(name: str) -> bool:
    """Whether a name is the engine's own."""
    return MARK in name


def shown_only(items: Mapping[str, T]) -> dict[str, T]:
    """What an author declared, without what the engine added."""
    return {name: item for name, item in items.items() if MARK not in name}


def is_written(transition: str) -> bool:
    """Whether an author wrote a transition, by its id: those that are woven in stand in the root, which has
    no name before the dot.
    """
    return not transition.startswith(".")


def timed_by(obligation: str) -> str:
    """What an obligation goes by: the variable that says how it stands, and what is sent when it is due."""
    return _MUST + obligation


def owed_by(obligation: str) -> str:
    """The flag that is true from when an obligation is made until it is met."""
    return f"owed:{obligation}"


def timing(event: str) -> str | None:
    """The obligation that an event says is due, if it is such an event."""
    return event.removeprefix(_MUST) if event.startswith(_MUST) else None


def lapse_of(counter: str) -> str:
    """The event by which something falls away from a counter."""
    return _LAPSE + counter


def lapsing(event: str) -> str | None:
    """The counter from which an event lets something fall away, if it is such an event."""
    return event.removeprefix(_LAPSE) if event.startswith(_LAPSE) else None
