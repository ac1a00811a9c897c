"""The JSON Schema of a snapshot, for whoever stores or reads snapshots elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from policy_engine.session.snapshot import SCHEMA

_TEXT = {"type": "string"}
_NAMES = {"type": "array", "items": _TEXT}
_WHOLE = {"type": "integer", "minimum": 0}
_VALUES = {"type": "object", "additionalProperties": {"type": ["boolean", "number", "string"]}}


def snapshot_schema() -> dict[str, object]:
    """What every snapshot looks like, of whatever policy. Its names are checked by `Policy.resume`."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "policy_engine: snapshot of a session, format 1",
        **_closed(
            {
                "schema": {"type": "string", "enum": [SCHEMA]},
                "policy": _said(_TEXT, "The policy's id."),
                "version": _said(_TEXT, "The version that the policy's author gave it."),
                "digest": _said(_TEXT, "SHA-256 of the policy's content."),
                "parameters": _said(_VALUES, "Every parameter with its value."),
                "configuration": _said(_NAMES, "All active states, in document order."),
                "history": _said(
                    {"type": "object", "additionalProperties": _NAMES},
                    "History states with what they remember.",
                ),
                "context": _said(_VALUES, "Every variable with its value."),
                "facts": _said(_VALUES, "Every fact with its value."),
                "timers": _said(_list(_timer()), "The running timers of active states."),
                "sends": _said(_list(_send()), "The events that were sent and are not yet due."),
                "settling": _said(
                    {"type": "object", "additionalProperties": _list(_TEXT)},
                    "Events of which a repeat is ignored for a while, with when those that counted happened.",
                ),
                "now": _said(_TEXT, "The last time that the session knew, in UTC."),
                "next_number": _said(_WHOLE, "The number of the next event that is sent."),
                "explicit_now": _said({"type": "boolean"}, "Whether the host tells the time at every call."),
                "remember": _said(_WHOLE, "How many event ids are kept."),
                "remembered": _said(_NAMES, "The last event ids, the oldest first."),
                "done": _said({"type": "boolean"}, "Whether the session is over."),
                "outcome": _said({"type": ["string", "null"]}, "How it ended."),
            },
            {
                "journal": _said(_journal(), "Every call that was made, of a session that keeps a journal."),
                "overdue": _said(
                    {"type": "object", "additionalProperties": _TEXT},
                    "What should have been done already, with when it was due.",
                ),
                "records": _said(_list(_record()), "What is written down of actions, in order."),
            },
        ),
    }


def _timer() -> dict[str, object]:
    return _closed({"state": _TEXT, "duration": _TEXT, "due": _TEXT})


def _send() -> dict[str, object]:
    return _closed(
        {"event": _TEXT, "id": {"type": ["string", "null"]}, "place": _WHOLE, "number": _WHOLE, "due": _TEXT}
    )


def _journal() -> dict[str, object]:
    calls = {"type": "string", "enum": ["send", "learn", "advance", "retract"]}
    by = {"type": ["string", "array"], "items": _TEXT}
    said = {"event": _TEXT, "data": _VALUES, "by": by, "facts": _VALUES, "event_id": _TEXT, "at": _TEXT}
    entry = _closed({"call": calls, "now": _TEXT}, {**said, "verdict": _TEXT, "why": _TEXT})
    return _closed({"began": _TEXT, "facts": _VALUES, "entries": _list(entry)})


def _record() -> dict[str, object]:
    moment = {"type": ["string", "null"]}
    return _closed({"action": _TEXT, "opened": _TEXT, "filled": moment, "values": _VALUES})


def _closed(
    properties: Mapping[str, object], optional: Mapping[str, object] = MappingProxyType({})
) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {**properties, **optional},
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": items}


def _said(schema: Mapping[str, object], description: str) -> dict[str, object]:
    return {**schema, "description": description}
