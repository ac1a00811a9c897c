"""One line of a recorded or a running call: JSON that names an event, new facts, time that goes by, a record
that is filled in, or an event that is taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from policy_engine.cli.reasons import both
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.duration import Duration
from policy_engine.model.durations import nearest_duration, parse_duration

MAXIMUM_BYTES = 64 * 1024
_JSON: Mapping[str, tuple[str, str]] = {
    "Expecting value": ("a value is missing", "er ontbreekt een waarde"),
    "Expecting property name enclosed in double quotes": (
        "a name between double quotes is missing",
        "er ontbreekt een naam tussen dubbele aanhalingstekens",
    ),
    "Expecting ',' delimiter": ("a comma is missing", "er ontbreekt een komma"),
    "Expecting ':' delimiter": ("a colon is missing", "er ontbreekt een dubbele punt"),
    "Unterminated string starting at": (
        "the text is not closed that begins",
        "er wordt een tekst niet gesloten die begint",
    ),
    "Invalid control character at": ("a control character stands", "er staat een besturingsteken"),
    "Extra data": ("something is left over", "er blijft iets over"),
}
_MATTERS = ("event", "learn", "advance", "retract", "fill")
_EVENT_ONLY = ("data", "facts", "event_id", "line", "at")
_FILL_ONLY = ("fields", "record")
KEYS = (*_MATTERS, *_EVENT_ONLY, *_FILL_ONLY, "by", "now", "why")


class LineError(Exception):
    """A line that means nothing; its words come from the catalogue."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: exactly one of `event`, `learn`, `advance`, `retract` and `fill` is not None.

    `fill` is the action whose record is filled in, `record` its number, or None for the one that the session
    finds. `spoken` is what was said at an event, by language ("" where the line gives one text for all); it
    is shown and means nothing else.
    """

    event: str | None = None
    learn: Mapping[str, object] | None = None
    advance: Duration | datetime | None = None
    data: Mapping[str, object] | None = None
    by: str | tuple[str, str] | None = None
    facts: Mapping[str, object] | None = None
    now: datetime | None = None
    event_id: str | None = None
    spoken: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None
    retract: str | None = None
    why: str | None = None
    fill: str | None = None
    fields: Mapping[str, object] | None = None
    record: int | None = None


def raw_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The numbered lines of a stream that are not blank, each cut one byte past MAXIMUM_BYTES."""
    number = 0
    while chunk := stream.readline(MAXIMUM_BYTES + 1):
        number += 1
        rest = chunk
        while len(rest) > MAXIMUM_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAXIMUM_BYTES + 1)
        if chunk.strip():
            yield number, chunk


def read_line(raw: bytes) -> Line:
    """What a line says. Raises LineError."""
    if len(raw) > MAXIMUM_BYTES:
        raise LineError("line-too-long", limit=MAXIMUM_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LineError("line-not-utf8") from None
    try:
        written = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as error:
        raise LineError("line-not-json", problem=_problem(error)) from None
    if not isinstance(written, dict):
        raise LineError("line-not-an-object")
    return _line(written)


def _line(written: Mapping[str, object]) -> Line:
    for key in written:
        if key not in KEYS:
            raise LineError("line-unknown-key", key=key, known=KEYS, suggestion=closest(key, KEYS))
    matters = [key for key in _MATTERS if key in written]
    if len(matters) != 1:
        raise LineError("line-without-matter")
    for key in _EVENT_ONLY:
        if key in written and "event" not in written:
            raise LineError("line-key-without-event", key=key)
    for key in _FILL_ONLY:
        if key in written and "fill" not in written:
            raise LineError("line-key-without-fill", key=key)
    if "by" in written and "event" not in written and "fill" not in written:
        raise LineError("line-key-without-event", key="by")
    fill, fields = _text(written, "fill"), _object(written, "fields")
    if fill is not None and fields is None:
        raise LineError("line-fill-without-fields")
    retract, why = _text(written, "retract"), _text(written, "why")
    if (retract is None) != (why is None) or (why is not None and not why.strip()):
        raise LineError("line-retract-without-why")
    return Line(
        event=_text(written, "event"),
        learn=_object(written, "learn"),
        advance=_advance(written),
        data=_object(written, "data"),
        by=_by(written),
        facts=_object(written, "facts"),
        now=_time(written, "now"),
        event_id=_text(written, "event_id"),
        spoken=_spoken(written),
        at=_time(written, "at"),
        retract=retract,
        why=why,
        fill=fill,
        fields=fields,
        record=_number(written, "record"),
    )


def _text(written: Mapping[str, object], key: str) -> str | None:
    value = written.get(key)
    if key in written and not isinstance(value, str):
        raise LineError("line-not-text", key=key)
    return value if isinstance(value, str) else None


def _object(written: Mapping[str, object], key: str) -> Mapping[str, object] | None:
    value = written.get(key)
    if key in written and not isinstance(value, dict):
        raise LineError("line-not-values", key=key)
    return value if isinstance(value, dict) else None


def _number(written: Mapping[str, object], key: str) -> int | None:
    value = written.get(key)
    if key in written and (not isinstance(value, int) or isinstance(value, bool)):
        raise LineError("line-not-a-number", key=key)
    return value if isinstance(value, int) else None


def _by(written: Mapping[str, object]) -> str | tuple[str, str] | None:
    value = written.get("by")
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and len(value) == 2:
        role, person = value
        if isinstance(role, str) and isinstance(person, str):
            return role, person
    raise LineError("line-not-a-role")


def _time(written: Mapping[str, object], key: str) -> datetime | None:
    value = _text(written, key)
    if value is None:
        return None
    moment = _moment(value)
    if moment is None:
        raise LineError("line-not-a-time", value=value)
    return moment


def _advance(written: Mapping[str, object]) -> Duration | datetime | None:
    if written.get("advance") is True:
        moment = _time(written, "now")
        if moment is None:
            raise LineError("line-advance-without-now")
        return moment
    value = _text(written, "advance")
    if value is None:
        return None
    step = parse_duration(value) or _moment(value)
    if step is None:
        raise LineError("line-not-a-duration", value=value, suggestion=nearest_duration(value))
    return step


def _spoken(written: Mapping[str, object]) -> Mapping[str, str]:
    value = written.get("line", {})
    if isinstance(value, str):
        return {"": value}
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return value
    raise LineError("line-not-spoken")


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    written: dict[str, object] = {}
    for key, value in pairs:
        if key in written:
            raise LineError("line-key-twice", key=key)
        written[key] = value
    return written


def _problem(error: ValueError | RecursionError) -> Mapping[str, str] | str:
    """What is wrong with a line of JSON, and in which column."""
    if isinstance(error, RecursionError):
        return both("it is nested too deep", "het zit te diep in elkaar")
    if not isinstance(error, json.JSONDecodeError):
        return str(error)
    english, dutch = _JSON.get(error.msg, (error.msg, error.msg))
    return both(f"{english} at column {error.colno}", f"{dutch} in kolom {error.colno}")
