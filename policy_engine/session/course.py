"""The course of a call: what happened, moment by moment. Scenarios make courses, diagrams show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from policy_engine.records import record
from policy_engine.session.decision import Action, Decision

Happening = Literal["start", "event", "timer", "wait", "learn", "fill"]


@record
class Moment:
    """One thing that happened. `step` counts from 1 the steps of a scenario, or the lines of a recorded
    call; 0 is the start.

    `name` is the event, the timer, the duration waited or the fields filled in; `decision` is None for the
    last of these, and for a wait, whose timers are moments of their own. `states` are the active leaf states
    afterwards; `snapshot` is the whole session afterwards, where whoever made the course kept it.
    """

    step: int
    kind: Happening
    name: str
    decision: Decision | None
    states: tuple[str, ...]
    snapshot: Mapping[str, Any] | None = None

    @property
    def actions(self) -> tuple[Action, ...]:
        """What the host was asked to do at this moment."""
        return () if self.decision is None else self.decision.actions
