"""Statements, in the terms of the kernel: an event that sets the flag of its name, wherever it comes."""

from __future__ import annotations

from policy_engine.model.chart import Assign
from policy_engine.model.expressions.tree import Constant
from policy_engine.model.weave.loom import Loom


def weave_statements(loom: Loom) -> None:
    """Lets every statement of a chart tick itself off."""
    for name, event in loom.written.events.items():
        if event.ticks:
            ticked = Assign(event.span, ((name, Constant(event.span, True)),))
            loom.whenever(name, (ticked,), span=event.span)
