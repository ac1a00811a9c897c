"""An explanation as JSON-ready data."""

from __future__ import annotations

from math import isfinite
from typing import Any

from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.diagnostics.span import Span
from policy_engine.session.values import SOMEBODY
from policy_engine.verify.why.conditions import Part
from policy_engine.verify.why.explanation import Altered, Alternative, Branch, Explanation, Refused
from policy_engine.verify.why.telling import told


def explanation_json(item: Explanation, language: str) -> dict[str, Any]:
    """An explanation with its lines in `language`."""
    return {
        "kind": item.kind,
        "name": item.name,
        "verdict": item.verdict,
        "before": list(item.before),
        "after": list(item.after),
        "actions": list(item.actions),
        "reason": None if item.reason is None else item.reason.text(language),
        "taken": [_branch(branch) for branch in item.taken],
        "passed": [_branch(branch) for branch in item.passed],
        "refused": None if item.refused is None else _refused(item.refused),
        "heard_in": list(item.heard_in),
        "alternatives": [_alternative(one) for one in item.alternatives],
        "thorough": item.thorough,
        "exhausted": item.exhausted,
        "text": [line.text for line in told(item, language)],
    }


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "transition": branch.transition.id,
        "state": branch.state,
        **_place(branch.transition.span),
        "condition": _part(branch.condition),
        "others": [_part(part) for part in branch.others],
        "barred": branch.barred,
    }


def _refused(refused: Refused) -> dict[str, Any]:
    return {
        "code": refused.code,
        "state": refused.state,
        **_place(refused.span),
        "condition": _part(refused.condition),
        "missing": list(refused.missing),
        "roles": list(refused.roles),
    }


def _part(part: Part | None) -> dict[str, Any] | None:
    if part is None:
        return None
    return {
        "text": part.text,
        "holds": part.holds,
        "values": dict(part.values),
        "parts": [_part(inner) for inner in part.parts],
    }


def _alternative(one: Alternative) -> dict[str, Any]:
    return {
        "altered": [_altered(item) for item in one.altered],
        "verdict": one.verdict,
        "states": list(one.states),
        "actions": list(one.actions),
        "settled": list(one.settled),
        "missing": list(one.missing),
        "line": None if one.elsewhere is None else one.elsewhere.line,
    }


def _altered(item: Altered) -> dict[str, Any]:
    value, cell = item.option.value, item.option.cell
    found: dict[str, Any] = {
        "kind": item.kind,
        "name": item.name,
        "was": item.was,
        # Any text, or any person, that the policy does not name.
        "value": None if value in (OTHER_TEXT, SOMEBODY) else value,
    }
    if cell is not None:
        found["from"], found["to"] = (bound if isfinite(bound) else None for bound in (cell.low, cell.high))
        found["from_included"], found["to_included"] = cell.low_in, cell.high_in
    return found


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
