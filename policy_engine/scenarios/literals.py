"""Values as they are written in scenarios: literals of a declared type."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Atom, Node, Word
from policy_engine.model.files.part import found, meant
from policy_engine.model.resolve.declarations import WANTED
from policy_engine.model.types import Type, Value


def read_literal(raw: Node, wanted: Type, sink: Diagnostics) -> Value | None:
    """The value that was written, or None where it is none of this type; the mistake goes to `sink`."""
    value = raw.value if isinstance(raw, Word | Atom) else None
    if value is not None and wanted.accepts(value):
        return value
    if wanted.kind == "enum" and isinstance(value, str):
        sink.error(
            "unknown-member",
            raw.span,
            member=value,
            members=wanted.members,
            suggestion=closest(value, wanted.members),
        )
    elif wanted.kind in ("counter", "range") and type(value) is int:
        sink.error("value-out-of-range", raw.span, written=value, low=wanted.low, high=wanted.high)
    else:
        words = WANTED[wanted.kind]
        sink.error("wrong-type", raw.span, wanted=words, found=found(raw), suggestion=meant(raw, words))
    return None
