"""What stands between words, and the quotes that they need."""

from __future__ import annotations

import re

from policy_engine.authoring.layout.rows import Placed
from policy_engine.document.scalars import resolve

# Behind these keys stand ids and conditions, which nobody reads aloud: they need quotes only where YAML does.
_PLAIN_BEHIND = frozenset(
    (
        "action", "actor", "by", "cancel", "do", "entry", "event", "exit", "initial", "outcome", "overdue",
        "policy", "raise", "requires", "role", "subject", "target", "to", "tone", "type", "until", "when",
    )
)  # fmt: skip
_ID = re.compile(r"[a-z][a-z0-9_]*")
_NOT_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_FLOW_SIGNS = frozenset(",[]{}")


def written(placed: Placed, text: str) -> str:
    """How a token is written, `text` being how it was: with the quotes that it needs."""
    token = placed.token
    if token.kind != "Scalar" or token.style not in ("'", '"') or placed.end is None:
        return text
    if _needs_none(placed):
        return token.value
    if token.style == "'" and not {'"', "\\"} & set(token.value) and token.value.isprintable():
        return f'"{token.value}"'
    return text


def gap(before: Placed, after: Placed, now: str) -> str:
    """What stands between two tokens of a row, `now` being what stands there."""
    first, second = before.token.kind, after.token.kind
    if first == "Value":
        return " "
    if second == "Value":
        return now if first == "Alias" else ""
    if first in ("FlowMappingStart", "FlowSequenceStart"):
        return ""
    if second in ("FlowMappingEnd", "FlowSequenceEnd", "FlowEntry"):
        return ""
    return " "


def _needs_none(placed: Placed) -> bool:
    value = placed.token.value
    if placed.is_key:
        return _ID.fullmatch(value) is not None and _is_plain(value, flow=placed.flow)
    behind = placed.path[-1] if placed.path else ""
    if behind not in _PLAIN_BEHIND and placed.path[-2:-1] != ("on",):
        return False
    return _is_plain(value, flow=placed.flow)


def _is_plain(value: str, *, flow: bool) -> bool:
    """Whether a text can be read without quotes, as the same text."""
    if not value or value != value.strip() or value[0] in _NOT_FIRST or not value.isprintable():
        return False
    if ": " in value or value.endswith(":") or " #" in value or (flow and _FLOW_SIGNS & set(value)):
        return False
    return len(value) < 60 and resolve(value) == value
