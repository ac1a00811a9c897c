"""Charts and edges as JSON-ready data, and back, without YAML or pydantic.

A record is an object whose `$` names what it is; fields that have their default are left out, and so are
places in the source file. Only the records listed here can be read: a file can't name anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_engine.automaton import tree
from policy_engine.automaton.inputs import Input
from policy_engine.automaton.shapes import check_fields
from policy_engine.diagnostics.span import Span
from policy_engine.model import chart
from policy_engine.model.duration import Duration
from policy_engine.model.expressions import tree as expressions
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.types import Declaration, Type
from policy_engine.records import fields_of, is_default

_RECORDS: dict[str, type[Any]] = {
    record.__name__: record
    for record in (
        chart.Phrase, chart.Ask, chart.Assign, chart.Add, chart.Raise, chart.Send, chart.Cancel,
        chart.Transition, chart.Timer, chart.Forbid, chart.State, chart.Role, chart.Event, chart.ActionType,
        chart.Property, chart.Chart, Duration, Declaration, Type, Input,
        expressions.Constant, expressions.Ref, expressions.ByRef, expressions.GuardRef, expressions.InState,
        expressions.Not, expressions.And, expressions.Or, expressions.Compare, expressions.In,
        expressions.Arithmetic, expressions.Negative,
        tree.Trigger, tree.ActionCall, tree.Refusal, tree.DroppedEvent, tree.Edge, tree.Test, tree.Computed,
    )
}  # fmt: skip
_COMPILED = (tree.Test, tree.Computed)


def encode(value: Any) -> Any:
    """JSON-ready data for a record, or for anything that records hold."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return {"$": "set", "items": sorted(value)}
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    record: dict[str, Any] = {"$": type(value).__name__}
    for name in fields_of(type(value)):
        item = getattr(value, name)
        if name not in ("span", "evaluate") and not is_default(type(value), name, item):
            record[name] = encode(item)
    return record


def decode(data: Any, file: str) -> Any:
    """The opposite of `encode`. `file` stands in the places. Raises ValueError for an unknown record or a
    field of another kind, and KeyError for an unknown or missing field.
    """
    if isinstance(data, list):
        return tuple(decode(item, file) for item in data)
    if not isinstance(data, dict):
        return data
    name = data.get("$")
    if name is None:
        return {key: decode(item, file) for key, item in data.items()}
    if name == "set":
        return frozenset(data["items"])
    record = _RECORDS.get(name)
    if record is None:
        raise ValueError(f"unknown record {name!r}")
    given = {key: decode(item, file) for key, item in data.items() if key != "$"}
    if record in _COMPILED:
        check_fields(record, given)
        given["evaluate"] = compile_expression(given["expr"])
    elif "span" in fields_of(record):
        given["span"] = Span.start_of(file)
    check_fields(record, given)
    return record(**given)
