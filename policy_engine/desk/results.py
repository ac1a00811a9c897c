"""What a call of a desk answers: everything that happened because of it, in every session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from policy_engine.errors import PolicyEngineError
from policy_engine.model.tell import TELL
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.session.decision import Action, Decision, Text

Place = tuple[str, str]  # a policy and a key


@record
class Happened:
    """One decision: whose it is, when it was made, and which session told the event (None: nobody did)."""

    policy: str
    key: str
    moment: datetime
    decision: Decision
    told_by: Place | None


@record
class Undelivered:
    """What a session told and no other could be told, with the reason."""

    policy: str
    key: str
    event: str
    data: Mapping[str, Value]
    told_by: Place
    reason: Text


@record
class Asked:
    """What the host is asked to do, and the session that asks it."""

    policy: str
    key: str
    action: Action


@record
class DeskResult:
    """decision: that of the session that was spoken to; None where time passed. happened: every decision,
    this one included, in the order in which they were made. undelivered: what was told in vain.
    """

    decision: Decision | None
    happened: tuple[Happened, ...]
    undelivered: tuple[Undelivered, ...]

    @property
    def deliveries(self) -> tuple[Happened, ...]:
        """The decisions on what was told."""
        return tuple(item for item in self.happened if item.told_by is not None)

    @property
    def actions(self) -> tuple[Asked, ...]:
        """What the host is asked to do, by all of these sessions, in order; what they told is done."""
        return tuple(
            Asked(item.policy, item.key, action)
            for item in self.happened
            for action in _actions(item.decision)
            if action.name != TELL
        )


@record
class Batch:
    """What became of an event for many sessions, by key. refused: those whose call raised, with the error;
    they are as they were.
    """

    results: Mapping[str, DeskResult]
    refused: Mapping[str, PolicyEngineError]


def _actions(decision: Decision) -> Iterator[Action]:
    for fired in decision.prior:
        yield from fired.decision.actions
    yield from decision.actions
    for fired in decision.later:
        yield from fired.decision.actions
