"""Counters that lapse: after how long, and whether unit by unit or all at once."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import Word
from policy_engine.model.files.declarations import VariableFile
from policy_engine.model.files.shape import require
from policy_engine.model.resolve.delays import Delays
from policy_engine.model.types import Declaration, Lapse
from policy_engine.records import changed

MOST = 1_000  # a session keeps no more than so many things that are due later


def read_lapses(
    files: Mapping[Word, VariableFile] | None,
    context: dict[str, Declaration],
    delays: Delays,
    sink: Diagnostics,
) -> None:
    """Gives the variables in `context` what their files say of it."""
    for name, file in (files or {}).items():
        part = file.lapse
        if part is None:
            continue
        require(part, sink)
        length = None if part.after is None else delays.read(part.after)
        if part.after is not None and length is not None:
            if length.name is None and length.amount == 0:
                sink.error("lapse-nothing", part.after.span, text=str(part.after))
            delays.warn_of_nothing(part.after, length)
        declared = context.get(name)
        if declared is None:
            continue
        whole = part.when == "all"
        if declared.type.kind != "counter":
            sink.error("lapse-of-no-counter", file.key_span("lapse"), name=str(name))
        elif declared.type.high > MOST and not whole:
            sink.error("lapse-of-too-many", file.key_span("lapse"), name=str(name), most=MOST)
        elif length is not None:
            context[str(name)] = changed(declared, lapse=Lapse(file.key_span("lapse"), length, whole))
