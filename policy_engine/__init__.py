"""A call-centre protocol, written as YAML, as a state machine that software drives with events.

The names below are resolved when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_engine.automaton.automaton import Automaton
    from policy_engine.desk.desk import Desk
    from policy_engine.desk.results import Asked, Batch, DeskResult, Happened, Undelivered
    from policy_engine.diagnostics.diagnostic import Diagnostic
    from policy_engine.errors import (
        ClockError,
        DeskError,
        HostError,
        InvalidDataError,
        JournalError,
        MigrationError,
        PolicyEngineError,
        PolicyError,
        SnapshotError,
        TableError,
        TooMuchDueError,
        UnknownEventError,
        UnknownRoleError,
    )
    from policy_engine.interop.transitions import as_machine
    from policy_engine.policy import Policy, compile_policy, load_policy, load_table, parse_policy
    from policy_engine.session.decision import Action, Decision, Dropped, Fired, Text, Verdict
    from policy_engine.session.filing import Record
    from policy_engine.session.guidance import Guidance
    from policy_engine.session.journal import JournalEntry
    from policy_engine.session.live import Session
    from policy_engine.session.obligations import Obligation
    from policy_engine.session.retracting import Retraction
    from policy_engine.verify.why.explain import explain
    from policy_engine.verify.why.explanation import Explanation

__version__ = "0.1.0"

_WHERE = {
    **dict.fromkeys(("Asked", "Batch", "DeskResult", "Happened", "Undelivered"), "desk.results"),
    "Automaton": "automaton.automaton",
    "Desk": "desk.desk",
    "Diagnostic": "diagnostics.diagnostic",
    **dict.fromkeys(
        (
            "ClockError",
            "DeskError",
            "HostError",
            "InvalidDataError",
            "JournalError",
            "MigrationError",
            "PolicyEngineError",
            "PolicyError",
            "SnapshotError",
            "TableError",
            "TooMuchDueError",
            "UnknownEventError",
            "UnknownRoleError",
        ),
        "errors",
    ),
    "as_machine": "interop.transitions",
    **dict.fromkeys(("Policy", "compile_policy", "load_policy", "load_table", "parse_policy"), "policy"),
    **dict.fromkeys(("Action", "Decision", "Dropped", "Fired", "Text", "Verdict"), "session.decision"),
    "Explanation": "verify.why.explanation",
    "explain": "verify.why.explain",
    "Guidance": "session.guidance",
    "Obligation": "session.obligations",
    "Record": "session.filing",
    "JournalEntry": "session.journal",
    "Session": "session.live",
    "Retraction": "session.retracting",
}

__all__ = [
    "Action",
    "Asked",
    "Automaton",
    "Batch",
    "ClockError",
    "Decision",
    "Desk",
    "DeskError",
    "DeskResult",
    "Diagnostic",
    "Dropped",
    "Explanation",
    "Fired",
    "Guidance",
    "Happened",
    "HostError",
    "InvalidDataError",
    "JournalEntry",
    "JournalError",
    "MigrationError",
    "Obligation",
    "Policy",
    "PolicyEngineError",
    "PolicyError",
    "Record",
    "Retraction",
    "Session",
    "SnapshotError",
    "TableError",
    "Text",
    "TooMuchDueError",
    "Undelivered",
    "UnknownEventError",
    "UnknownRoleError",
    "Verdict",
    "as_machine",
    "compile_policy",
    "explain",
    "load_policy",
    "load_table",
    "parse_policy",
]


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
