"""What the commands write as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_engine.session.decision import Fired
    from policy_engine.session.filing import Record
    from policy_engine.session.guidance import Guidance
    from policy_engine.session.obligations import Obligation


def encode(value: object) -> str:
    """One line of JSON."""
    return json.dumps(value, ensure_ascii=False)


def fired_objects(fired: Iterable[Fired]) -> list[dict[str, object]]:
    """What was due, with its time."""
    return [{"due": item.due.isoformat(), "decision": item.decision.to_dict()} for item in fired]


def guidance_object(guidance: Guidance) -> dict[str, object]:
    """What the agent is told in one active state."""
    return {
        "state": guidance.state,
        "label": guidance.label,
        "role": guidance.role,
        "say": list(guidance.say),
        "avoid": list(guidance.avoid),
        "how": list(guidance.how),
    }


def obligation_object(obligation: Obligation, language: str) -> dict[str, object]:
    """What must be done, by when; its label in a language."""
    return {
        "id": obligation.id,
        "events": list(obligation.events),
        "actions": list(obligation.actions),
        "field": obligation.field,
        "record": obligation.record,
        "by": list(obligation.by),
        "label": obligation.label.text(language),
        "due": None if obligation.due is None else obligation.due.isoformat(),
        "overdue": obligation.overdue,
    }


def record_object(record: Record) -> dict[str, object]:
    """What is written down of an action, after somebody filled it in."""
    return {
        "filled": record.action,
        "record": record.number,
        "opened": record.opened.isoformat(),
        "fields": dict(record.fields),
        "missing": list(record.missing),
    }
