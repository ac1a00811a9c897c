"""Why a session would not take a line, as a code of the catalogue with its fields."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.errors import InvalidDataError, JournalError, UnknownEventError, UnknownRoleError

Refused = UnknownEventError | UnknownRoleError | InvalidDataError | JournalError
REFUSED = (UnknownEventError, UnknownRoleError, InvalidDataError, JournalError)


def problem_of(error: Refused) -> tuple[str, Mapping[str, object]]:
    """The code and the fields of what a session raised."""
    if isinstance(error, UnknownEventError):
        return "event-not-declared", {"event": error.event, "suggestion": error.suggestion}
    if isinstance(error, UnknownRoleError):
        return "role-not-declared", {"role": error.role, "suggestion": error.suggestion}
    fields = dict(error.problem)
    return str(fields.pop("code")), fields
