"""A desk as JSON-ready data, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policy_engine.desk.shelf import Shelf
from policy_engine.errors import SnapshotError

SCHEMA = "policy_engine/desk/1"


def put_away(shelf: Shelf) -> dict[str, Any]:
    """The snapshot of all sessions, in the order in which they began."""
    return {
        "schema": SCHEMA,
        "sessions": [
            {"policy": seat.policy, "key": seat.key, "snapshot": seat.session.snapshot()} for seat in shelf
        ],
    }


def read_kept(data: object) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Policy, key and snapshot of each session. Raises SnapshotError."""
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        raise SnapshotError(f"this is no snapshot of a desk: `schema` must be {SCHEMA!r}")
    sessions = data.get("sessions")
    if not isinstance(sessions, list):
        raise SnapshotError("the snapshot is damaged: `sessions` is missing")
    places = set()
    for item in sessions:
        given = item if isinstance(item, Mapping) else {}
        policy, key, snapshot = (given.get(name) for name in ("policy", "key", "snapshot"))
        sound = isinstance(policy, str) and isinstance(key, str) and key and isinstance(snapshot, Mapping)
        if not sound or (policy, key) in places:
            raise SnapshotError("the snapshot is damaged: a session without a place of its own")
        places.add((policy, key))
        yield policy, key, snapshot  # type: ignore[misc]  # `sound` has just shown what they are
