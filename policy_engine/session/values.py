"""Data, facts, parameters and roles from the host, checked against what the policy declares."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.suggest import closest
from policy_engine.errors import InvalidDataError, UnknownRoleError
from policy_engine.model.types import Declaration, Type, Value


def complete(
    given: Mapping[str, object], declared: Mapping[str, Declaration], what: str, base: Mapping[str, Value]
) -> dict[str, Value]:
    """`base` with the given values in their places.

    what: "data", "fact" or "parameter", for the message. Raises InvalidDataError for an unknown name, a
    value of another type or range, or a required datum that is neither given nor in `base`.
    """
    if not isinstance(given, Mapping):
        raise _invalid("not-a-mapping", what, {"what": what})
    values = dict(base)
    for name, value in given.items():
        declaration = declared.get(name)
        if declaration is None:
            raise _invalid(
                "unknown-name", name, {"what": what, "name": name, "suggestion": closest(str(name), declared)}
            )
        if not declaration.type.accepts(value):
            raise _invalid(
                "wrong-value",
                name,
                {"what": what, "name": name, "value": repr(value)[:80], "wanted": describe(declaration.type)},
            )
        values[name] = value  # type: ignore[assignment]  # accepts() has just shown that it is a Value
    if len(values) < len(declared):
        missing = next(name for name in declared if name not in values)
        raise _invalid("missing-data", missing, {"what": what, "name": missing})
    return values


def describe(wanted: Type) -> str:
    """A type in a few words, for messages to programmers."""
    match wanted.kind:
        case "flag":
            return "true or false"
        case "counter" | "range":
            return f"a whole number from {wanted.low} to {wanted.high}"
        case "enum":
            return "one of " + ", ".join(wanted.members)
        case "text":
            return "a text"
        case _:
            return "a finite number"


def role_of(by: object, roles: Mapping[str, object]) -> str:
    """The role in `by`, which is a role or (role, person). Raises UnknownRoleError."""
    role = by[0] if isinstance(by, tuple) and len(by) == 2 and isinstance(by[1], str) else by
    if not isinstance(role, str) or role not in roles:
        raise UnknownRoleError(str(role), tuple(roles), closest(str(role), roles))
    return role


def _invalid(code: str, name: object, fields: dict[str, object]) -> InvalidDataError:
    return InvalidDataError(
        render_message(code, fields, "en"), name=str(name), problem={"code": code, **fields}
    )
