"""A journal: every call that was made on a session, so that it can be played again without one of them.

Invariants: entries stand in the order of the calls; the moment of each is a whole microsecond, so that a
journal through JSON is the same journal. Calls that raised have changed nothing and are not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from policy_engine.model.types import Value
from policy_engine.records import fields_of, record
from policy_engine.session.decision import Verdict
from policy_engine.session.moment import from_text, to_datetime, to_nanoseconds, to_text
from policy_engine.session.values import By

Call = Literal["send", "learn", "advance", "retract"]


@record
class JournalEntry:
    """One call that was made on a session, and the verdict that it was answered with then.

    call: "send", "learn", "advance" or "retract". now: its moment (UTC), as it was told or as the clock said.
    at: when a late event happened, where that was told. why: why an event was retracted. The others are as
    they were given; None where they were not, or where the call has no such thing.
    """

    call: Call
    now: datetime
    event: str | None = None
    data: Mapping[str, object] | None = None
    by: By | None = None
    facts: Mapping[str, object] | None = None
    event_id: str | None = None
    at: datetime | None = None
    verdict: Verdict | None = None
    why: str | None = None


class Journal:
    """The calls of one session so far, and what it began with. `known` are the ids of all its events: with a
    journal a session remembers every one.
    """

    __slots__ = ("began", "entries", "facts", "known")

    def __init__(self, began: datetime, facts: Mapping[str, Value], entries: Iterable[JournalEntry]) -> None:
        self.began = began
        self.facts = facts
        self.entries = list(entries)
        self.known = {entry.event_id for entry in self.entries if entry.event_id is not None}

    def add(self, entry: JournalEntry) -> None:
        """Keeps one more call."""
        self.entries.append(entry)
        if entry.event_id is not None:
            self.known.add(entry.event_id)

    def copy(self) -> Journal:
        """One that does not grow with this one."""
        return Journal(self.began, self.facts, self.entries)

    @property
    def retracted(self) -> frozenset[str]:
        """The ids of the events that were retracted."""
        found = (entry.event_id for entry in self.entries if entry.call == "retract")
        return frozenset(event_id for event_id in found if event_id is not None)


_OF_EACH: dict[str, type | tuple[type, ...]] = {
    "event": str,
    "data": dict,
    "by": (str, list),
    "facts": dict,
    "event_id": str,
    "why": str,
}


def journal_json(journal: Journal) -> dict[str, Any]:
    """A journal as JSON-ready data."""
    return {
        "began": to_text(to_nanoseconds(journal.began)),
        "facts": dict(journal.facts),
        "entries": [_entry_json(entry) for entry in journal.entries],
    }


def _entry_json(entry: JournalEntry) -> dict[str, Any]:
    said = {name: getattr(entry, name) for name in fields_of(JournalEntry)}
    return {name: _json(value) for name, value in said.items() if value is not None}


def _json(value: object) -> object:
    if isinstance(value, datetime):
        return to_text(to_nanoseconds(value))
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else str(value)


def entry_from_json(data: Mapping[str, Any]) -> JournalEntry:
    """An entry of a snapshot. Raises what looking into data of another shape raises."""
    if data["call"] not in ("send", "learn", "advance", "retract"):
        raise ValueError(data["call"])
    given = {name: value for name, value in data.items() if name not in ("call", "now", "at", "verdict")}
    for name, value in given.items():
        if not isinstance(value, _OF_EACH[name]):
            raise TypeError(name)
    if "by" in given and not isinstance(given["by"], str):
        given["by"] = tuple(given["by"])
    return JournalEntry(
        call=data["call"],
        now=_moment(data["now"]),
        at=_moment(data["at"]) if "at" in data else None,
        verdict=Verdict(data["verdict"]) if "verdict" in data else None,
        **given,
    )


def _moment(text: str) -> datetime:
    return to_datetime(from_text(text))
