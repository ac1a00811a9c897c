"""A call-centre protocol, written as YAML, as a state machine that software drives with events.

The names below are resolved when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_engine.automaton.automaton import Automaton
    from policy_engine.diagnostics.diagnostic import Diagnostic
    from policy_engine.errors import (
        ClockError,
        HostError,
        InvalidDataError,
        JournalError,
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
    from policy_engine.session.guidance import Guidance
    from policy_engine.session.journal import JournalEntry
    from policy_engine.session.live import Session
    from policy_engine.session.obligations import Obligation
    from policy_engine.session.retracting import Retraction

__version__ = "0.1.0"

_WHERE = {
    "Automaton": "automaton.automaton",
    "Diagnostic": "diagnostics.diagnostic",
    **dict.fromkeys(
        (
            "ClockError",
            "HostError",
            "InvalidDataError",
            "JournalError",
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
    "Guidance": "session.guidance",
    "Obligation": "session.obligations",
    "JournalEntry": "session.journal",
    "Session": "session.live",
    "Retraction": "session.retracting",
}

__all__ = [
    "Action",
    "Automaton",
    "ClockError",
    "Decision",
    "Diagnostic",
    "Dropped",
    "Fired",
    "Guidance",
    "HostError",
    "InvalidDataError",
    "JournalEntry",
    "JournalError",
    "Obligation",
    "Policy",
    "PolicyEngineError",
    "PolicyError",
    "Retraction",
    "Session",
    "SnapshotError",
    "TableError",
    "Text",
    "TooMuchDueError",
    "UnknownEventError",
    "UnknownRoleError",
    "Verdict",
    "as_machine",
    "compile_policy",
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
