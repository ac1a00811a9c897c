"""Who reports an event in a scenario that does not say so."""

from __future__ import annotations

from policy_engine.model.chart import Chart
from policy_engine.session.values import By


def reporter(chart: Chart, event: str, by: By | None) -> By | None:
    """`by`, or else (rule 7) the first declared role that may report the event; None: the first role may."""
    permitted = chart.events[event].by if event in chart.events else None
    if by is not None or permitted is None:
        return by
    return next((role for role in chart.roles if role in permitted), None)
